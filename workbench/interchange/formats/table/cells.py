"""Rows of cells in and out, as RFC 4180 has them, with the line each row starts on.

A cell that a spreadsheet would run as a formula is written with an apostrophe before it, and so is a
cell that already has apostrophes before such a beginning; reading takes exactly one apostrophe away
from exactly those cells. Every other text, `'tis` among them, is written as it is, so every text comes
back exact. The beginnings are those the OWASP page on CSV injection lists, with the full-width ones,
behind one quotation mark too.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.limits import MAX_COLUMNS, MAX_TEXT
from workbench.interchange.options import Quoting

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    from workbench.interchange.quick import dataclass

__all__ = [
    "MARKERS",
    "Row",
    "escape",
    "name_column",
    "presence_of",
    "read_rows",
    "stream_rows",
    "unescape",
    "write_rows",
    "write_sheet",
]

MARKERS = {"omitted": "[omitted]", "joined": "[joined]", "lacunose": "[lacunose]"}
"""Cells of a wide table that stand for a presence; a text that reads like one is escaped as a formula is."""

_PIECE = 200  # rows
_BOM = b"\xef\xbb\xbf"
_MARKER = r"\s*\[\s*(?:" + "|".join(MARKERS) + r")\s*\]\s*\Z"
_GUARDED = rf'"?[=+\-@\t\r\n＝＋－＠]|(?i:{_MARKER})'
_PRESENCES = {marker: presence for presence, marker in MARKERS.items()}
_IS_MARKER = re.compile(f"(?i:{_MARKER})")
_TO_ESCAPE = re.compile(f"'*(?:{_GUARDED})")
_ESCAPED = re.compile(f"'+(?:{_GUARDED})")


csv.field_size_limit(2 * MAX_TEXT)  # the reader's own bound is lower than what a variant may hold


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row as they stand in the file (still escaped); `line` counts from 1."""

    line: int
    cells: tuple[str, ...]


def escape(text: str) -> str:
    """Return `text` as a cell that no spreadsheet runs and no reader takes for a presence."""
    return f"'{text}" if _TO_ESCAPE.match(text) else text


def unescape(cell: str) -> str:
    """Return the text that `escape` was given."""
    return cell[1:] if _ESCAPED.match(cell) else cell


def presence_of(cell: str) -> str:
    """Return the presence that a cell stands for (`[omitted]`, `[Omitted]`), "" if it is a text."""
    return _PRESENCES["".join(cell.casefold().split())] if _IS_MARKER.match(cell) else ""


def read_rows(text: str, delimiter: str, quoting: Quoting) -> Iterator[Row]:
    """Yield the rows that hold anything, or raise `FormatError` with the line where the quoting breaks."""
    if quoting == "none":
        lines = enumerate(text.split("\n"), 1)
        rows: Iterator[tuple[int, list[str]]] = ((at, line.split(delimiter)) for at, line in lines)
    else:
        rows = _quoted_rows(text, delimiter)
    return (_row(line, cells) for line, cells in rows if any(cells))


def write_rows(rows: Iterable[Iterable[str]], delimiter: str, line_end: str) -> str:
    """Return the rows of escaped cells as text, quoted where RFC 4180 asks for it."""
    return "".join(stream_rows(rows, delimiter, line_end))


def stream_rows(rows: Iterable[Iterable[str]], delimiter: str, line_end: str) -> Iterator[str]:
    """Yield the same text in pieces of some hundred rows, as the rows come."""
    coming = iter(rows)
    while some := list(islice(coming, _PIECE)):
        out = io.StringIO()
        csv.writer(out, delimiter=delimiter, lineterminator=line_end).writerows(some)
        yield out.getvalue()


def write_sheet(rows: Iterable[Iterable[str]]) -> bytes:
    """Return rows for a spreadsheet: CSV in UTF-8 with a byte order mark, every cell escaped."""
    return _BOM + write_rows(([escape(cell) for cell in row] for row in rows), ",", "\r\n").encode()


def name_column(index: int) -> str:
    """Return the spreadsheet's name of a column counted from 0: A, B … Z, AA."""
    name = ""
    index += 1
    while index:
        index, letter = divmod(index - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def _row(line: int, cells: list[str]) -> Row:
    if len(cells) > MAX_COLUMNS:  # a few bytes a cell would fill the memory
        message = f"{len(cells):,} columns. Expected at most {MAX_COLUMNS:,}."
        raise FormatError((Problem(f"line {line}", message),))
    return Row(line, tuple(cells))


def _quoted_rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        hint = "If the file has no quoting (quotation marks are text), say quoting = none."
        raise FormatError((Problem(f"line {line}", f"The quoting breaks here: {error}. {hint}"),)) from error
