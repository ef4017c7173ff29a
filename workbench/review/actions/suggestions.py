"""Suggestions: decided, and put into the text."""

from django.db import transaction
from django.utils import timezone

from workbench.accounts.checks import checked_line
from workbench.accounts.models import Role, User
from workbench.corpus import limits
from workbench.corpus.models import Revision
from workbench.review.actions.texts import write_text
from workbench.review.actions.writing import touch
from workbench.review.anchoring import move_anchor
from workbench.review.errors import Conflict
from workbench.review.models import Anchor, Suggestion, Thread
from workbench.review.permissions import require_role
from workbench.text import make_anchor

__all__ = ["accept_suggestion", "reject_suggestion"]


@transaction.atomic
def accept_suggestion(*, actor: User, thread: Thread) -> Suggestion:
    """Put the open suggestion's words into the text, as a revision, and resolve the thread.

    The thread's anchor then stands on the new words. Raises `Conflict` if there is none, or its words are lost.
    """
    require_role(actor, thread.workspace_id, Role.EDITOR)
    suggestion = _open_suggestion(thread)
    anchor = Anchor.objects.select_related("variant").select_for_update(of=("self",)).get(pk=suggestion.anchor_id)
    variant = anchor.variant
    if anchor.state != Anchor.State.PLACED or anchor.revision != variant.version:
        raise Conflict("The words of this suggestion are lost: attach it again first.", code="orphaned")
    text = variant.text[: anchor.start] + suggestion.text + variant.text[anchor.end :]
    changed = write_text(
        actor=actor,
        variant=variant,
        version=variant.version,
        text=text,
        presence=variant.presence,
        reason=f"Accepted a suggestion of {suggestion.comment.author.signature(suggestion.comment.attributed_to)}",
        replaced=anchor if suggestion.text.strip() else None,
    )
    if suggestion.text.strip():
        move_anchor(
            anchor,
            make_anchor(changed.text, anchor.start, anchor.start + len(suggestion.text)),
            changed.version,
        )
    suggestion.revision = Revision.objects.get(variant=changed, number=changed.version)
    return _decide(suggestion, thread, actor, Suggestion.State.ACCEPTED)


@transaction.atomic
def reject_suggestion(*, actor: User, thread: Thread, reason: str) -> Suggestion:
    """Decline the open suggestion, saying why. The thread stays open."""
    require_role(actor, thread.workspace_id, Role.EDITOR)
    suggestion = _open_suggestion(thread)
    suggestion.reason = checked_line("reason", reason, maximum=limits.REASON, required=True)
    return _decide(suggestion, thread, actor, Suggestion.State.REJECTED)


def _open_suggestion(thread: Thread) -> Suggestion:
    Thread.objects.select_for_update().get(pk=thread.pk)
    suggestion = (
        Suggestion.objects.select_related("comment__author").filter(thread=thread, state=Suggestion.State.OPEN).first()
    )
    if suggestion is None:
        raise Conflict("This thread has no open suggestion.", code="no_open_suggestion")
    return suggestion


def _decide(suggestion: Suggestion, thread: Thread, actor: User, state: str) -> Suggestion:
    now = timezone.now()
    suggestion.state = state
    suggestion.decided_by = actor
    suggestion.decided_at = now
    suggestion.save()
    if state == Suggestion.State.ACCEPTED:
        Thread.objects.filter(pk=thread.pk).update(state=Thread.State.RESOLVED)
    touch(thread, now)
    return suggestion
