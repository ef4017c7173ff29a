"""Paragraphs of a Word document as blocks: WordprocessingML (ECMA-376, part 1, section 17.3)."""

from dataclasses import replace
from typing import Any

from workbench.interchange.formats.docx.package import Package, attribute, children, read_marks
from workbench.interchange.office.moments import read_moment
from workbench.interchange.office.pieces import NO_CHANGE, Block, Change
from workbench.interchange.xml import checked_text, local_name

__all__ = ["read_block"]

_INSERTED, _DELETED = {"ins", "moveTo"}, {"del", "moveFrom"}
_TRANSPARENT = {"hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo"}
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


def read_block(paragraph: Any, package: Package) -> Block:
    """Return a paragraph as pieces."""
    block = Block()
    for properties in children(paragraph, "pPr"):
        block.is_heading = any(attribute(one, "val") in package.headings for one in children(properties, "pStyle"))
        marks = {local_name(one) for mark in children(properties, "rPr") for one in mark}
        block.has_changed_end = bool(marks & (_INSERTED | _DELETED))
    _walk(paragraph, block, package, NO_CHANGE)
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
    marks, style = _properties(run, package)
    for one in run:
        name = local_name(one)
        if name in {"t", "delText"}:
            block.add(checked_text(one.text or "", "the text"), change, marks, style)
        elif name in _CHARACTERS and attribute(one, "type") not in {"page", "column"}:
            block.add(_CHARACTERS[name], change, marks, style)
        elif name == "sym":
            block.add(_symbol(attribute(one, "char")), change, marks, style)
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


def _properties(run: Any, package: Package) -> tuple[frozenset[str], str]:
    style = next((attribute(one, "val") for part in children(run, "rPr") for one in children(part, "rStyle")), "")
    marks = {mark for properties in children(run, "rPr") for mark in read_marks(properties)}
    return package.marks.get(style, frozenset()) | marks, style


def _symbol(code: str) -> str:
    """Return the character of a symbol; those of symbol fonts lie in a private area, and are no characters."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return "" if 0xF000 <= number <= 0xF0FF or number > 0xFFFF else checked_text(chr(number), "the text")
