"""Tables: CSV and TSV, wide (a column a translation) or long (a row a variant).

`cells` has rows and the escape of formulas, `header` what the first line means, `columns` what the columns of a wide
table hold, `wide` and `long` the layouts. `read_table` reads rows of cells wherever they come from.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from workbench.interchange.checks import problems_of_translation
from workbench.interchange.document import Document, PassageRecord, ThreadRecord, TranslationRecord, WorkRecord
from workbench.interchange.encodings import decode_lines
from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.flow import Flow
from workbench.interchange.formats.table import long, wide
from workbench.interchange.formats.table.cells import Row, read_rows, stream_rows, write_rows
from workbench.interchange.formats.table.columns import Columns, find_columns, name_columns, references_of
from workbench.interchange.formats.table.header import (
    DELIMITERS,
    Column,
    detect_delimiter,
    find_layout,
    looks_like_passage,
)
from workbench.interchange.limits import MAX_PASSAGES, MAX_PROBLEMS, MAX_ROWS
from workbench.interchange.losses import describe_untold, only_work
from workbench.interchange.options import ReadOptions

__all__ = [
    "losses",
    "read_csv",
    "read_table",
    "read_tsv",
    "stream_csv",
    "stream_long_csv",
    "stream_long_tsv",
    "stream_tsv",
    "work_to_write",
    "write_csv",
    "write_long_csv",
    "write_long_tsv",
    "write_tsv",
]

_SEPARATOR = re.compile(r'\s*("?sep=([,;|\t])"?)[ ]*(?=\n)', re.IGNORECASE)
_TEXT = frozenset(["text", "texte", "texto", "testo", "tekst", "текст", "texts", "translation"])
_MARK = "\ufeff"  # without it spreadsheets take a CSV file for their own 8-bit encoding


def read_csv(data: bytes, options: ReadOptions) -> Document:
    """Return what the table says, or raise `FormatError` with the places of what is wrong.

    The delimiter is the option's, else that of a first line `sep=;`, else what cuts the first lines into equally many
    cells, else a comma.
    """
    return _read(data, options, usual=",")


def read_tsv(data: bytes, options: ReadOptions) -> Document:
    """Return what the table says; as `read_csv`, but the delimiter is a TAB if there is one in the first line."""
    return _read(data, options, usual="\t")


def write_csv(document: Document) -> bytes:
    """Return a wide table: UTF-8 with a byte order mark, CR LF, commas (RFC 4180)."""
    return (_MARK + write_rows(wide.wide_rows(work_to_write(document)), ",", "\r\n")).encode()


def write_tsv(document: Document) -> bytes:
    """Return a wide table: UTF-8, LF, TABs, quoted as RFC 4180 has it where a cell holds a TAB, a LF or a
    quote.
    """
    return write_rows(wide.wide_rows(work_to_write(document)), "\t", "\n").encode()


def write_long_csv(document: Document) -> bytes:
    """Return a long table as `write_csv` encodes it."""
    return (_MARK + write_rows(long.long_rows(work_to_write(document)), ",", "\r\n")).encode()


def write_long_tsv(document: Document) -> bytes:
    """Return a long table as `write_tsv` encodes it."""
    return write_rows(long.long_rows(work_to_write(document)), "\t", "\n").encode()


def stream_csv(flow: Flow) -> Iterator[str]:
    """Yield what `write_csv` encodes, as the passages come."""
    yield _MARK
    yield from stream_rows(wide.wide_rows(flow.head, flow.passages), ",", "\r\n")


def stream_tsv(flow: Flow) -> Iterator[str]:
    """Yield what `write_tsv` encodes, as the passages come."""
    return stream_rows(wide.wide_rows(flow.head, flow.passages), "\t", "\n")


def stream_long_csv(flow: Flow) -> Iterator[str]:
    """Yield what `write_long_csv` encodes, as the passages come."""
    yield _MARK
    yield from stream_rows(long.long_rows(flow.head, flow.passages), ",", "\r\n")


def stream_long_tsv(flow: Flow) -> Iterator[str]:
    """Yield what `write_long_tsv` encodes, as the passages come."""
    return stream_rows(long.long_rows(flow.head, flow.passages), "\t", "\n")


def losses(document: Document) -> tuple[str, ...]:
    """Say in sentences what of `document` a table does not carry."""
    return tuple(describe_untold(only_work(document)))


def losses_of_long(document: Document) -> tuple[str, ...]:
    """Say the same of a long table, which names translations only where there are passages."""
    unnamed = ("The translations are not carried: there is no passage to name them at.",)
    return (*losses(document), *(() if only_work(document).passages else unnamed))


def read_table(rows: Iterator[Row], options: ReadOptions, remarks: Sequence[str] = ()) -> Document:
    """Return what rows of cells say, wherever they were read; `remarks` are what was noticed of them before."""
    header, rest = _split_header(rows)
    has_names = options.header == "names" or (options.header == "auto" and not looks_like_passage(header, rest))
    if not has_names:
        columns = name_columns(header, rest, options)
        return _read_wide(header, columns, [header, *rest], options, (*_remark_header(columns, options), *remarks))
    layout = find_layout(header, options)
    if layout == "long":
        return _read_long(header, rest, options, remarks)
    columns = find_columns(header, rest, options)
    is_single = len(columns.texts) == 1 and columns.texts[0].siglum.casefold() in _TEXT
    if columns.texts and (layout == "single" or is_single):
        _refuse(problems_of_translation(options))
        columns = replace(columns, texts=[Column(options.siglum, options.language, columns.texts[0].index)])
    return _read_wide(header, columns, rest, options, remarks)


def _read(data: bytes, options: ReadOptions, usual: str) -> Document:
    text = decode_lines(data, options.encoding, options.max_bytes)
    text, named = _take_separator(text)
    delimiter = _delimiter(text, options, named, usual)
    remarks = _remark_delimiter(delimiter, usual) if not options.delimiter else ()
    return read_table(read_rows(text, delimiter, options.quoting), options, remarks)


def _take_separator(text: str) -> tuple[str, str]:
    """Return the text without the line `sep=;` that some programs write first, left blank, and what it names."""
    found = _SEPARATOR.match(text)
    return (text[found.end(1) :], found[2]) if found else (text, "")


def _delimiter(text: str, options: ReadOptions, named: str, usual: str) -> str:
    if options.delimiter and options.delimiter not in DELIMITERS:
        raise FormatError((Problem("delimiter", "Expected one of comma, semicolon, TAB and |."),))
    if options.delimiter or named:
        return options.delimiter or named
    is_as_named = usual == "\t" and "\t" in text.lstrip("\n").split("\n", 1)[0]
    return usual if is_as_named else detect_delimiter(text, usual)


def _remark_delimiter(delimiter: str, usual: str) -> tuple[str, ...]:
    if usual != "\t" or delimiter == usual:
        return ()
    return (f"Between the cells stands {delimiter!r}, not a TAB as the name of the file says.",)


def _remark_header(columns: Columns, options: ReadOptions) -> tuple[str, ...]:
    if options.header == "none":
        return ()
    sigla = ", ".join(column.siglum for column in columns.texts)
    said = "The first line looks like a passage, not like names: it is read as one, and the columns are called"
    return (f"{said} {sigla}. If it names the columns, say so.",)


def _read_wide(
    header: Row, columns: Columns, rows: Sequence[Row], options: ReadOptions, remarks: Sequence[str]
) -> Document:
    kept, comments = wide.split_comments(columns, rows)
    references = list(references_of(kept, columns))
    _refuse(wide.find_problems(header, columns, kept, references))
    passages = wide.make_passages(columns, kept, references)
    threads = wide.make_threads(columns, passages, comments)
    hint = "is not read; name the columns to be taken if it is a text."
    if columns.references == (len(header.cells),):
        said = "There is no column of references: the passages are matched by their order."
        remarks = (said, *remarks)
    unread = tuple(f"The column {name} {hint}" for name in columns.unread)
    return _document(wide.make_translations(columns), passages, options, (*remarks, *unread), threads)


def _read_long(header: Row, rows: Sequence[Row], options: ReadOptions, remarks: Sequence[str]) -> Document:
    fields = long.find_fields(header)
    entries = long.make_entries(fields, header, rows)
    _refuse(long.find_problems(header, fields, entries))
    warnings = tuple(f"The column {name} is not read." for name in long.unknown_fields(header))
    return _document(*long.gather(entries), options, (*remarks, *warnings))


def _document(
    translations: tuple[TranslationRecord, ...],
    passages: tuple[PassageRecord, ...],
    options: ReadOptions,
    warnings: tuple[str, ...] = (),
    threads: tuple[ThreadRecord, ...] = (),
) -> Document:
    if len(passages) > MAX_PASSAGES:
        raise FormatError((Problem("", f"{len(passages):,} passages. Expected at most {MAX_PASSAGES:,}."),))
    work = WorkRecord(title=options.title, translations=translations, passages=passages, threads=threads)
    return Document((work,), warnings)


def _split_header(rows: Iterator[Row]) -> tuple[Row, list[Row]]:
    header = next(rows, None)
    if header is None:
        raise FormatError((Problem("", "There is no table in the file. Expected a line of column names."),))
    kept = list(islice(rows, MAX_ROWS + 1))
    if len(kept) > MAX_ROWS:
        raise FormatError((Problem("", f"Expected at most {MAX_ROWS:,} rows."),))
    return header, kept


def _refuse(problems: Iterable[Problem]) -> None:
    if found := tuple(islice(problems, MAX_PROBLEMS)):
        raise FormatError(found)


def work_to_write(document: Document) -> WorkRecord:
    """Return the one work of the document, or raise `FormatError` if there are several, or no translation in it."""
    work = only_work(document)
    if not work.translations:
        raise FormatError((Problem("/works/0/translations", "A table needs at least one translation."),))
    return work
