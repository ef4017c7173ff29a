"""Tables: CSV and TSV, wide (a column a translation) or long (a row a variant).

`cells` has rows and the escape of formulas, `header` what the first line means, `wide` and `long` the
layouts.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from workbench.interchange.checks import problems_of_translation
from workbench.interchange.document import Document, PassageRecord, TranslationRecord, WorkRecord
from workbench.interchange.encodings import decode_text
from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.formats.table import long, wide
from workbench.interchange.formats.table.cells import Row, read_rows, write_rows
from workbench.interchange.formats.table.header import Column, detect_delimiter, find_layout
from workbench.interchange.limits import MAX_PASSAGES, MAX_PROBLEMS, MAX_ROWS
from workbench.interchange.losses import describe_untold, only_work
from workbench.interchange.options import ReadOptions

__all__ = ["losses", "read_csv", "read_tsv", "write_csv", "write_long_csv", "write_long_tsv", "write_tsv"]

DELIMITERS = (",", ";", "\t", "|")
_MARK = "\ufeff"  # without it spreadsheets take a CSV file for their own 8-bit encoding


def read_csv(data: bytes, options: ReadOptions) -> Document:
    """Return what the table says, or raise `FormatError` with the places of what is wrong.

    The delimiter is the option's, else the only one of comma, semicolon and TAB in the first line, else
    a comma.
    """
    return _read(data, options, usual=",")


def read_tsv(data: bytes, options: ReadOptions) -> Document:
    """Return what the table says; as `read_csv`, but the delimiter is a TAB unless the options name
    another.
    """
    return _read(data, options, usual="\t")


def write_csv(document: Document) -> bytes:
    """Return a wide table: UTF-8 with a byte order mark, CR LF, commas (RFC 4180)."""
    return (_MARK + write_rows(wide.wide_rows(_work_to_write(document)), ",", "\r\n")).encode()


def write_tsv(document: Document) -> bytes:
    """Return a wide table: UTF-8, LF, TABs, quoted as RFC 4180 has it where a cell holds a TAB, a LF or a
    quote.
    """
    return write_rows(wide.wide_rows(_work_to_write(document)), "\t", "\n").encode()


def write_long_csv(document: Document) -> bytes:
    """Return a long table as `write_csv` encodes it."""
    return (_MARK + write_rows(long.long_rows(_work_to_write(document)), ",", "\r\n")).encode()


def write_long_tsv(document: Document) -> bytes:
    """Return a long table as `write_tsv` encodes it."""
    return write_rows(long.long_rows(_work_to_write(document)), "\t", "\n").encode()


def losses(document: Document) -> tuple[str, ...]:
    """Say in sentences what of `document` a table does not carry."""
    return tuple(describe_untold(only_work(document)))


def losses_of_long(document: Document) -> tuple[str, ...]:
    """Say the same of a long table, which names translations only where there are passages."""
    unnamed = ("The translations are not carried: there is no passage to name them at.",)
    return (*losses(document), *(() if only_work(document).passages else unnamed))


def _read(data: bytes, options: ReadOptions, usual: str) -> Document:
    text = decode_text(data, options.encoding, options.max_bytes)
    delimiter = _delimiter(text, options, usual)
    header, rows = _split_header(read_rows(text, delimiter, options.quoting))
    layout = find_layout(header, options)
    if layout == "long":
        return _read_long(header, rows, options)
    if layout == "single":
        _refuse(problems_of_translation(options))
        return _read_wide(header, [Column(options.siglum, options.language)], rows, options)
    return _read_wide(header, wide.find_columns(header, rows), rows, options)


def _delimiter(text: str, options: ReadOptions, usual: str) -> str:
    if options.delimiter:
        if options.delimiter not in DELIMITERS:
            raise FormatError((Problem("delimiter", "Expected one of comma, semicolon, TAB and |."),))
        return options.delimiter
    return detect_delimiter(text, usual) if usual == "," else usual


def _read_wide(header: Row, columns: Sequence[Column], rows: Sequence[Row], options: ReadOptions) -> Document:
    _refuse(wide.find_problems(header, columns, rows))
    return _document(wide.make_translations(columns), wide.make_passages(columns, rows), options)


def _read_long(header: Row, rows: Sequence[Row], options: ReadOptions) -> Document:
    fields = long.find_fields(header)
    entries = long.make_entries(fields, rows)
    _refuse(long.find_problems(header, fields, entries))
    warnings = tuple(f"The column {name} is not read." for name in long.unknown_fields(header))
    return _document(*long.gather(entries), options, warnings)


def _document(
    translations: tuple[TranslationRecord, ...],
    passages: tuple[PassageRecord, ...],
    options: ReadOptions,
    warnings: tuple[str, ...] = (),
) -> Document:
    if len(passages) > MAX_PASSAGES:
        raise FormatError((Problem("", f"{len(passages):,} passages. Expected at most {MAX_PASSAGES:,}."),))
    work = WorkRecord(title=options.title, translations=translations, passages=passages)
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


def _work_to_write(document: Document) -> WorkRecord:
    work = only_work(document)
    if not work.translations:
        raise FormatError((Problem("/works/0/translations", "A table needs at least one translation."),))
    return work
