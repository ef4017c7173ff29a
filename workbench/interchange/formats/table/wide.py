"""The wide table: a row a passage, first its reference, then a column for each translation.

An empty cell is a variant not entered; `[omitted]`, `[joined]` and `[lacunose]` are presences. A column of references
that is empty throughout leaves the passages to be matched by order. The layout `single` is the same
with one column of texts, whose translation the options name.
"""

from collections.abc import Iterator, Sequence

from workbench.interchange.checks import (
    complaint_about_language,
    complaint_about_reference,
    complaint_about_siglum,
    complaint_about_text,
)
from workbench.interchange.document import PassageRecord, TranslationRecord, VariantRecord, WorkRecord
from workbench.interchange.errors import Problem
from workbench.interchange.formats.table.cells import MARKERS, Row, escape, name_column, unescape
from workbench.interchange.formats.table.header import Column, parse_column, write_column
from workbench.interchange.limits import MAX_TRANSLATIONS

__all__ = ["find_columns", "find_problems", "make_passages", "make_translations", "wide_rows"]

_PRESENCES = {marker: presence for presence, marker in MARKERS.items()}


def find_columns(header: Row, rows: Sequence[Row]) -> list[Column]:
    """Return the translations of the header; columns without a name and without a text, as spreadsheets
    leave, go.
    """
    filled = max(map(_filled, (header, *rows)))
    return [parse_column(cell) for cell in header.cells[1:filled]]


def make_passages(columns: Sequence[Column], rows: Sequence[Row]) -> tuple[PassageRecord, ...]:
    """Return a passage for each row."""
    sigla = [column.siglum for column in columns]
    return tuple(
        PassageRecord(
            reference=unescape(row.cells[0].strip()) or None,
            variants=tuple(_variant(siglum, cell) for siglum, cell in zip(sigla, row.cells[1:], strict=False) if cell),
        )
        for row in rows
    )


def make_translations(columns: Sequence[Column]) -> tuple[TranslationRecord, ...]:
    """Return the translations that the columns name."""
    return tuple(TranslationRecord(siglum=column.siglum, language=column.language) for column in columns)


def find_problems(header: Row, columns: Sequence[Column], rows: Sequence[Row]) -> Iterator[Problem]:
    """Yield what is wrong with the header and the rows, each with its line and column."""
    yield from _problems_of_columns(header, columns)
    yield from _problems_of_references(rows)
    for row in rows:
        if len(row.cells) <= len(columns) or any(row.cells[len(columns) + 1 :]):
            message = f"{len(row.cells)} cells. Expected {len(columns) + 1}, as the header has."
            yield Problem(f"line {row.line}", message)
        for index, cell in enumerate(row.cells[1:], 1):
            if message := complaint_about_text(cell):
                yield Problem(_place(row, index), message)


def wide_rows(work: WorkRecord) -> Iterator[list[str]]:
    """Yield the header and a row for each passage, the cells escaped."""
    columns = [Column(one.siglum, one.language) for one in work.translations]
    yield ["reference", *(escape(write_column(column)) for column in columns)]
    for passage in work.passages:
        variants = {variant.siglum: variant for variant in passage.variants}
        cells = (_cell(variants.get(column.siglum)) for column in columns)
        yield [escape(passage.reference or ""), *cells]


def _filled(row: Row) -> int:
    """Return how many cells the row has up to its last one that is not blank."""
    return next((at for at in range(len(row.cells), 0, -1) if row.cells[at - 1].strip()), 0)


def _variant(siglum: str, cell: str) -> VariantRecord:
    presence = _PRESENCES.get(cell)
    return VariantRecord(siglum, "", presence) if presence else VariantRecord(siglum, unescape(cell))


def _cell(variant: VariantRecord | None) -> str:
    if variant is None:
        return ""
    return MARKERS.get(variant.presence) or escape(variant.text)


def _problems_of_columns(header: Row, columns: Sequence[Column]) -> Iterator[Problem]:
    if not columns:
        yield Problem(f"line {header.line}", "Expected at least one column of texts.")
    if len(columns) > MAX_TRANSLATIONS:
        yield Problem(f"line {header.line}", f"{len(columns)} columns. Expected at most {MAX_TRANSLATIONS}.")
    first: dict[str, int] = {}
    for index, column in enumerate(columns, 1):
        if message := complaint_about_siglum(column.siglum) or complaint_about_language(column.language):
            yield Problem(_place(header, index), message)
        if (earlier := first.setdefault(column.siglum, index)) != index:
            message = f"The siglum {column.siglum} stands in column {name_column(earlier)} already."
            yield Problem(_place(header, index), message)


def _problems_of_references(rows: Sequence[Row]) -> Iterator[Problem]:
    if not any(row.cells[0].strip() for row in rows):
        return
    first: dict[str, int] = {}
    for row in rows:
        reference = unescape(row.cells[0].strip())
        if message := complaint_about_reference(reference):
            yield Problem(_place(row, 0), message)
        elif (earlier := first.setdefault(reference, row.line)) != row.line:
            yield Problem(_place(row, 0), f"The reference {reference} stands on line {earlier} already.")


def _place(row: Row, index: int) -> str:
    return f"line {row.line}, column {name_column(index)}"
