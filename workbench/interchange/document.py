"""The neutral document that every format reads into and writes from.

A `Document` holds works; a work holds its translations, its passages with what each translation says for
them, and the threads of discussion. Everything is a frozen value. Times are ISO 8601 strings in UTC; people are
names. Offsets count code points, half-open. Defaults mean "the source said nothing of it".
"""

from dataclasses import dataclass, field

__all__ = [
    "AnchorRecord",
    "CommentRecord",
    "Document",
    "PassageRecord",
    "RevisionRecord",
    "SuggestionRecord",
    "ThreadRecord",
    "TranslationRecord",
    "VariantRecord",
    "WorkRecord",
]


@dataclass(frozen=True, slots=True)
class RevisionRecord:
    """One state a variant had: numbered from 1, oldest first; the last is the present one."""

    number: int
    text: str
    presence: str = "present"
    reason: str = ""
    author: str = ""
    created_at: str = ""


@dataclass(frozen=True, slots=True)
class VariantRecord:
    """What the translation `siglum` says for the passage; `presence` is present, omitted or joined.

    `alignment` says how the text came to its passage: auto (placed by the aligner, nobody looked) or confirmed.
    """

    siglum: str
    text: str
    presence: str = "present"
    revisions: tuple[RevisionRecord, ...] = ()
    alignment: str = ""


@dataclass(frozen=True, slots=True)
class PassageRecord:
    """One aligned unit. `reference` is None where the source has none: it is then matched by order."""

    reference: str | None
    variants: tuple[VariantRecord, ...] = ()
    heading: str = ""


@dataclass(frozen=True, slots=True)
class TranslationRecord:
    """One whole rendering. `language` is a BCP 47 tag; `role` is original, translation or machine."""

    siglum: str
    language: str = ""
    role: str = "translation"
    translator: str = ""
    year: str = ""
    citation: str = ""
    rights: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class AnchorRecord:
    """Words of one variant: `start:end` in the text of revision number `revision`.

    `state` is placed, changed or orphaned. Among the words of a changed one, `meant`, others were put, and nobody has
    said yet whether it speaks of these; an orphan keeps the revision and offsets where it last stood.
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


@dataclass(frozen=True, slots=True)
class SuggestionRecord:
    """A proposed replacement for the words of the thread's anchor number `anchor` (from 0).

    `state` is open, accepted, rejected or superseded; `revision` is the one an acceptance wrote.
    """

    anchor: int
    text: str
    state: str = "open"
    reason: str = ""
    decided_by: str = ""
    decided_at: str = ""
    revision: int | None = None


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
    """A discussion of the passage `passage` (a reference); the first comment opens it."""

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


@dataclass(frozen=True, slots=True)
class WorkRecord:
    """The text that was translated, with all that is known of it."""

    title: str = ""
    slug: str = ""
    author: str = ""
    language: str = ""
    description: str = ""
    translations: tuple[TranslationRecord, ...] = ()
    passages: tuple[PassageRecord, ...] = ()
    threads: tuple[ThreadRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """What a file says. `warnings` name what the file holds and the document cannot carry."""

    works: tuple[WorkRecord, ...]
    warnings: tuple[str, ...] = field(default=())
