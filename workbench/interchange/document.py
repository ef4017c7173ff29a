"""The neutral document that every format reads into and writes from.

A `Document` holds works; a work holds its translations, its passages with what each translation says for
them, the threads of discussion (`discussion`) and what stands between translations (`relations`). Everything is a
frozen value. Times are ISO 8601 strings in UTC; people are names. Offsets count code points, half-open. Defaults mean
"the source said nothing of it".
"""

from dataclasses import field
from typing import TYPE_CHECKING

from workbench.interchange.discussion import AnchorRecord, CommentRecord, MoveRecord, SuggestionRecord, ThreadRecord
from workbench.interchange.relations import CorrectionRecord, DerivationRecord, GroupRecord, MarkRecord, RuleRecord

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    from workbench.interchange.quick import dataclass

__all__ = [
    "AnchorRecord",
    "CommentRecord",
    "CorrectionRecord",
    "DerivationRecord",
    "Document",
    "GroupRecord",
    "MarkRecord",
    "MoveRecord",
    "PassageRecord",
    "RevisionRecord",
    "RuleRecord",
    "SpanRecord",
    "SuggestionRecord",
    "ThreadRecord",
    "TranslationRecord",
    "VariantRecord",
    "WorkRecord",
]


@dataclass(frozen=True, slots=True)
class SpanRecord:
    """Markup of the words `start:end` of a text, or of the point between two characters where `start` is `end`.

    `kind` is one of `vocabulary.MARKUP`, which says what `value` means for each. `text` is what the span itself says
    (of a note, or of what is taken for a placeholder), in `language` where that is another than the text's. Spans of a
    text stand in the order of their starts, of two that start together the longer first; they may nest and overlap.
    """

    kind: str
    start: int
    end: int
    value: str = ""
    text: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class RevisionRecord:
    """One state a variant had: numbered from 1, oldest first; the last is the present one."""

    number: int
    text: str
    presence: str = "present"
    reason: str = ""
    author: str = ""
    created_at: str = ""
    markup: tuple[SpanRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class VariantRecord:
    """What the translation `siglum` says for the passage; `presence` is one of `vocabulary.PRESENCES`.

    `alignment` says how the text came to its passage: auto (placed by the aligner, nobody looked) or confirmed.
    `markup` is that of `text`, as the last revision has it. `reference` is what the translation itself prints for the
    passage, where that is not the passage's reference ("22:1", "3-4"). `order` is the text's place (from 1) in the
    translation's own order of reading, None where that is the order of the passages.
    """

    siglum: str
    text: str
    presence: str = "present"
    revisions: tuple[RevisionRecord, ...] = ()
    alignment: str = ""
    markup: tuple[SpanRecord, ...] = ()
    reference: str = ""
    order: int | None = None


@dataclass(frozen=True, slots=True)
class PassageRecord:
    """One aligned unit. `reference` is None where the source has none: it is then matched by order.

    `path` are its labels by the levels of the work, outermost first ("Ps", "23", "1"), () where it stands in no tree.
    """

    reference: str | None
    variants: tuple[VariantRecord, ...] = ()
    heading: str = ""
    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TranslationRecord:
    """One whole rendering. `language` is a BCP 47 tag; `role` is original, translation or machine.

    `year` is the date as the source gives it, `source` the address that the text was taken from, `title` the
    rendering's own. `numbering` names the way in which it counts its passages, "" for the work's.
    """

    siglum: str
    language: str = ""
    role: str = "translation"
    translator: str = ""
    year: str = ""
    citation: str = ""
    rights: str = ""
    notes: str = ""
    title: str = ""
    source: str = ""
    numbering: str = ""


@dataclass(frozen=True, slots=True)
class WorkRecord:
    """The text that was translated, with all that is known of it.

    `levels` name what the labels of a path are, outermost first ("book", "chapter", "verse"); `numbering` is the way in
    which the references count; `series` the row of works it stands in ("Moralia"). `rules` are the work's equivalences;
    `corrections` what scholars said against its collations and of words that answer each other.
    """

    title: str = ""
    slug: str = ""
    author: str = ""
    language: str = ""
    description: str = ""
    translations: tuple[TranslationRecord, ...] = ()
    passages: tuple[PassageRecord, ...] = ()
    threads: tuple[ThreadRecord, ...] = ()
    levels: tuple[str, ...] = ()
    numbering: str = ""
    series: str = ""
    groups: tuple[GroupRecord, ...] = ()
    derivations: tuple[DerivationRecord, ...] = ()
    rules: tuple[RuleRecord, ...] = ()
    corrections: tuple[CorrectionRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """What a file says. `warnings` name what the file holds and the document cannot carry.

    `offered` is what it says of its one translation, by the fields of `TranslationRecord`, where that may be wrong: who
    signs a page need not have made its text. It is offered, never taken unasked.
    """

    works: tuple[WorkRecord, ...]
    warnings: tuple[str, ...] = field(default=())
    offered: tuple[tuple[str, str], ...] = ()
