"""The difference of two texts, as it is sent. All offsets are code points of the texts compared, half-open."""

from typing import TypedDict

from workbench.api.resources.texts.presenters import VariantShown
from workbench.corpus.units import Unit, UnitText
from workbench.text import Comparison, Difference, Link, Span
from workbench.text.difference.comparison import DifferenceType, LinkKind, Verdict

__all__ = [
    "ComparisonShown",
    "NotesComparedShown",
    "PartShown",
    "PassageComparisonShown",
    "SpanShown",
    "show_comparison",
    "show_parts",
    "show_side",
    "show_span",
]


class SpanShown(TypedDict):
    """The characters `start` to `end` of a text, and what stands there."""

    start: int
    end: int
    text: str


class CharactersShown(TypedDict):
    """Inside near-equal words: these characters stand against those."""

    left: SpanShown
    right: SpanShown


class DifferenceShown(TypedDict):
    """One place where the texts part. An addition has an empty left side, an omission an empty right one."""

    type: DifferenceType
    left: SpanShown
    right: SpanShown
    characters: list[CharactersShown]
    note: str


class LinkShown(TypedDict):
    """Which word answers which: [start, end] on both sides."""

    left: list[int]
    right: list[int]
    kind: LinkKind


class SegmentShown(TypedDict):
    """A run of both texts: all of them in order cover both. `difference` is an index, null where the texts agree."""

    left: list[int]
    right: list[int]
    difference: int | None


class ComparisonShown(TypedDict):
    """How two texts differ. `similarity` is 0 to 1; `approximate`: the texts were too long for an exact comparison."""

    verdict: Verdict
    similarity: float
    approximate: bool
    differences: list[DifferenceShown]
    links: list[LinkShown]
    segments: list[SegmentShown]


class PartShown(TypedDict):
    """The characters `start` to `end` of a text that was compared are those of this variant."""

    variant: int
    version: int
    passage: int
    reference: str
    start: int
    end: int


class SideShown(TypedDict):
    """The text that was compared. Between parts stands white space that is nobody's."""

    text: str
    parts: list[PartShown]


class ComparedShown(TypedDict):
    """What was compared on both sides."""

    left: SideShown
    right: SideShown


class NotesComparedShown(ComparisonShown):
    """How the notes of two texts differ: those of each are read as one text, a line a note."""

    left: str
    right: str


class PassageComparisonShown(ComparisonShown):
    """How two variants of a passage differ. Passages that one of the two joins are compared as one: `compared` says
    what that was, and offsets count there. `notes` is null unless asked for.
    """

    passage: int
    reference: str
    left: VariantShown
    right: VariantShown
    compared: ComparedShown
    notes: NotesComparedShown | None


def show_comparison(comparison: Comparison, left: str, right: str) -> ComparisonShown:
    """Show a comparison of these two texts."""
    return {
        "verdict": comparison.verdict,
        "similarity": round(comparison.similarity, 6),
        "approximate": comparison.approximate,
        "differences": [_show_difference(difference, left, right) for difference in comparison.differences],
        "links": [_show_link(link) for link in comparison.links],
        "segments": [
            {"left": _pair(one.left), "right": _pair(one.right), "difference": one.difference}
            for one in comparison.segments
        ],
    }


def show_side(said: UnitText | None, unit: Unit) -> SideShown:
    """Show what one translation says in a unit."""
    return {"text": said.text, "parts": show_parts(said, unit)} if said else {"text": "", "parts": []}


def show_parts(said: UnitText, unit: Unit) -> list[PartShown]:
    """Show which variants a text is made of."""
    references = {passage.pk: passage.reference for passage in unit.passages}
    return [
        {
            "variant": variant.pk,
            "version": variant.version,
            "passage": variant.passage_id,
            "reference": references[variant.passage_id],
            "start": span.start,
            "end": span.end,
        }
        for variant, span in said.parts
    ]


def _show_difference(difference: Difference, left: str, right: str) -> DifferenceShown:
    return {
        "type": difference.type,
        "left": show_span(difference.left, left),
        "right": show_span(difference.right, right),
        "characters": [
            {"left": show_span(one.left, left), "right": show_span(one.right, right)} for one in difference.characters
        ],
        "note": difference.note,
    }


def _show_link(link: Link) -> LinkShown:
    return {"left": _pair(link.left), "right": _pair(link.right), "kind": link.kind}


def show_span(span: Span, text: str) -> SpanShown:
    """Show a span of a text with what stands there."""
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]
