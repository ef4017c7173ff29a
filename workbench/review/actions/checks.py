"""A discussion of what a check found."""

from django.db import transaction
from django.utils.translation import gettext

from workbench.accounts.models import Role, User
from workbench.corpus.actions import mark_raised
from workbench.corpus.models import Check, Translation
from workbench.review.actions.threads import open_thread
from workbench.review.anchoring import AnchorRequest
from workbench.review.errors import Conflict
from workbench.review.models import Thread
from workbench.review.permissions import require_role

__all__ = ["raise_check"]

_QUOTED = 6  # versions


@transaction.atomic
def raise_check(*, actor: User, check: Check) -> Thread:
    """Open a discussion of the words that a check found, saying what it found and what others have there.

    Raises `Conflict` where the check is not open, or its text was changed and not looked at since.
    """
    require_role(actor, check.workspace_id, Role.REVIEWER)
    variant = check.variant
    if check.state != Check.State.OPEN or check.revision != variant.version:
        raise Conflict(gettext("This check is not open any more."), code="not_open")
    anchors = (
        [AnchorRequest(variant, check.start, check.end, revision=check.revision)] if check.start < check.end else []
    )
    thread = open_thread(actor=actor, passage=check.passage, body=_say(check), anchors=anchors)
    mark_raised(actor=actor, check=check, thread=thread.pk)
    return thread


def _say(check: Check) -> str:
    """Say what was found: whose text, what, and what the others have."""
    sigla = dict(Translation.objects.filter(work=check.work_id).values_list("pk", "siglum"))
    said = [f"{sigla[pk]}: {words or 'nothing'}" for pk, words in check.others if pk in sigla][:_QUOTED]
    lines = [f"{sigla[check.variant.translation_id]}: {check.note}", *said]
    return "\n\n".join(_plain(line) for line in lines)


def _plain(line: str) -> str:
    """Keep the words of texts from being read as marks of a comment."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#" else sign for sign in " ".join(line.split()))
