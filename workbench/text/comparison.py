"""The values a comparison of two texts is made of. Offsets are code points of the texts compared, half-open."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

__all__ = [
    "CharacterDifference",
    "Comparison",
    "Difference",
    "DifferenceType",
    "Link",
    "LinkKind",
    "LinkRun",
    "Segment",
    "Span",
    "Verdict",
]

DifferenceType = Literal[
    "case",
    "punctuation",
    "spacing",
    "diacritics",
    "spelling",
    "number",
    "gloss",
    "wording",
    "addition",
    "omission",
    "move",
]
Verdict = Literal["identical", "equal", "different", "unrelated"]
LinkKind = Literal["equal", "near", "moved"]


@dataclass(frozen=True, slots=True)
class Span:
    """The characters `start:end` of one text."""

    start: int
    end: int

    def __bool__(self) -> bool:
        """Tell whether the span holds any character."""
        return self.end > self.start

    def of(self, text: str) -> str:
        """Return what stands there."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class CharacterDifference:
    """Inside a pair of near-equal words: `left` of the left text stands against `right` of the right text.

    The spans count from the start of the whole texts, as all others do; one of them may be empty.
    """

    left: Span
    right: Span


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where the two texts part.

    An `addition` has an empty `left` at the place where the right text has more words, an `omission` an empty `right`.
    A `move` is one difference whose ends stand at different places: among the others it is listed where its left end
    is, and its right end may lie before or after the right ends of its neighbours. `note` names what the eye cannot
    see.
    """

    type: DifferenceType
    left: Span
    right: Span
    characters: tuple[CharacterDifference, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """Which words answer which: the same words, near-equal ones, or words that stand elsewhere."""

    left: Span
    right: Span
    kind: LinkKind


@dataclass(frozen=True, slots=True)
class LinkRun:
    """Links of one kind in a row, as columns: a long text has a link for every word."""

    kind: LinkKind
    left_starts: tuple[int, ...]
    left_ends: tuple[int, ...]
    right_starts: tuple[int, ...]
    right_ends: tuple[int, ...]

    @property
    def links(self) -> Iterator[Link]:
        """The links as values."""
        lefts = map(Span, self.left_starts, self.left_ends)
        rights = map(Span, self.right_starts, self.right_ends)
        return (Link(left, right, self.kind) for left, right in zip(lefts, rights, strict=True))


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of both texts, for drawing them: all segments together cover each text once, in order.

    `difference` is the index in `Comparison.differences`, or None where the texts agree. A segment of a difference
    is as wide as the difference or wider by the white space that comes or goes with its words, so that the agreeing
    segments are equal character by character (unless something is ignored). A move has two segments with one index:
    its left end against nothing, and nothing against its right end.
    """

    left: Span
    right: Span
    difference: int | None

    @property
    def kind(self) -> Literal["equal", "difference"]:
        """`equal` or `difference`."""
        return "equal" if self.difference is None else "difference"


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two texts differ.

    `verdict`: `identical` character by character; `equal` under what is ignored; `different`; or `unrelated`: they
    share too little, and the only difference is the whole. `similarity` is 0..1. `approximate` says that the texts
    were too large for an exact comparison. `runs` hold the links in their compact form.
    """

    verdict: Verdict
    similarity: float
    differences: tuple[Difference, ...] = ()
    segments: tuple[Segment, ...] = ()
    approximate: bool = False
    runs: tuple[LinkRun, ...] = ()

    @property
    def links(self) -> tuple[Link, ...]:
        """Which word answers which, in the order of the left text."""
        return tuple(link for run in self.runs for link in run.links)
