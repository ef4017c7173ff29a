"""A text edited by somebody who may not change it, or who wants to be asked: each change becomes a suggestion."""

from django.db import transaction
from django.utils.translation import gettext

from workbench.accounts.checks import checked_text
from workbench.accounts.models import Role, User
from workbench.corpus import limits
from workbench.corpus.models import Presence, Variant
from workbench.review.actions.threads import open_thread
from workbench.review.anchoring import AnchorRequest
from workbench.review.editing import edits_between
from workbench.review.errors import Invalid, Stale
from workbench.review.models import Thread
from workbench.review.permissions import require_role

__all__ = ["suggest_edits"]

MOST = 50


@transaction.atomic
def suggest_edits(*, actor: User, variant: Variant, version: int, text: str, body: str = "") -> list[Thread]:
    """Suggest that a variant read `text`: open a discussion with a suggestion for each place that differs.

    `body` is said in each. Accepted all together, they make the text. Raises `Stale` where the variant is not at
    `version` any more, `Invalid` where nothing differs, where no words are left, and for more than 50 places.
    """
    require_role(actor, variant.workspace_id, Role.REVIEWER)
    current = Variant.objects.select_for_update(of=("self",)).select_related("passage").get(pk=variant.pk)
    if current.version != version:
        raise Stale(gettext("This text was changed in the meantime."), current=current)
    if current.presence != Presence.PRESENT or not current.text.strip():
        raise Invalid.field("text", gettext("This variant has no words to suggest others for."), code="no_text")
    new = checked_text("text", text, maximum=limits.VARIANT, required=True)
    edits = edits_between(current.text, new)
    if not edits:
        raise Invalid.field("text", gettext("Other words than those that stand there are expected."), code="no_change")
    if len(edits) > MOST:
        message = gettext("Changes in at most %(most)s places are expected; there are %(edits)s.") % {
            "most": MOST,
            "edits": len(edits),
        }
        raise Invalid.field("text", message, code="too_many")
    return [
        open_thread(
            actor=actor,
            passage=current.passage,
            body=body,
            anchors=[AnchorRequest(current, edit.start, edit.end, revision=version)],
            suggestion=edit.words,
        )
        for edit in edits
    ]
