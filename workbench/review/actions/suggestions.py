"""Suggestions: decided, and put into the text."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from workbench.accounts.checks import checked_line
from workbench.accounts.models import Role, User
from workbench.corpus import limits
from workbench.corpus.models import Revision, Variant
from workbench.journal.kinds import Kind
from workbench.review.actions.texts import write_text
from workbench.review.actions.writing import set_state, supersede, touch
from workbench.review.anchoring import attach, confirm, find_replacement, move_anchor
from workbench.review.errors import Conflict, Stale
from workbench.review.merging import words_now
from workbench.review.models import Anchor, Suggestion, Thread
from workbench.review.permissions import require_role
from workbench.review.recording import record_thread
from workbench.text import make_anchor

__all__ = ["accept_suggestion", "reject_suggestion", "reopen_suggestion", "undo_acceptance"]


@transaction.atomic
def accept_suggestion(*, actor: User, thread: Thread, suggestion: int, version: int) -> Suggestion:
    """Put the open suggestion's words into the text, as a revision, and resolve the thread.

    `suggestion` (its id) and `version` (the thread's) are what the person saw. The thread's anchor then stands on the
    new words; others that are open beside it are superseded. Where the text already reads so, nothing is written; where
    its words were changed since it was made, both changes are, if they touch nowhere (`merging`). Raises `Conflict` if
    it is not open, or its words are lost or to be confirmed, and `Stale` where others are open in its place, or thread
    or text changed in the meantime.
    """
    require_role(actor, thread.workspace_id, Role.EDITOR)
    decided = _open_suggestion(_seen(thread, version), suggestion)
    anchor = Anchor.objects.select_related("variant").select_for_update(of=("self",)).get(pk=decided.anchor_id)
    words = words_now(decided, anchor)
    if (place := find_replacement(anchor, decided.text if words is None else words)) is not None:
        if anchor.state != Anchor.State.PLACED:
            attach(anchor, place, actor=actor, revision=anchor.variant.version, now=timezone.now())
    else:
        decided.revision = _write_words(actor, decided, anchor, words)
    _decide(decided, thread, actor, Suggestion.State.ACCEPTED)
    supersede(actor, thread.suggestions.filter(state=Suggestion.State.OPEN), decided)
    return decided


@transaction.atomic
def undo_acceptance(*, actor: User, thread: Thread, suggestion: int, version: int) -> Suggestion:
    """Take the words of the suggestion accepted last out of the text again, as a revision, and reopen the thread.

    Anchors that lost their words by accepting it stand on them again. Raises `Conflict` if the text was changed since,
    if nothing was accepted, if another suggestion is open, or if it was left out what the thread spoke of and the
    thread was attached to other words. `suggestion` and `version` as for accepting.
    """
    require_role(actor, thread.workspace_id, Role.EDITOR)
    accepted = _accepted_suggestion(_seen(thread, version), suggestion)
    anchor = Anchor.objects.select_related("variant").select_for_update(of=("self",)).get(pk=accepted.anchor_id)
    former = _state_before(accepted, anchor.variant)
    is_placed = anchor.state == Anchor.State.PLACED
    if is_placed and not accepted.put.strip():
        raise Conflict(
            gettext("It was attached to other words since: restore the text from its history."), code="changed_since"
        )
    longer = len(former.text) - len(anchor.variant.text)
    written = write_text(
        actor=actor,
        variant=anchor.variant,
        version=anchor.variant.version,
        text=former.text,
        presence=former.presence,
        reason=f"Took back a suggestion of {accepted.comment.author.signature(accepted.comment.attributed_to)}",
        replaced=anchor if is_placed else None,
    )
    if is_placed:
        move_anchor(anchor, make_anchor(written.text, anchor.start, anchor.end + longer), written.version)
    return _reopen(accepted, thread, actor, {"revision": written.version})


@transaction.atomic
def reopen_suggestion(*, actor: User, thread: Thread, suggestion: int, version: int) -> Suggestion:
    """Reopen a suggestion, and its thread, that was accepted where the text read so already: the text stays.

    Raises as `undo_acceptance` does.
    """
    require_role(actor, thread.workspace_id, Role.EDITOR)
    _refuse_another_open(_seen(thread, version))
    accepted = Suggestion.objects.filter(thread=thread, state=Suggestion.State.ACCEPTED, pk=suggestion).first()
    if accepted is None or accepted.revision_id is not None:
        raise Conflict(gettext("It was accepted by a revision, or is not accepted."), code="nothing_accepted")
    return _reopen(accepted, thread, actor, {})


@transaction.atomic
def reject_suggestion(*, actor: User, thread: Thread, suggestion: int, version: int, reason: str) -> Suggestion:
    """Decline the open suggestion, saying why. The thread stays open. `suggestion` and `version` as for accepting."""
    require_role(actor, thread.workspace_id, Role.EDITOR)
    decided = _open_suggestion(_seen(thread, version), suggestion)
    decided.reason = checked_line("reason", reason, maximum=limits.REASON, required=True)
    return _decide(decided, thread, actor, Suggestion.State.REJECTED)


def _write_words(actor: User, suggestion: Suggestion, anchor: Anchor, words: str | None) -> Revision:
    variant = anchor.variant
    if anchor.state == Anchor.State.ORPHANED or anchor.revision != variant.version:
        raise Conflict(gettext("The words of this suggestion are lost: attach it again first."), code="orphaned")
    if words is None:
        raise Conflict(
            gettext("Its words were changed since: say first whether it still means them."), code="unconfirmed"
        )
    if anchor.state == Anchor.State.CHANGED:
        confirm(anchor, actor=actor, now=timezone.now())
    suggestion.written = words if words != suggestion.text else ""
    changed = write_text(
        actor=actor,
        variant=variant,
        version=variant.version,
        text=variant.text[: anchor.start] + words + variant.text[anchor.end :],
        presence=variant.presence,
        reason=f"Accepted a suggestion of {suggestion.comment.author.signature(suggestion.comment.attributed_to)}",
        replaced=anchor if words.strip() else None,
    )
    if words.strip():
        place = make_anchor(changed.text, anchor.start, anchor.start + len(words))
        move_anchor(anchor, place, changed.version)
    return Revision.objects.get(variant=changed, number=changed.version)


def _accepted_suggestion(thread: Thread, seen: int) -> Suggestion:
    _refuse_another_open(thread)
    suggestions = Suggestion.objects.select_related("comment__author", "revision").filter(thread=thread)
    written = suggestions.filter(state=Suggestion.State.ACCEPTED, revision__isnull=False)
    suggestion = written.order_by("decided_at", "pk").last()
    if suggestion is None:
        raise Conflict(
            gettext("Nothing was written for this thread that could be taken back."), code="nothing_accepted"
        )
    return _same(suggestion, seen, thread)


def _refuse_another_open(thread: Thread) -> None:
    if Suggestion.objects.filter(thread=thread, state=Suggestion.State.OPEN).exists():
        raise Conflict(gettext("Another suggestion is open here: decide that one first."), code="open_suggestion")


def _state_before(suggestion: Suggestion, variant: Variant) -> Revision:
    """Return the state that the suggestion changed; raise `Conflict` if the text reads otherwise since."""
    revision = suggestion.revision
    stands = (variant.pk, variant.text, variant.presence)
    if revision is None or (revision.variant_id, revision.text, revision.presence) != stands:
        raise Conflict(gettext("The text was changed since: restore it from its history."), code="changed_since")
    return Revision.objects.get(variant=variant, number=revision.number - 1)


def _seen(thread: Thread, version: int) -> Thread:
    """Return the thread, locked, if it is as the person saw it; its version counts the changes of its words too."""
    current = Thread.objects.select_for_update().get(pk=thread.pk)
    if current.version != version:
        raise Stale(gettext("This discussion, or the text it speaks of, was changed in the meantime."), current=current)
    return current


def _same(suggestion: Suggestion, seen: int, thread: Thread) -> Suggestion:
    if suggestion.pk != seen:
        raise Stale(gettext("Another suggestion stands here than the one that was named."), current=thread)
    return suggestion


def _open_suggestion(thread: Thread, seen: int) -> Suggestion:
    standing = Suggestion.objects.select_related("comment__author").filter(thread=thread, state=Suggestion.State.OPEN)
    if not standing:
        raise Conflict(gettext("This thread has no open suggestion."), code="no_open_suggestion")
    return _same(next((one for one in standing if one.pk == seen), standing[0]), seen, thread)


def _reopen(accepted: Suggestion, thread: Thread, actor: User, after: dict[str, int]) -> Suggestion:
    accepted.state, accepted.decided_by, accepted.decided_at = Suggestion.State.OPEN, None, None
    accepted.decider_attributed_to, accepted.revision, accepted.written = "", None, ""
    accepted.save()
    _reopen_beside(actor, accepted)
    now = timezone.now()
    set_state(actor, thread, Thread.State.OPEN, at=now)
    touch(thread, now)
    record_thread(actor, Kind.SUGGESTION_UNDONE, thread, accepted, after=after, at=now)
    return accepted


def _reopen_beside(actor: User, accepted: Suggestion) -> None:
    """Open again what was superseded by an acceptance that is taken back, but for what was deleted meanwhile."""
    beside = Suggestion.objects.filter(superseded_by=accepted, state=Suggestion.State.SUPERSEDED)
    for suggestion in beside.filter(comment__deleted_at=None).select_related("thread"):
        suggestion.state, suggestion.superseded_by = Suggestion.State.OPEN, None
        suggestion.save(update_fields=["state", "superseded_by"])
        record_thread(actor, Kind.SUGGESTION_REOPENED, suggestion.thread, suggestion)


def _decide(suggestion: Suggestion, thread: Thread, actor: User, state: str) -> Suggestion:
    now = timezone.now()
    suggestion.state = state
    suggestion.decided_by, suggestion.decider_attributed_to = actor, ""
    suggestion.decided_at = now
    suggestion.save()
    if state == Suggestion.State.ACCEPTED:
        set_state(actor, thread, Thread.State.RESOLVED, at=now)
    touch(thread, now)
    kind = Kind.SUGGESTION_ACCEPTED if state == Suggestion.State.ACCEPTED else Kind.SUGGESTION_REJECTED
    record_thread(actor, kind, thread, suggestion, after={"reason": suggestion.reason}, at=now)
    return suggestion
