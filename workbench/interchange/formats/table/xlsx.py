"""Spreadsheets of Excel (Office Open XML, ECMA-376): a wide table whose cells are texts, written by XlsxWriter.

The reader is our own: cells as they are shown where they are numbers (1.10 stays 1.10), `_x0041_` read as what it
escapes (part 1, section 22.9.2.19), readings above Chinese characters left out, and memory that goes with what is there
and not with the last cell's address.
"""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from posixpath import join, normpath
from typing import Any

from workbench.interchange.archives import Archive, open_archive
from workbench.interchange.document import Document
from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.extras import load_extra
from workbench.interchange.formats.table import read_table
from workbench.interchange.formats.table.cells import name_column
from workbench.interchange.formats.table.sheets import rows_of, rows_to_write
from workbench.interchange.limits import MAX_COLUMNS
from workbench.interchange.options import ReadOptions
from workbench.interchange.xml import iterate_elements, local_name, parse_xml
from workbench.text.words.digits import read_digits

__all__ = ["read", "write"]

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LONGEST = 32_767
_DATES = {*range(14, 23), *range(45, 48)}
_DECIMALS = {1: 0, 2: 2, 3: 0, 4: 2}
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


@dataclass(slots=True)
class _Book:
    """What cells refer to: texts, the kind of number by style; and counts of what is not plain text."""

    texts: Sequence[str] = ()
    styles: Sequence[int | str | None] = ()
    epoch: datetime = field(default_factory=lambda: datetime(1899, 12, 30))  # noqa: DTZ001 - a date without a place
    formulas: int = 0
    numbers: int = 0


def read(data: bytes, options: ReadOptions) -> Document:
    """Return what the first sheet says; raises `FormatError` with the places of what is wrong."""
    archive = open_archive(data, options.max_bytes)
    path, others = _find_sheet(archive)
    book = _read_book(archive)
    rows = list(rows_of(_read_rows(archive.read(path), book, path)))
    remarks = list(_remark(archive, book, others))
    return read_table(iter(rows), options, remarks)


def write(document: Document) -> bytes:
    """Return a wide table on one sheet, every cell a text; raises `FormatError` for one longer than a cell may be."""
    xlsxwriter = load_extra("xlsxwriter")
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_urls": False})
    book.set_properties({"created": datetime(2000, 1, 1)})  # noqa: DTZ001 - the same bytes each time
    sheet = book.add_worksheet("Texts")
    wrapped = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    bold = book.add_format({"bold": True, "num_format": "@"})
    for at, cells in enumerate(rows_to_write(document)):
        for column, text in enumerate(cells):
            if len(text) > _LONGEST:
                place = f"The cell {name_column(column)}{at + 1}"
                message = f"{place} would have {len(text):,} characters; one holds {_LONGEST:,}."
                raise FormatError((Problem("", message),))
            if text:
                sheet.write_string(at, column, text, wrapped if at else bold)
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, 0, 14)
    sheet.set_column(1, 50, 48)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    book.close()
    return out.getvalue()


def _find_sheet(archive: Archive) -> tuple[str, list[str]]:
    """Return the path of the first sheet that is not hidden, and the names of the others."""
    book = parse_xml(archive.read("xl/workbook.xml"), "xl/workbook.xml")
    sheets = [one for one in book.iter() if local_name(one) == "sheet"]
    shown = [one for one in sheets if one.get("state", "visible") == "visible"] or sheets
    if not shown:
        raise FormatError((Problem("", "There is no sheet in it."),))
    relation = shown[0].get(_RELATION) or shown[0].get(_STRICT_RELATION)
    relations = parse_xml(archive.read("xl/_rels/workbook.xml.rels"), "xl/_rels/workbook.xml.rels")
    target = next((one.get("Target", "") for one in relations if one.get("Id") == relation), "")
    path = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
    return path, [one.get("name", "") for one in sheets if one is not shown[0]]


def _read_book(archive: Archive) -> _Book:
    book = _Book()
    if "xl/sharedStrings.xml" in archive.names:
        data = archive.read("xl/sharedStrings.xml")
        book.texts = [_rich_text(item) for item in iterate_elements(data, ["{*}si"], "xl/sharedStrings.xml")]
    if "xl/styles.xml" in archive.names:
        book.styles = list(_read_styles(parse_xml(archive.read("xl/styles.xml"), "xl/styles.xml")))
    workbook = parse_xml(archive.read("xl/workbook.xml"), "xl/workbook.xml")
    if any(local_name(one) == "workbookPr" and one.get("date1904") in {"1", "true"} for one in workbook):
        book.epoch = datetime(1904, 1, 1)  # noqa: DTZ001
    return book


def _read_styles(styles: Any) -> Iterator[int | str | None]:
    """Yield for each style of cells how a number is shown: with so many decimals, as a "date", or as it is (None)."""
    codes = {one.get("numFmtId"): one.get("formatCode", "") for one in styles.iter("{*}numFmt")}
    for formats in styles.iter("{*}cellXfs"):
        for one in formats:
            name = one.get("numFmtId", "0")
            yield _shown_as(read_digits(name) or 0, codes.get(name, ""))


def _shown_as(number: int, code: str) -> int | str | None:
    if number in _DATES or re.search(r"[ymdh]", re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", code), re.IGNORECASE):
        return "date"
    if found := re.fullmatch(r"(?:#,##)?0(?:\.(0+))?(?:_\))?", code):
        return len(found[1] or "")
    return _DECIMALS.get(number)


def _read_rows(data: bytes, book: _Book, path: str) -> Iterator[tuple[int, list[str]]]:
    last = 0
    for row in iterate_elements(data, ["{*}row"], path):
        said = read_digits(row.get("r", ""))
        last = last + 1 if said is None else said
        cells: list[str] = []
        for cell in row:
            at = _column(cell.get("r", ""), len(cells))
            if at >= MAX_COLUMNS:
                raise FormatError((Problem(f"line {last}", f"Expected at most {MAX_COLUMNS:,} columns."),))
            cells += [""] * (at + 1 - len(cells))
            cells[at] = _read_cell(cell, book)
        yield last, cells


def _column(address: str, following: int) -> int:
    letters = address.rstrip("0123456789")
    if not letters.isascii() or not letters.isalpha() or len(letters) > 3:
        return following
    number = 0
    for letter in letters.upper():
        number = 26 * number + ord(letter) - 64
    return number - 1


def _read_cell(cell: Any, book: _Book) -> str:
    kind = cell.get("t", "n")
    parts = {local_name(part): part for part in cell}
    book.formulas += "f" in parts
    if kind == "inlineStr":
        return _rich_text(parts["is"]) if "is" in parts else ""
    value = (parts["v"].text or "") if "v" in parts else ""
    if kind == "s":
        place = read_digits(value)
        return book.texts[place] if place is not None and place < len(book.texts) else ""
    if kind == "b":
        return "TRUE" if value == "1" else "FALSE" if value else ""
    return _read_number(value, cell.get("s", ""), book) if kind == "n" and value else _unescape(value)


def _read_number(value: str, style: str, book: _Book) -> str:
    try:
        number = float(value)
    except ValueError:
        return value
    book.numbers += 1
    place = read_digits(style)
    shown = book.styles[place] if place is not None and place < len(book.styles) else None
    if shown == "date" and 0 <= number < 2_958_466:
        moment = book.epoch + timedelta(days=number)
        return moment.date().isoformat() if number == int(number) else moment.isoformat(sep=" ", timespec="minutes")
    return f"{number:.{shown}f}" if isinstance(shown, int) else f"{number:.15g}"


def _rich_text(item: Any) -> str:
    """Return the text of an item, without the readings that stand above it."""
    parts = [one for one in item.iter("{*}t") if local_name(one.getparent()) != "rPh"]
    return _unescape("".join(part.text or "" for part in parts))


def _unescape(text: str) -> str:
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _remark(archive: Archive, book: _Book, others: Sequence[str]) -> Iterator[str]:
    if others:
        yield f"Only the first sheet is read; there are {len(others):,} more: {', '.join(others[:5])}."
    if book.formulas:
        yield f"{book.formulas:,} cells hold formulas; what they showed last is read."
    if book.numbers:
        said = "cells hold numbers or dates, not texts; they are read as they are shown, if that is known."
        yield f"{book.numbers:,} {said}"
    if any(name.startswith(("xl/comments", "xl/threadedComments/")) for name in archive.names):
        yield "Comments on cells are not read; a column called comment is."
