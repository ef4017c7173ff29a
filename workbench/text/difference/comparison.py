"""The values a comparison of two texts is made of. Offsets are code points of the texts compared, half-open."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from workbench.text.difference.links import Link, LinkKind, link
from workbench.text.difference.opcodes import Row
from workbench.text.words.keys import Keys
from workbench.text.words.spans import Span

__all__ = [
    "CharacterDifference",
    "Comparison",
    "Difference",
    "DifferenceType",
    "Link",
    "LinkKind",
    "Part",
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
Part = tuple[int, int, int, int, int | None]  # a segment: left start and end, right start and end, difference
Verdict = Literal["identical", "equal", "different", "unrelated"]


class CharacterDifference(NamedTuple):
    """Inside a pair of near-equal words: `left` of the left text stands against `right` of the right text.

    The spans count from the start of the whole texts, as all others do; one of them may be empty.
    """

    left: Span
    right: Span


class Difference(NamedTuple):
    """One place where the two texts part.

    An `addition` has an empty `left` at the place where the right text has more words, an `omission` an empty `right`.
    A `move` is one difference whose ends stand at different places: among the others it is listed where its left end
    is, and its right end may lie before or after the right ends of its neighbours. So is a word that moved along with
    it and changed ("19 November", "9 November"), which has the type of its change. `note` names what the eye cannot
    see, or says that two numbers written differently have the same value.
    """

    type: DifferenceType
    left: Span
    right: Span
    characters: tuple[CharacterDifference, ...] = ()
    note: str = ""


class Segment(NamedTuple):
    """A run of both texts, for drawing them: all segments together cover each text once, in order.

    `difference` is the index in `Comparison.differences`, or None where the texts agree. A segment of a difference
    is as wide as the difference or wider by the white space that comes or goes with its words, so that the agreeing
    segments are equal character by character (unless something is ignored). A move, and a word that moved along with
    one, has two segments with one index: its left end against nothing, and nothing against its right end.
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
    were too large for an exact comparison. The fields below that
    are compact rows and words, from which `segments` and `links` are made when they are asked for.
    """

    verdict: Verdict
    similarity: float
    differences: tuple[Difference, ...] = ()
    parts: tuple[Part, ...] = ()
    approximate: bool = False
    rows: tuple[Row, ...] = field(default=(), repr=False, compare=False)
    words: tuple[Keys, Keys] | None = field(default=None, repr=False, compare=False)

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The runs that cover both texts, made anew from `parts` at each call."""
        return tuple(Segment(Span(a, b), Span(c, d), index) for a, b, c, d, index in self.parts)

    @property
    def links(self) -> tuple[Link, ...]:
        """Which word answers which, in the order of the left text, made anew at each call."""
        return link(self.rows, *self.words) if self.words else ()
