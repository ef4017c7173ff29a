"""What is said about the texts of a work: threads, their comments and suggestions, the words they speak of."""

from dataclasses import dataclass

__all__ = ["AnchorRecord", "CommentRecord", "MoveRecord", "SuggestionRecord", "ThreadRecord"]


@dataclass(frozen=True, slots=True)
class MoveRecord:
    """What became of an anchor once: `kind` is one of `vocabulary.MOVES`.

    It stood on `from_quote` in revision `from_revision` of the text of `from_passage` (a reference, "" for the thread's
    own), and then on `to_quote` ("" on no words) in revision `to_revision` of the anchor's text.
    """

    kind: str
    from_revision: int
    from_quote: str
    to_revision: int
    to_quote: str = ""
    from_passage: str = ""
    author: str = ""
    created_at: str = ""


@dataclass(frozen=True, slots=True)
class AnchorRecord:
    """Words of one variant: `start:end` in the text of revision number `revision`.

    `state` is placed, changed or orphaned. Among the words of a changed one, `meant`, others were put, and nobody has
    said yet whether it speaks of these; an orphan keeps the revision and offsets where it last stood. `moves` say what
    became of it before, oldest first.
    """

    siglum: str
    revision: int
    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""
    state: str = "placed"
    meant: str = ""
    moves: tuple[MoveRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class SuggestionRecord:
    """A proposed replacement for the words of the thread's anchor number `anchor` (from 0).

    `state` is open, accepted, rejected or superseded; `revision` is the one an acceptance wrote. `base` are the words
    it was made for, where the anchor has others now; `written` what the acceptance wrote, where that was not `text`.
    `superseded_by` counts the thread's comments from 1: the one whose suggestion took its place; 0: none did.
    """

    anchor: int
    text: str
    state: str = "open"
    reason: str = ""
    decided_by: str = ""
    decided_at: str = ""
    revision: int | None = None
    base: str = ""
    written: str = ""
    superseded_by: int = 0


@dataclass(frozen=True, slots=True)
class CommentRecord:
    """One contribution to a thread; `body` is CommonMark. A deleted comment keeps its place with an empty body."""

    author: str
    body: str
    created_at: str = ""
    edited_at: str = ""
    deleted_at: str = ""
    suggestion: SuggestionRecord | None = None


@dataclass(frozen=True, slots=True)
class ThreadRecord:
    """A discussion of the passage `passage` (a reference), or of the work as a whole ("", then without anchors).

    The first comment opens it. `due_on` is a day.
    """

    passage: str
    comments: tuple[CommentRecord, ...]
    anchors: tuple[AnchorRecord, ...] = ()
    state: str = "open"
    category: str = ""
    severity: str = ""
    author: str = ""
    assignee: str = ""
    created_at: str = ""
    updated_at: str = ""
    labels: tuple[str, ...] = ()
    due_on: str = ""
