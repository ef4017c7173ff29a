"""Threads with all that hangs on them, as they are sent."""

from typing import Annotated, TypedDict

from workbench.api.protocol.current import shows_current
from workbench.api.resources.people.presenters import Moment, PersonShown, moment, optional_moment, show_person
from workbench.review.merging import words_now
from workbench.review.models import Anchor, Comment, Note, Suggestion, Thread
from workbench.review.rendering import render_comment

__all__ = [
    "AnchorShown",
    "CommentShown",
    "NoteShown",
    "SuggestedShown",
    "SuggestionShown",
    "ThreadShown",
    "show_anchor",
    "show_comment",
    "show_note",
    "show_own_comment",
    "show_suggestion",
    "show_thread",
]


class AnchorShown(TypedDict):
    """Words of a variant: code points `start` to `end` (half-open) of its revision `revision`.

    Of a `changed` one words were replaced: `quote` is what stands there now, `meant` what stood there before; somebody
    has to confirm it or to attach it elsewhere. An `orphaned` one has lost its words: place and quote say where they
    last stood.
    """

    id: int
    variant: int
    siglum: str
    state: Annotated[str, Anchor.State]
    revision: int
    start: int
    end: int
    quote: str
    prefix: str
    suffix: str
    meant: str


class SuggestionShown(TypedDict):
    """`text` in place of the anchor's words. `revision` is the number of the revision that took it in.

    `reads` are the words that accepting it puts there: `text`, or where its words were changed since, both changes.
    Null where it is not open, and where its words are lost or somebody has to confirm first what they are.
    """

    id: int
    comment: int
    anchor: int
    text: str
    reads: str | None
    state: Annotated[str, Suggestion.State]
    reason: str
    decided_by: PersonShown | None
    decided_at: Moment | None
    revision: int | None


class CommentShown(TypedDict):
    """One contribution: CommonMark in `body`, safe HTML in `body_html`. A deleted one keeps its place without words."""

    id: int
    workspace: str
    thread: int
    version: int
    body: str
    body_html: str
    author: PersonShown
    is_deleted: bool
    created_at: Moment
    edited_at: Moment | None
    suggestion: SuggestionShown | None


class NoteShown(TypedDict):
    """What you noted at a thread: nobody else sees it."""

    id: int
    thread: int
    version: int
    body: str
    body_html: str
    created_at: Moment


class ThreadShown(TypedDict):
    """A discussion of a passage (no anchor), words (one) or a difference (several), with the newest suggestion.

    One of the work as a whole has no `passage`, and "" for its reference.
    """

    id: int
    workspace: str
    work: str
    passage: int | None
    reference: str
    version: int
    state: Annotated[str, Thread.State]
    category: str
    severity: str
    assignee: PersonShown | None
    labels: list[str]
    due_on: str | None
    author: PersonShown
    created_at: Moment
    updated_at: Moment
    anchors: list[AnchorShown]
    comments: list[CommentShown]
    suggestion: SuggestionShown | None


class StandingShown(TypedDict):
    """A thread before it was changed with others, in the form in which `threads/batch/` takes it."""

    id: int
    version: int
    state: Annotated[str, Thread.State]
    category: str
    severity: str
    assignee: str | None
    labels: list[str]
    due_on: str | None


class StandingsShown(TypedDict):
    """What undoes a batch when it is sent to `threads/batch/`."""

    threads: list[StandingShown]


class ChangedThreadsShown(TypedDict):
    """Several threads, changed; `undo` puts them back."""

    threads: list[ThreadShown]
    undo: StandingsShown


class DecidedShown(TypedDict):
    """A suggestion that was decided, and the version of its thread now."""

    id: int
    version: int
    suggestion: int


class DecisionsShown(TypedDict):
    """What undoes several acceptances when it is sent to `threads/batch/undo/`."""

    threads: list[DecidedShown]


class AcceptedShown(TypedDict):
    """Several threads whose suggestions were accepted; `undo` takes all of them back."""

    threads: list[ThreadShown]
    undo: DecisionsShown


class TakenBackShown(TypedDict):
    """Several threads whose suggestions are open again."""

    threads: list[ThreadShown]


class SuggestedShown(TypedDict):
    """The threads that were opened, in the order of the text."""

    threads: list[ThreadShown]


def show_anchor(anchor: Anchor) -> AnchorShown:
    """Show an anchor; its variant and translation should be loaded."""
    return {
        "id": anchor.pk,
        "variant": anchor.variant_id,
        "siglum": anchor.variant.translation.siglum,
        "state": anchor.state,
        "revision": anchor.revision,
        "start": anchor.start,
        "end": anchor.end,
        "quote": anchor.quote,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "meant": anchor.meant,
    }


def show_suggestion(suggestion: Suggestion) -> SuggestionShown:
    """Show a suggestion; who decided it, its revision and anchor should be loaded."""
    decider = suggestion.decided_by
    return {
        "id": suggestion.pk,
        "comment": suggestion.comment_id,
        "anchor": suggestion.anchor_id,
        "text": suggestion.text,
        "reads": words_now(suggestion, suggestion.anchor) if suggestion.state == Suggestion.State.OPEN else None,
        "state": suggestion.state,
        "reason": suggestion.reason,
        "decided_by": show_person(decider, suggestion.decider_attributed_to) if decider else None,
        "decided_at": optional_moment(suggestion.decided_at),
        "revision": suggestion.revision.number if suggestion.revision else None,
    }


def show_comment(comment: Comment, workspace: str, suggestion: Suggestion | None) -> CommentShown:
    """Show a comment with the suggestion that came with it; its author should be loaded."""
    return {
        "id": comment.pk,
        "workspace": workspace,
        "thread": comment.thread_id,
        "version": comment.version,
        "body": comment.body,
        "body_html": render_comment(comment.body),
        "author": show_person(comment.author, comment.attributed_to),
        "is_deleted": comment.deleted_at is not None,
        "created_at": moment(comment.created_at),
        "edited_at": optional_moment(comment.edited_at),
        "suggestion": show_suggestion(suggestion) if suggestion else None,
    }


@shows_current(Note)
def show_note(note: Note) -> NoteShown:
    """Show a note to its author."""
    return {
        "id": note.pk,
        "thread": note.thread_id,
        "version": note.version,
        "body": note.body,
        "body_html": render_comment(note.body),
        "created_at": moment(note.created_at),
    }


@shows_current(Comment)
def show_own_comment(comment: Comment) -> CommentShown:
    """Show a comment by itself; its workspace, author and suggestion should be loaded."""
    suggestion: Suggestion | None = getattr(comment, "suggestion", None)
    shown = None if suggestion is None or suggestion.is_withdrawn else suggestion
    return show_comment(comment, comment.workspace.slug, shown)


@shows_current(Thread)
def show_thread(thread: Thread) -> ThreadShown:
    """Show a thread that was loaded by `review.queries.whole`."""
    workspace = thread.work.workspace.slug
    suggestions = {one.comment_id: one for one in thread.suggestions.all() if not one.is_withdrawn}
    newest = max(suggestions.values(), key=lambda suggestion: suggestion.pk, default=None)
    return {
        "id": thread.pk,
        "workspace": workspace,
        "work": thread.work.slug,
        "passage": thread.passage_id,
        "reference": thread.passage.reference if thread.passage else "",
        "version": thread.version,
        "state": thread.state,
        "category": thread.category,
        "severity": thread.severity,
        "assignee": show_person(thread.assignee) if thread.assignee else None,
        "labels": thread.label_names,
        "due_on": thread.due_on.isoformat() if thread.due_on else None,
        "author": show_person(thread.created_by, thread.attributed_to),
        "created_at": moment(thread.created_at),
        "updated_at": moment(thread.updated_at),
        "anchors": [show_anchor(anchor) for anchor in thread.anchors.all()],
        "comments": [show_comment(one, workspace, suggestions.get(one.pk)) for one in thread.comments.all()],
        "suggestion": show_suggestion(newest) if newest else None,
    }
