"""Anchors whose words were changed or lost: confirmed, or attached again by hand.

What becomes of them when a text changes is settled in `review.anchoring`.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from workbench.accounts.models import Role, User
from workbench.review.actions.writing import touch
from workbench.review.anchoring import AnchorRequest, attach, confirm, locate
from workbench.review.errors import Conflict, Invalid, Stale
from workbench.review.models import Anchor, Thread
from workbench.review.permissions import require_role

__all__ = ["confirm_anchor", "reattach_anchor"]


@transaction.atomic
def confirm_anchor(*, actor: User, anchor: Anchor, version: int) -> Anchor:
    """Say that an anchor whose words were changed speaks of the words that stand there now. It is recorded.

    `version` is that of the thread the person saw. Raises `Stale` where thread or text were changed since, `Conflict`
    where nothing is to be confirmed.
    """
    require_role(actor, anchor.workspace_id, Role.REVIEWER)
    thread = Thread.objects.select_for_update().get(pk=anchor.thread_id)
    if thread.version != version:
        raise Stale(gettext("This discussion, or the text it speaks of, was changed in the meantime."), current=thread)
    current = Anchor.objects.select_related("variant__translation", "thread").get(pk=anchor.pk)
    if current.state != Anchor.State.CHANGED:
        raise Conflict(gettext("The words of this anchor are not in question."), code="not_changed")
    now = timezone.now()
    confirm(current, actor=actor, now=now)
    touch(current.thread, now)
    return current


@transaction.atomic
def reattach_anchor(*, actor: User, anchor: Anchor, request: AnchorRequest) -> Anchor:
    """Put an orphan, or an anchor whose words were changed, on words of the same variant, by hand. It is recorded."""
    require_role(actor, anchor.workspace_id, Role.REVIEWER)
    if anchor.state == Anchor.State.PLACED:
        raise Conflict(gettext("This anchor stands on its words."), code="not_orphaned")
    if request.variant.pk != anchor.variant_id:
        raise Invalid.field("variant", gettext("The anchor's own variant is expected."), code="other_variant")
    place = locate(request, anchor.thread.passage, "anchor")
    now = timezone.now()
    attach(anchor, place, actor=actor, revision=request.variant.version, now=now)
    touch(anchor.thread, now)
    return anchor
