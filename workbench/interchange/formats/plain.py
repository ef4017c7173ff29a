"""Plain text: one translation, its passages being paragraphs, lines, numbered points, or paragraphs of documents.

A paragraph ends at a blank line. A point starts at a line that opens with its number (`numbering` says in which ways);
numbers that do not go on from the point before ("1937. In that year") are words. What stands before the first point
becomes passage 0. Form feeds are page breaks. Spaces and line ends inside a passage are kept unless `join_lines` asks
otherwise.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from workbench.interchange.checks import complaint_about_text, problems_of_translation
from workbench.interchange.document import (
    Document,
    PassageRecord,
    TranslationRecord,
    VariantRecord,
    WorkRecord,
)
from workbench.interchange.encodings import decode_running_text, decode_text, encode
from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.joining import join_lines
from workbench.interchange.limits import MAX_LINE, MAX_PASSAGES, MAX_PROBLEMS
from workbench.interchange.losses import describe_untold, only_work
from workbench.interchange.options import ReadOptions, Split
from workbench.interchange.pages import describe_boilerplate, find_boilerplate, join_pages, without_lines
from workbench.interchange.papers import Papers, describe_papers, find_papers
from workbench.interchange.points import (
    Unit,
    read_points,
    remark_numbers,
    split_lines,
    split_paragraphs,
    split_points,
)

__all__ = ["losses", "read", "write"]

_PRINTABLE = re.compile(r"(?:0|[1-9][0-9]{0,3})(?:-[1-9][0-9]{0,3})?")
"""References that are written before their texts: numbers, and numbers joined."""

_LOOKED_AT = 500_000
"""So long a text, in code points, is looked at for documents unasked."""

_SPLITTERS = {"paragraphs": split_paragraphs, "lines": split_lines, "numbered": split_points}


def read(data: bytes, options: ReadOptions) -> Document:
    """Return the one translation that `data` is, or raise `FormatError` with the places of what is wrong.

    The warnings say what of the numbering is missing or was left among the words, and which lines look like page heads.
    """
    text = decode_running_text(data, options.encoding, options.max_bytes)
    text, remarks = _without_boilerplate(text, options)
    text = join_pages(text)
    papers = find_papers(text) if options.split == "documents" or len(text) <= _LOOKED_AT else Papers(())
    if options.split == "documents" and papers.are_found:
        return _read_papers(papers, options, remarks)
    units, said = _split(text, "paragraphs" if options.split == "documents" else options.split)
    said = (*said, *_remark_papers(papers, options))
    if problems := (*problems_of_translation(options), *_problems_of_units(units)):
        raise FormatError(problems[:MAX_PROBLEMS])
    translation = TranslationRecord(siglum=options.siglum, language=options.language)
    passages = tuple(_passage(unit, options) for unit in units)
    work = WorkRecord(title=options.title, translations=(translation,), passages=passages)
    return Document((work,), (*said, *remarks))


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


def _read_papers(papers: Papers, options: ReadOptions, remarks: Sequence[str]) -> Document:
    """Return a work whose passages are called by document and paragraph, each head being its first one's heading."""
    units = [unit for paper in papers.papers for unit in paper.units]
    if problems := (*problems_of_translation(options), *_problems_of_units(units)):
        raise FormatError(problems[:MAX_PROBLEMS])
    has_opening = not papers.papers[0].head
    passages = tuple(
        _passage_of(unit, (str(document), str(number)), "" if number > 1 else " · ".join(paper.head), options)
        for document, paper in enumerate(papers.papers, 0 if has_opening else 1)
        for number, unit in enumerate(paper.units, 1)
    )
    translation = TranslationRecord(siglum=options.siglum, language=options.language)
    work = WorkRecord(
        title=options.title, translations=(translation,), passages=passages, levels=("document", "paragraph")
    )
    return Document((work,), (*describe_papers(papers), *remarks), papers.offered)


def _passage_of(unit: Unit, path: tuple[str, str], heading: str, options: ReadOptions) -> PassageRecord:
    named = replace(unit, reference=".".join(path), heading=heading[:MAX_LINE])
    return replace(_passage(named, options), path=path)


def _remark_papers(papers: Papers, options: ReadOptions) -> tuple[str, ...]:
    """Say that a text looks like several documents, or like one with a site around it, where nobody said so."""
    heads = sum(1 for paper in papers.papers if paper.head)
    if options.split == "documents" or (heads < 2 and not papers.left_out):
        return ()
    around = f", with {len(papers.left_out):,} paragraphs of a page around them" if papers.left_out else ""
    said = f"This looks like {heads:,} document{'s' * (heads > 1)}{around}. Say that it holds documents, "
    return (f"{said}and their heads become headings, and the page around them is left out.",)


def _without_boilerplate(text: str, options: ReadOptions) -> tuple[str, tuple[str, ...]]:
    found = find_boilerplate(text)
    if not found:
        return text, ()
    is_left_out = options.boilerplate == "leave_out"
    said = describe_boilerplate(text, found, is_left_out=is_left_out)
    return without_lines(text, found) if is_left_out else text, (said,)


def _split(text: str, split: Split) -> tuple[list[Unit], tuple[str, ...]]:
    """Return the units, and what is to be said of their numbers."""
    if split == "numbered":
        points = read_points(text)
        return points.units, points.remarks
    units = _SPLITTERS[split](text)
    return units, tuple(remark_numbers(units))


def _passage(unit: Unit, options: ReadOptions) -> PassageRecord:
    text = join_lines(unit.text) if options.join_lines else unit.text
    return PassageRecord(unit.reference, (VariantRecord(options.siglum, text),), unit.heading)


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
    """Return `numbered` where the references are numbers that are found again, else `paragraphs`."""
    references = [passage.reference or "" for passage in work.passages]
    if not references or not all(map(_PRINTABLE.fullmatch, references)):
        return "paragraphs"
    written = [(reference, _text_of(passage)) for reference, passage in zip(references, work.passages, strict=True)]
    units = split_points("\n\n".join(f"{reference}. x" for reference, text in written if text))
    return (
        "numbered" if [unit.reference for unit in units] == [name for name, text in written if text] else "paragraphs"
    )


def _text_of(passage: PassageRecord) -> str:
    return "".join(variant.text for variant in passage.variants)


def _reads_back_otherwise(document: Document, work: WorkRecord) -> bool:
    units = _SPLITTERS[_split_written(work)](decode_text(write(document)))
    texts = [variant.text for passage in work.passages for variant in passage.variants if variant.text]
    return [unit.text for unit in units] != texts
