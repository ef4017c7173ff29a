"""What a placing is made of. Offsets are code points of the running text, half-open."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from workbench.text.words.spans import Span

__all__ = ["Piece", "Placing", "State"]

State = Literal["present", "omitted", "joined", "unentered"]


@dataclass(frozen=True, slots=True)
class Piece:
    """`start:end` of the text, the words of passage number `passage` (from 0), or of none: boilerplate.

    `confidence` (0..1) speaks of where it starts; `is_confirmed`: a person has said that it is right.
    """

    start: int
    end: int
    passage: int | None
    confidence: float = 1.0
    is_confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Placing:
    """The pieces of `text`, in order, each holding a word at least, together all of it.

    `states` says of each passage what becomes of it: present with exactly one piece; omitted by the translator;
    joined, its words standing with the passage before; unentered, for the text does not reach it.
    """

    text: str
    pieces: tuple[Piece, ...]
    states: tuple[State, ...]
    places: dict[int, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        places = {piece.passage: place for place, piece in enumerate(self.pieces) if piece.passage is not None}
        object.__setattr__(self, "places", places)

    def span_of(self, passage: int) -> Span | None:
        """Return where the words of a passage stand, without the white space around them; None if it has none."""
        place = self.places.get(passage)
        return None if place is None else self.strip(self.pieces[place])

    def text_of(self, passage: int) -> str:
        """Return the words of a passage, "" if it has none."""
        span = self.span_of(passage)
        return self.text[span.start : span.end] if span else ""

    def boilerplate(self) -> Iterator[Span]:
        """Yield the spans of the text that have no place, in order."""
        return (self.strip(piece) for piece in self.pieces if piece.passage is None)

    def doubtful(self, floor: float = 0.8) -> list[int]:
        """Return the passages whose start is less sure than `floor` and that nobody confirmed, the least sure first."""
        unsure = [one for one in self.pieces if one.confidence < floor and not one.is_confirmed]
        return [
            one.passage
            for one in sorted(unsure, key=lambda one: (one.confidence, one.start))
            if one.passage is not None
        ]

    def strip(self, piece: Piece) -> Span:
        """Return where a piece's words stand, without the white space around them."""
        words = self.text[piece.start : piece.end]
        start = piece.start + len(words) - len(words.lstrip())
        return Span(start, start + len(words.strip()))
