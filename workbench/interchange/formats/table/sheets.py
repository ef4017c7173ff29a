"""Tables of spreadsheets: their cells hold texts as they are, where CSV has to guard them against being run.

A cell that stands for a presence (`[omitted]`) is one; a text that reads so has an apostrophe before it, as in CSV.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from workbench.interchange.document import Document
from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.formats.table.cells import MARKERS, Row, escape, unescape
from workbench.interchange.formats.table.wide import wide_rows
from workbench.interchange.limits import MAX_BYTES, MAX_COLUMNS, MAX_ROWS
from workbench.interchange.losses import describe_review, describe_untold, only_work
from workbench.interchange.xml import checked_text

__all__ = ["Sheet", "losses", "rows_of", "rows_to_write"]

Sheet = Iterable[tuple[int, Sequence[str]]]
"""Rows by their numbers (from 1), with the texts of their cells; rows may be missing, and cells at their ends."""

_MARKER = re.compile(rf"'*\s*\[\s*(?:{'|'.join(MARKERS)})\s*\]\s*\Z", re.IGNORECASE)


def rows_of(sheet: Sheet) -> Iterator[Row]:
    """Yield the rows that hold anything, as wide as the first, in the form in which tables are read.

    A text may stand in many cells and once in the file: what all cells hold together is bounded too.
    """
    width = length = 0
    for count, (number, texts) in enumerate(sheet):
        if count > MAX_ROWS:
            raise FormatError((Problem("", f"Expected at most {MAX_ROWS:,} rows."),))
        if len(texts) > MAX_COLUMNS:
            raise FormatError((Problem(f"line {number}", f"Expected at most {MAX_COLUMNS:,} columns."),))
        length += sum(map(len, texts))
        if length > MAX_BYTES:
            raise FormatError((Problem(f"line {number}", f"Expected at most {MAX_BYTES:,} characters in all cells."),))
        if any(texts):
            width = width or len(texts)
            cells = [_read(checked_text(text, f"line {number}")) for text in texts]
            yield Row(number, tuple(cells + [""] * (width - len(cells))))


def rows_to_write(document: Document) -> Iterator[list[str]]:
    """Yield the texts of the cells of a wide table, with comments and their states where there are threads."""
    work = only_work(document)
    if not work.translations:
        raise FormatError((Problem("/works/0/translations", "A table needs at least one translation."),))
    for cells in wide_rows(work, with_comments=True):
        yield [cell if _MARKER.match(cell) else unescape(cell) for cell in cells]


def losses(document: Document) -> tuple[str, ...]:
    """Say in sentences what of `document` a spreadsheet does not carry."""
    work = only_work(document)
    return (*describe_untold(replace(work, threads=())), *describe_review(work))


def _read(text: str) -> str:
    return text if _MARKER.match(text) else escape(text)
