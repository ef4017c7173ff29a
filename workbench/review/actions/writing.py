"""What the actions share: a comment with its suggestion, a choice from a list, a thread whose look has changed."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.utils.translation import gettext

from workbench.accounts.checks import checked_text
from workbench.accounts.models import User
from workbench.corpus import limits
from workbench.journal.kinds import Kind
from workbench.review.errors import Invalid
from workbench.review.folding import fold
from workbench.review.mentions import mentioned_in
from workbench.review.models import Comment, Mention, Suggestion, Thread
from workbench.review.recording import record_thread

__all__ = ["add_comment", "chosen", "note_mentions", "set_state", "supersede", "touch"]

_TOLD = {
    Thread.State.OPEN: Kind.THREAD_REOPENED,
    Thread.State.IN_PROGRESS: Kind.THREAD_BEGUN,
    Thread.State.RESOLVED: Kind.THREAD_RESOLVED,
    Thread.State.WONT_FIX: Kind.THREAD_DECLINED,
}


def add_comment(*, actor: User, thread: Thread, body: str, suggestion: str | None, now: datetime) -> Comment:
    """Add a comment to a thread; a suggestion that comes with it supersedes an open one of the same person."""
    body = checked_text("body", body, maximum=limits.COMMENT, required=suggestion is None)
    comment = Comment.objects.create(
        workspace_id=thread.workspace_id,
        thread=thread,
        body=body,
        folded=fold(body),
        author=actor,
        created_at=now,
    )
    record_thread(actor, Kind.COMMENT_ADDED, thread, comment, at=now)
    note_mentions(comment, now)
    if suggestion is not None:
        _add_suggestion(thread, comment, checked_text("suggestion", suggestion, maximum=limits.VARIANT))
    return comment


def note_mentions(comment: Comment, now: datetime) -> None:
    """Keep whom the words of a comment speak to, and record those whom they did not speak to before."""
    people = list(mentioned_in(comment.body, comment.workspace_id)) if "@" in comment.body else []
    before = set(comment.mentions.values_list("person_id", flat=True))
    comment.mentions.exclude(person__in=people).delete()
    new = [person for person in people if person.pk not in before]
    Mention.objects.bulk_create(
        Mention(workspace_id=comment.workspace_id, comment=comment, person=person) for person in new
    )
    if new:
        names = ", ".join(person.username for person in new)
        record_thread(comment.author, Kind.COMMENT_MENTIONED, comment.thread, comment, name=names, at=now)


def _add_suggestion(thread: Thread, comment: Comment, text: str) -> None:
    anchor = thread.anchors.order_by("position").first()
    if anchor is None:
        raise Invalid.field(
            "suggestion", gettext("A suggestion needs an anchor: the words to replace."), code="no_anchor"
        )
    if text == anchor.quote:
        raise Invalid.field(
            "suggestion", gettext("Other words than those that stand there are expected."), code="no_change"
        )
    own = thread.suggestions.filter(comment__author=comment.author, comment__attributed_to="")
    superseded = list(own.filter(state=Suggestion.State.OPEN))
    made = Suggestion.objects.create(
        workspace_id=thread.workspace_id,
        thread=thread,
        comment=comment,
        anchor=anchor,
        text=text,
        base=anchor.quote,
    )
    supersede(comment.author, superseded, made)
    record_thread(comment.author, Kind.SUGGESTION_MADE, thread, made, at=comment.created_at)


def supersede(actor: User, suggestions: Iterable[Suggestion], later: Suggestion | None = None) -> None:
    """Say that suggestions are not to be decided any more: `later` took their place, or nothing did."""
    for suggestion in suggestions:
        suggestion.state, suggestion.superseded_by = Suggestion.State.SUPERSEDED, later
        suggestion.save(update_fields=["state", "superseded_by"])
        record_thread(actor, Kind.SUGGESTION_SUPERSEDED, suggestion.thread, suggestion)


def set_state(actor: User, thread: Thread, state: str, *, at: datetime | None = None) -> None:
    """Say where a discussion stands: the one place where its state changes. Nothing happens where it stands so.

    `at` is the moment of what else is done by the same click: people are told of both as one thing.
    """
    before = Thread.objects.values_list("state", flat=True).get(pk=thread.pk)
    if before != state:
        Thread.objects.filter(pk=thread.pk).update(state=state)
        thread.state = state
        record_thread(
            actor, _TOLD[Thread.State(state)], thread, before={"state": before}, after={"state": state}, at=at
        )


def touch(thread: Thread, now: datetime) -> None:
    """Count the thread's version up: what is shown of it has changed."""
    current = Thread.objects.select_for_update().get(pk=thread.pk)
    Thread.objects.replace(current, version=current.version, updated_at=now)
    thread.refresh_from_db()


def chosen(name: str, value: str, known: Sequence[str], *, required: bool = False) -> str:
    """Return `value` if it is known (or empty, where nothing is required); raise `Invalid` otherwise."""
    if value not in known and (value or required):
        raise Invalid.field(
            name, gettext("One of %(known)s is expected.") % {"known": ", ".join(known)}, code=f"unknown_{name}"
        )
    return value
