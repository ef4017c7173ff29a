"""Paragraphs of a Word document as pieces of text: which were inserted, which deleted, where comments begin and end.

A text has two views: before the tracked changes and after them. Moved text is deleted here and inserted there. A place
in the text is the number of the piece that follows it, and becomes an offset in either view.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from workbench.interchange.document import SpanRecord
from workbench.interchange.formats.docx.package import Package, attribute, children, read_moment
from workbench.interchange.xml import checked_text, local_name

__all__ = ["PRESENCE_STYLE", "REFERENCE_STYLE", "Block", "Change", "Piece", "View", "read_block"]

View = Literal["base", "final"]
REFERENCE_STYLE, PRESENCE_STYLE = "WorkbenchReference", "WorkbenchPresence"
_INSERTED, _DELETED = {"ins", "moveTo"}, {"del", "moveFrom"}
_TRANSPARENT = {"hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo"}
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_MARKS = {"i": "emphasis", "b": "strong"}


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


_NO_CHANGE = Change()


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters that were set and changed alike."""

    text: str
    change: Change = _NO_CHANGE
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

    def text(self, view: View) -> str:
        """Return the text in a view."""
        return "".join(piece.text for piece in self.pieces if piece.change.is_in(view))

    def offset(self, place: int, view: View) -> int:
        """Return the offset of a place in a view."""
        return sum(len(piece.text) for piece in self.pieces[:place] if piece.change.is_in(view))

    def markup(self, view: View) -> tuple[SpanRecord, ...]:
        """Return emphasis, strong words and notes in a view, by their starts."""
        spans = [SpanRecord("note", at, at, text=text) for at, text in self._noted(view)]
        for kind in sorted(_MARKS.values()):
            spans += self._marked(kind, view)
        return tuple(sorted(spans, key=lambda span: (span.start, -span.end)))

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


def read_block(paragraph: Any, package: Package) -> Block:
    """Return a paragraph as pieces."""
    block = Block()
    for properties in children(paragraph, "pPr"):
        block.is_heading = any(attribute(one, "val") in package.headings for one in children(properties, "pStyle"))
        marks = {local_name(one) for mark in children(properties, "rPr") for one in mark}
        block.has_changed_end = bool(marks & (_INSERTED | _DELETED))
    _walk(paragraph, block, package, _NO_CHANGE)
    return block


def _walk(element: Any, block: Block, package: Package, change: Change) -> None:
    for one in element:
        name = local_name(one)
        if name == "r":
            _read_run(one, block, package, change)
        elif name in _INSERTED | _DELETED:
            _walk(one, block, package, _changed(one, change, is_inserted=name in _INSERTED))
        elif name in _TRANSPARENT:
            _walk(one, block, package, change)
        elif name == "commentRangeStart":
            block.starts.setdefault(attribute(one, "id"), len(block.pieces))
        elif name == "commentRangeEnd":
            block.ends[attribute(one, "id")] = len(block.pieces)


def _changed(element: Any, change: Change, *, is_inserted: bool) -> Change:
    author, date = attribute(element, "author"), read_moment(attribute(element, "date"))
    if is_inserted:
        return replace(change, is_inserted=True, author=author, date=date)
    return replace(change, is_deleted=True, author=author, date=date)


def _read_run(run: Any, block: Block, package: Package, change: Change) -> None:
    marks, style = _properties(run)
    for one in run:
        name = local_name(one)
        if name in {"t", "delText"}:
            _add(block, checked_text(one.text or "", "the text"), change, marks, style)
        elif name in _CHARACTERS and attribute(one, "type") not in {"page", "column"}:
            _add(block, _CHARACTERS[name], change, marks, style)
        elif name == "sym":
            _add(block, _symbol(attribute(one, "char")), change, marks, style)
        elif name in {"footnoteReference", "endnoteReference"}:
            kind = name.removesuffix("Reference")
            block.notes.append((len(block.pieces), package.notes.get((kind, attribute(one, "id")), "")))
        elif name == "commentReference":
            block.points.setdefault(attribute(one, "id"), len(block.pieces))
        elif name == "ruby":
            for base in children(one, "rubyBase"):
                _walk(base, block, package, change)
        elif name in {"drawing", "pict", "AlternateContent", "object"}:
            has_words = any(local_name(part) == "txbxContent" for part in one.iter())
            block.has_boxes = block.has_boxes or has_words
            block.pictures += not has_words


def _properties(run: Any) -> tuple[frozenset[str], str]:
    marks, style = set(), ""
    for properties in children(run, "rPr"):
        for one in properties:
            name = local_name(one)
            if name in _MARKS and attribute(one, "val") not in {"0", "false", "off"}:
                marks.add(_MARKS[name])
            elif name == "rStyle":
                style = attribute(one, "val")
    return frozenset(marks), style


def _add(block: Block, text: str, change: Change, marks: frozenset[str], style: str) -> None:
    if style == REFERENCE_STYLE and not block.pieces:
        block.reference += text
    elif style == PRESENCE_STYLE:
        block.presence += text
    elif text:
        block.pieces.append(Piece(text, change, marks))


def _symbol(code: str) -> str:
    """Return the character of a symbol; those of symbol fonts lie in a private area, and are no characters."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return "" if 0xF000 <= number <= 0xF0FF or number > 0xFFFF else checked_text(chr(number), "the text")
