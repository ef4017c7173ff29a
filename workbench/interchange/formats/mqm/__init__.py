"""Marks of translation errors as the MQM campaigns of WMT publish them: a TSV file, a row a mark.

The format is that of github.com/google/wmt-mqm-human-evaluation, read by Marot: columns system, doc, doc_id, seg_id,
rater, source, target, category, severity and comment; the marked words stand between `<v>` and `</v>`, and a row
`No-error` says that a rater found nothing. The files quote nothing: a quotation mark is text. `ratings` has the rows,
`objects` the same as JSON, `spans` the marked words, `labels` what categories are called, `gathering` makes a work of
it, `writing` rows of a work; `losses` says what does not come back.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from workbench.interchange.checks import complaint_about_language
from workbench.interchange.document import Document, WorkRecord
from workbench.interchange.encodings import decode_lines, decode_text, encode
from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.formats.mqm.gathering import make_passages, make_threads, make_translations, sigla_of
from workbench.interchange.formats.mqm.losses import describe_differences
from workbench.interchange.formats.mqm.objects import is_json, read_objects
from workbench.interchange.formats.mqm.ratings import Rating, find_problems, read_ratings, unknown_columns
from workbench.interchange.formats.mqm.writing import rows_of
from workbench.interchange.limits import MAX_PASSAGES, MAX_PROBLEMS, MAX_TRANSLATIONS
from workbench.interchange.losses import only_work
from workbench.interchange.options import ReadOptions
from workbench.interchange.strict_json import refuse_crowded

__all__ = ["losses", "read", "write", "write_json"]


def read(data: bytes, options: ReadOptions) -> Document:
    """Return the work that the marks speak of, or raise `FormatError` with the lines (of JSON: the objects) that are
    wrong.

    `options.language` is the systems'. What a work cannot carry is said in the document's warnings.
    """
    refuse_crowded(data, "a list of marks")
    decode_it = decode_text if data.lstrip()[:1] in (b"[", b"{") else decode_lines
    text = decode_it(data, options.encoding, options.max_bytes)
    if complaint := complaint_about_language(options.language):
        raise FormatError((Problem("language", complaint),))
    ratings, unknown = read_objects(text) if is_json(text) else (read_ratings(text), unknown_columns(text))
    if problems := tuple(islice(find_problems(ratings), MAX_PROBLEMS)):
        raise FormatError(problems)
    work = _gather(ratings, options)
    return Document((work,), tuple(_warnings(ratings, unknown)))


def write(document: Document) -> bytes:
    """Return a row for each mark, and one for each text without: UTF-8, LF, nothing quoted.

    Raises `FormatError` for a document of several works.
    """
    rows = rows_of(only_work(document))
    return encode("".join("\t".join(cells) + "\n" for cells in rows))


def write_json(document: Document) -> bytes:
    """Return the same rows as a list of JSON objects, one a line, with the names of the columns."""
    columns, *rows = rows_of(only_work(document))
    objects = [json.dumps(dict(zip(columns, cells, strict=True)), ensure_ascii=False) for cells in rows]
    return encode("[\n" + ",\n".join(objects) + "\n]\n")


def losses(document: Document) -> tuple[str, ...]:
    """Say in sentences what of `document` does not come back when what was written is read."""
    work = only_work(document)
    if not any(variant for passage in work.passages for variant in passage.variants):
        return ("A work without texts is not carried.",)
    try:
        back = read(write(document), ReadOptions())
    except FormatError as error:
        return (f"What is written cannot be read again: {error.problems[0]}",)
    return tuple(describe_differences(work, back.works[0]))


def _gather(ratings: list[Rating], options: ReadOptions) -> WorkRecord:
    sigla = sigla_of(ratings)
    passages = make_passages(ratings, sigla)
    for found, most, name in ((passages, MAX_PASSAGES, "passages"), (sigla, MAX_TRANSLATIONS - 1, "systems")):
        if len(found) > most:
            raise FormatError((Problem("", f"{len(found):,} {name}. Expected at most {most:,}."),))
    return WorkRecord(
        title=options.title,
        translations=make_translations(sigla, options.language),
        passages=passages,
        threads=make_threads(ratings, sigla),
    )


def _warnings(ratings: Sequence[Rating], unknown: Iterable[str]) -> Iterator[str]:
    """Yield in sentences what the file says and a work does not keep."""
    for name in unknown:
        yield f"The column {name} is not read."
    if clean := sum(not one.is_mark for one in ratings):
        yield f"{clean:,} rows say that a rater found nothing: their texts are kept, that they were looked at is not."
    if broken := [one.line for one in ratings if not one.is_whole]:
        places = ", ".join(map(str, broken[:5]))
        yield f"In {len(broken)} rows a mark is not closed, or around nothing (line {places}): it goes on to the end."
    unplaced = Counter(one.is_mark and not (one.target or one.source_spans) for one in ratings)[True]
    if unplaced:
        yield f"{unplaced} marks stand on no words: the text is empty."
