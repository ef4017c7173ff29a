"""The wide table: a row a passage, its reference, then a column for each translation.

An empty cell is a variant not entered; `[omitted]`, `[joined]` and `[lacunose]` are presences. A column of references
that is empty throughout leaves the passages to be matched by order. The layout `single` is the same
with one column of texts, whose translation the options name. A comment opens a thread about its passage; a row of
nothing but a comment goes on from the row above.
"""

from collections.abc import Iterable, Iterator, Sequence

from workbench.interchange.checks import (
    complaint_about_language,
    complaint_about_reference,
    complaint_about_siglum,
    complaint_about_text,
)
from workbench.interchange.document import (
    CommentRecord,
    PassageRecord,
    ThreadRecord,
    TranslationRecord,
    VariantRecord,
    WorkRecord,
)
from workbench.interchange.errors import Problem
from workbench.interchange.formats.table.cells import MARKERS, Row, escape, name_column, presence_of, unescape
from workbench.interchange.formats.table.columns import Columns
from workbench.interchange.formats.table.header import Column, write_column
from workbench.interchange.limits import MAX_LINE, MAX_SIGLUM, MAX_TRANSLATIONS
from workbench.interchange.vocabulary import THREAD_STATES

__all__ = ["find_problems", "make_passages", "make_threads", "make_translations", "split_comments", "wide_rows"]


def split_comments(columns: Columns, rows: Sequence[Row]) -> tuple[list[Row], list[tuple[int, Row]]]:
    """Return the rows of passages, and each row with a comment beside the place of its passage."""
    if columns.comment is None:
        return list(rows), []
    places = (*columns.references, *(column.index for column in columns.texts))
    kept: list[Row] = []
    comments: list[tuple[int, Row]] = []
    for row in rows:
        if any(_cell_of(row, at) for at in places) or not kept:
            kept.append(row)
        if _cell_of(row, columns.comment):
            comments.append((len(kept) - 1, row))
    return kept, comments


def make_passages(columns: Columns, rows: Sequence[Row], references: Sequence[str]) -> tuple[PassageRecord, ...]:
    """Return a passage for each row, called by its reference."""
    return tuple(
        PassageRecord(
            reference=reference or None,
            variants=tuple(
                _variant(column.siglum, cell) for column in columns.texts if (cell := _cell_of(row, column.index))
            ),
            heading=unescape(_cell_of(row, columns.heading)).strip(),
        )
        for row, reference in zip(rows, references, strict=True)
    )


def make_threads(
    columns: Columns, passages: Sequence[PassageRecord], comments: Sequence[tuple[int, Row]]
) -> tuple[ThreadRecord, ...]:
    """Return a thread for each comment; one without a state is open."""
    return tuple(
        ThreadRecord(
            passages[at].reference or "",
            (CommentRecord("", unescape(_cell_of(row, columns.comment))),),
            state=_cell_of(row, columns.state).strip().casefold() or "open",
        )
        for at, row in comments
    )


def make_translations(columns: Columns) -> tuple[TranslationRecord, ...]:
    """Return the translations that the columns name."""
    return tuple(TranslationRecord(siglum=column.siglum, language=column.language) for column in columns.texts)


def find_problems(header: Row, columns: Columns, rows: Sequence[Row], references: Sequence[str]) -> Iterator[Problem]:
    """Yield what is wrong with the header, the rows and their references, each with its line and column."""
    yield from _problems_of_columns(header, columns.texts)
    yield from _problems_of_references(columns, rows, references)
    width = 1 + max(
        [*(at for at in columns.references if at < len(header.cells)), *(one.index for one in columns.texts)], default=0
    )
    width = max(width, 1 + max(_filled_names(header), default=0))
    for row in rows:
        if len(row.cells) < width or any(row.cells[width:]):
            yield Problem(f"line {row.line}", f"{len(row.cells)} cells. Expected {width}, as the header has.")
        for column in columns.texts:
            if message := complaint_about_text(_cell_of(row, column.index)):
                yield Problem(_place(row, column.index), message)
        yield from _problems_of_remarks(columns, row)


def wide_rows(
    work: WorkRecord, passages: Iterable[PassageRecord] | None = None, *, with_comments: bool = False
) -> Iterator[list[str]]:
    """Yield the header and a row for each passage, the cells escaped; if asked for, with a row for each comment.

    `passages` where they come one by one instead of being held by the work.
    """
    columns = [Column(one.siglum, one.language) for one in work.translations]
    threads: dict[str, list[ThreadRecord]] = {}
    for thread in work.threads if with_comments else ():
        threads.setdefault(thread.passage, []).append(thread)
    names = ["comment", "state"] if threads else []
    yield ["reference", *(escape(write_column(column)) for column in columns), *names]
    for passage in work.passages if passages is None else passages:
        variants = {variant.siglum: variant for variant in passage.variants}
        cells = (_cell(variants.get(column.siglum)) for column in columns)
        said = [_remark(thread) for thread in threads.get(passage.reference or "", ())] or [["", ""]]
        yield [escape(passage.reference or ""), *cells, *(said[0] if names else [])]
        yield from (["", *[""] * len(columns), *one] for one in said[1:])


def _remark(thread: ThreadRecord) -> list[str]:
    return [escape("\n\n".join(comment.body for comment in thread.comments if comment.body)), thread.state]


def _cell_of(row: Row, index: int | None) -> str:
    return row.cells[index] if index is not None and index < len(row.cells) else ""


def _variant(siglum: str, cell: str) -> VariantRecord:
    presence = presence_of(cell)
    return VariantRecord(siglum, "", presence) if presence else VariantRecord(siglum, unescape(cell))


def _cell(variant: VariantRecord | None) -> str:
    if variant is None:
        return ""
    return MARKERS.get(variant.presence) or escape(variant.text)


def _filled_names(header: Row) -> Iterator[int]:
    return (index for index, cell in enumerate(header.cells) if cell.strip())


def _problems_of_columns(header: Row, columns: Sequence[Column]) -> Iterator[Problem]:
    if not columns:
        yield Problem(f"line {header.line}", "Expected at least one column of texts.")
    if len(columns) > MAX_TRANSLATIONS:
        yield Problem(f"line {header.line}", f"{len(columns)} columns. Expected at most {MAX_TRANSLATIONS}.")
    if columns and all(len(column.siglum) > MAX_SIGLUM for column in columns):
        message = "The first line looks like a passage, not like names. Say that there is no header if it is one."
        yield Problem(f"line {header.line}", message)
    first: dict[str, int] = {}
    for column in columns:
        if message := complaint_about_siglum(column.siglum) or complaint_about_language(column.language):
            yield Problem(_place(header, column.index), message)
        if (earlier := first.setdefault(column.siglum, column.index)) != column.index:
            message = f"The siglum {column.siglum} stands in column {name_column(earlier)} already."
            yield Problem(_place(header, column.index), message)


def _problems_of_references(columns: Columns, rows: Sequence[Row], references: Sequence[str]) -> Iterator[Problem]:
    if not any(_cell_of(row, index).strip() for row in rows for index in columns.references):
        return
    first: dict[str, int] = {}
    for row, reference in zip(rows, references, strict=True):
        if message := complaint_about_reference(reference):
            yield Problem(_place(row, columns.references[-1]), message)
        elif (earlier := first.setdefault(reference, row.line)) != row.line:
            message = f"The reference {reference} stands on line {earlier} already."
            yield Problem(_place(row, columns.references[-1]), message)


def _problems_of_remarks(columns: Columns, row: Row) -> Iterator[Problem]:
    state = _cell_of(row, columns.state).strip()
    if columns.state is not None and state and state.casefold() not in THREAD_STATES:
        yield Problem(_place(row, columns.state), f"{state!r} is no state. Expected {', '.join(THREAD_STATES)}.")
    if columns.heading is not None and len(_cell_of(row, columns.heading)) > MAX_LINE:
        yield Problem(_place(row, columns.heading), f"Expected at most {MAX_LINE} characters.")


def _place(row: Row, index: int) -> str:
    return f"line {row.line}, column {name_column(index)}"
