"""Plain text: one translation, its passages being paragraphs, lines or numbered points.

A paragraph ends at a blank line. A point starts at a line that opens with its number: `1. `, `1.The`,
`1) ` or `(1) `; numbers that do not go on from the point before ("1937. In that year") are words. What
stands before the first point becomes passage 0. Spaces and line ends inside a passage are kept unless
`join_lines` asks otherwise.
"""

import unicodedata

from workbench.interchange.checks import complaint_about_text, problems_of_translation
from workbench.interchange.document import (
    Document,
    PassageRecord,
    TranslationRecord,
    VariantRecord,
    WorkRecord,
)
from workbench.interchange.encodings import decode_text, encode
from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.limits import MAX_LINES, MAX_PASSAGES, MAX_PROBLEMS
from workbench.interchange.losses import describe_untold, only_work
from workbench.interchange.options import ReadOptions, Split
from workbench.interchange.points import Unit, split_lines, split_paragraphs, split_points
from workbench.text.words.digits import read_digits

__all__ = ["losses", "read", "write"]

_SPLITTERS = {"paragraphs": split_paragraphs, "lines": split_lines, "numbered": split_points}


def read(data: bytes, options: ReadOptions) -> Document:
    """Return the one translation that `data` is, or raise `FormatError` with the places of what is wrong."""
    text = decode_text(data, options.encoding, options.max_bytes)
    if text.count("\n") > MAX_LINES:
        raise FormatError((Problem("", f"Expected at most {MAX_LINES:,} lines."),))
    units = _SPLITTERS[options.split](text)
    if problems := (*problems_of_translation(options), *_problems_of_units(units)):
        raise FormatError(problems[:MAX_PROBLEMS])
    translation = TranslationRecord(siglum=options.siglum, language=options.language)
    passages = tuple(_passage(unit, options) for unit in units)
    return Document((WorkRecord(title=options.title, translations=(translation,), passages=passages),))


def write(document: Document) -> bytes:
    """Return the texts of a document with one translation: numbered where the references count, else
    paragraphs.

    Raises `FormatError` for a document of several translations. UTF-8, LF, one blank line between passages.
    """
    work = _work_of_one_translation(document)
    numbered = _split_written(work) == "numbered"
    texts = [(passage.reference, variant.text) for passage in work.passages for variant in passage.variants]
    parts = [f"{reference}. {text}" if numbered else text for reference, text in texts if text]
    return encode("\n\n".join(parts) + "\n") if parts else b""


def losses(document: Document) -> tuple[str, ...]:
    """Say in sentences what of `document` plain text does not carry; nothing said means it reads back
    whole.
    """
    work = _work_of_one_translation(document)
    said = list(describe_untold(work))
    if any(translation.language for translation in work.translations):
        said.append("The language is not carried.")
    if gaps := sum(all(not variant.text for variant in passage.variants) for passage in work.passages):
        said.append(f"{gaps} passages without text are left out.")
    if _split_written(work) == "paragraphs" and any(passage.reference for passage in work.passages):
        said.append("The references are not carried.")
    if _reads_back_otherwise(document, work):
        said.append("Passages with blank lines, or with numbers at line starts, read back otherwise.")
    return tuple(said)


def _passage(unit: Unit, options: ReadOptions) -> PassageRecord:
    text = _join_lines(unit.text) if options.join_lines else unit.text
    return PassageRecord(reference=unit.reference, variants=(VariantRecord(options.siglum, text),))


def _join_lines(text: str) -> str:
    paragraphs = text.split("\n\n")
    return "\n\n".join(_join([line.strip() for line in paragraph.split("\n")]) for paragraph in paragraphs)


def _join(lines: list[str]) -> str:
    joined = lines[0]
    for line in lines[1:]:
        joined += ("" if _is_wide(joined[-1:]) and _is_wide(line[:1]) else " ") + line
    return joined


def _is_wide(character: str) -> bool:
    """Whether the script sets no space at a line end: Chinese and Japanese, not Korean."""
    wide = bool(character) and unicodedata.east_asian_width(character) in "WF"
    return wide and not unicodedata.name(character, "").startswith("HANGUL")


def _problems_of_units(units: list[Unit]) -> list[Problem]:
    if not units:
        return [Problem("", "There is no text in the file.")]
    if len(units) > MAX_PASSAGES:
        return [Problem("", f"{len(units):,} passages. Expected at most {MAX_PASSAGES:,}.")]
    said = ((unit.line, complaint_about_text(unit.text)) for unit in units)
    return [Problem(f"line {line}", message) for line, message in said if message]


def _work_of_one_translation(document: Document) -> WorkRecord:
    work = only_work(document)
    if len(work.translations) != 1:
        message = f"Plain text holds one translation, the work has {len(work.translations)}. Choose one."
        raise FormatError((Problem("/works/0/translations", message),))
    return work


def _split_written(work: WorkRecord) -> Split:
    references = [passage.reference for passage in work.passages]
    first = read_digits(references[0] or "", longest=100) if references else None
    if first is None:
        return "paragraphs"
    counted = [str(first + step) for step in range(len(references))]
    return "numbered" if references == counted else "paragraphs"


def _reads_back_otherwise(document: Document, work: WorkRecord) -> bool:
    units = _SPLITTERS[_split_written(work)](decode_text(write(document)))
    texts = [variant.text for passage in work.passages for variant in passage.variants if variant.text]
    return [unit.text for unit in units] != texts
