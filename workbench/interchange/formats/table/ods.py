"""Spreadsheets of LibreOffice (OpenDocument 1.3): a wide table whose cells are texts.

Reader and writer are our own, for white space has to be spelt out (part 3, section 6.1): a row of blanks is `text:s`, a
TAB `text:tab`, a line end a paragraph of its own. A cell is read as it is shown, so that 1.10 stays 1.10.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from workbench.interchange.archives import open_archive, write_archive
from workbench.interchange.document import Document
from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.formats.table import read_table
from workbench.interchange.formats.table.sheets import rows_of, rows_to_write
from workbench.interchange.limits import MAX_COLUMNS, MAX_TEXT
from workbench.interchange.opendocument import declare, manifest, write_line
from workbench.interchange.options import ReadOptions
from workbench.interchange.xml import iterate_elements, local_name
from workbench.text.words.digits import read_digits

__all__ = ["read", "write"]

MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_MOST_REPEATED = 200_000
_NAMESPACES = declare("office", "table", "text")


def read(data: bytes, options: ReadOptions) -> Document:
    """Return what the first sheet says; raises `FormatError` with the places of what is wrong."""
    archive = open_archive(data, options.max_bytes)
    reader = _Reader()
    rows = list(rows_of(reader.rows(archive.read("content.xml"))))
    return read_table(iter(rows), options, list(reader.remarks()))


def write(document: Document) -> bytes:
    """Return a wide table on one sheet, every cell a text."""
    rows = "".join(map(_write_row, rows_to_write(document)))
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content {_NAMESPACES} office:version="1.3">'
        f'<office:body><office:spreadsheet><table:table table:name="Texts">{rows}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    return write_archive(
        {"mimetype": MEDIA_TYPE, "META-INF/manifest.xml": manifest(MEDIA_TYPE, "content.xml"), "content.xml": content}
    )


class _Reader:
    """Reads the rows of the first sheet, and remembers what it passed over."""

    def __init__(self) -> None:
        self.first: Any = None
        self.others: list[str] = []
        self.annotations = 0

    def rows(self, data: bytes) -> Iterator[tuple[int, Sequence[str]]]:
        """Yield the rows by their numbers; repeated ones as often as they are there, empty ones not at all."""
        number = 1
        made = 0
        is_first = True
        for element in iterate_elements(data, [f"{_TABLE}table-row", f"{_TABLE}table"], "content.xml"):
            if element.tag == f"{_TABLE}table":
                if not is_first:
                    self.others.append(element.get(f"{_TABLE}name", ""))
                is_first = False
                continue
            if not is_first:
                continue
            cells = self._cells(element)
            times = _repeated(element, "rows")
            if any(cells):
                made += times * len(cells) if times > 1 else 0
                if made > _MOST_REPEATED:
                    raise FormatError((Problem("", f"Expected at most {_MOST_REPEATED:,} cells like those above."),))
                yield from ((number + at, cells) for at in range(times))
            number += times

    def remarks(self) -> Iterator[str]:
        """Yield what is to be said of what was not read."""
        if self.others:
            yield f"Only the first sheet is read; there are {len(self.others):,} more: {', '.join(self.others[:5])}."
        if self.annotations:
            yield f"{self.annotations:,} comments on cells are not read; a column called comment is."

    def _cells(self, row: Any) -> list[str]:
        cells: list[str] = []
        empty = 0
        for cell in row:
            times = _repeated(cell, "columns")
            text = self._text(cell) if local_name(cell) == "table-cell" else ""
            if not text:
                empty += times
                continue
            if len(cells) + empty + times > MAX_COLUMNS:
                raise FormatError((Problem("", f"Expected at most {MAX_COLUMNS:,} columns."),))
            cells += [""] * empty + [text] * times
            empty = 0
        return cells

    def _text(self, cell: Any) -> str:
        self.annotations += sum(local_name(one) == "annotation" for one in cell)
        pieces = (piece for one in cell if one.tag == f"{_TEXT}p" for piece in chain(_pieces(one), "\n"))
        text, length = [], 0
        for piece in pieces:
            length += len(piece)
            if length > 2 * MAX_TEXT:  # a blank stands for as many as its element says
                raise FormatError((Problem("", f"Expected at most {MAX_TEXT:,} characters in a cell."),))
            text.append(piece)
        return "".join(text[:-1])


def _repeated(element: Any, what: str) -> int:
    said = element.get(f"{_TABLE}number-{what}-repeated", "1")
    return read_digits(said, lowest=1, longest=9) or 1


def _pieces(element: Any) -> Iterable[str]:
    yield element.text or ""
    for part in element:
        name = local_name(part)
        if name == "s":
            said = read_digits(part.get(f"{_TEXT}c", "1"), longest=6)
            yield " " * (1 if said is None else said)
        elif name == "tab":
            yield "\t"
        elif name == "line-break":
            yield "\n"
        elif name in {"span", "a", "ruby", "ruby-base"}:
            yield from _pieces(part)
        yield part.tail or ""


def _write_row(cells: Sequence[str]) -> str:
    return f"<table:table-row>{''.join(map(_write_cell, cells))}</table:table-row>"


def _write_cell(text: str) -> str:
    if not text:
        return "<table:table-cell/>"
    lines = "".join(f"<text:p>{write_line(line)}</text:p>" for line in text.split("\n"))
    return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'
