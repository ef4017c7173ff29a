"""Paragraphs as pieces of text: which were inserted, which deleted, where comments and notes stand.

A text has two views: before the tracked changes and after them. Moved text is deleted here and inserted there. A place
in the text is the number of the piece that follows it, and becomes an offset in either view.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import Literal

from workbench.interchange.document import SpanRecord

__all__ = ["MARKS", "NO_CHANGE", "PRESENCE_STYLE", "REFERENCE_STYLE", "Block", "Change", "Piece", "View"]

View = Literal["base", "final"]
REFERENCE_STYLE, PRESENCE_STYLE = "WorkbenchReference", "WorkbenchPresence"
"""The styles by which references and presences are known in a file that we wrote."""

MARKS = ("emphasis", "strong")


@dataclass(frozen=True, slots=True)
class Change:
    """Who inserted or deleted a piece, and when."""

    is_inserted: bool = False
    is_deleted: bool = False
    author: str = ""
    date: str = ""

    def is_in(self, view: View) -> bool:
        """Whether the piece stands in a view of the text."""
        return not (self.is_inserted if view == "base" else self.is_deleted)


NO_CHANGE = Change()


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters that were set and changed alike; `marks` are some of `MARKS`."""

    text: str
    change: Change = NO_CHANGE
    marks: frozenset[str] = frozenset()


@dataclass(slots=True)
class Block:
    """A paragraph, or a cell of a table. Comments and notes stand before the piece of their number."""

    pieces: list[Piece] = field(default_factory=list)
    starts: dict[str, int] = field(default_factory=dict)
    ends: dict[str, int] = field(default_factory=dict)
    points: dict[str, int] = field(default_factory=dict)
    notes: list[tuple[int, str]] = field(default_factory=list)
    reference: str = ""
    presence: str = ""
    is_heading: bool = False
    has_boxes: bool = False
    pictures: int = 0
    has_changed_end: bool = False
    _offsets: dict[View, list[int]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def add(self, text: str, change: Change, marks: frozenset[str], style: str) -> None:
        """Add characters; those in a style of ours are the reference before the text, or say its presence."""
        if style == REFERENCE_STYLE and not self.pieces:
            self.reference += text
        elif style == PRESENCE_STYLE:
            self.presence += text
        elif text:
            self.pieces.append(Piece(text, change, marks))

    def text(self, view: View) -> str:
        """Return the text in a view."""
        return "".join(piece.text for piece in self.pieces if piece.change.is_in(view))

    def offset(self, place: int, view: View) -> int:
        """Return the offset of a place in a view."""
        known = self._offsets.get(view, [])
        if len(known) != len(self.pieces) + 1:
            lengths = (len(piece.text) if piece.change.is_in(view) else 0 for piece in self.pieces)
            known = self._offsets[view] = [0, *accumulate(lengths)]
        return known[place]

    def markup(self, view: View) -> tuple[SpanRecord, ...]:
        """Return emphasis, strong words and notes in a view, by their starts."""
        spans = [SpanRecord("note", at, at, text=text) for at, text in self._noted(view)]
        for kind in MARKS:
            spans += self._marked(kind, view)
        return tuple(sorted(spans, key=lambda span: (span.start, -span.end)))

    def copy(self) -> "Block":
        """Return the same paragraph, to be added to."""
        return replace(
            self,
            pieces=[*self.pieces],
            notes=[*self.notes],
            starts={**self.starts},
            ends={**self.ends},
            points={**self.points},
        )

    def extend(self, other: "Block") -> None:
        """Add another paragraph of the same cell, on a line of its own."""
        if self.pieces or other.pieces:
            self.pieces.append(Piece("\n"))
        shift = len(self.pieces)
        self.pieces += other.pieces
        self.notes += [(at + shift, text) for at, text in other.notes]
        for mine, theirs in ((self.starts, other.starts), (self.ends, other.ends), (self.points, other.points)):
            mine |= {name: at + shift for name, at in theirs.items()}
        self.presence = self.presence or other.presence
        self.has_boxes = self.has_boxes or other.has_boxes
        self.pictures += other.pictures

    def _noted(self, view: View) -> Iterator[tuple[int, str]]:
        return ((self.offset(place, view), text) for place, text in self.notes if text)

    def _marked(self, kind: str, view: View) -> list[SpanRecord]:
        spans: list[SpanRecord] = []
        at = 0
        for piece in self.pieces:
            if not piece.change.is_in(view) or not piece.text:
                continue
            if kind in piece.marks:
                if spans and spans[-1].end == at:
                    spans[-1] = replace(spans[-1], end=at + len(piece.text))
                else:
                    spans.append(SpanRecord(kind, at, at + len(piece.text)))
            at += len(piece.text)
        return spans
