"""Which paragraphs or cells of a manuscript are passages, and what they are called."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from workbench.interchange.document import TranslationRecord
from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.limits import MAX_LINE, MAX_SIGLUM
from workbench.interchange.office.elements import Manuscript, Table, paragraphs_of
from workbench.interchange.office.pieces import Block
from workbench.interchange.options import ReadOptions
from workbench.interchange.units import read_roster
from workbench.text.words.languages import is_language_tag, recognise_language

__all__ = ["Found", "Row", "find_passages"]

_WITH_LANGUAGE = re.compile(r"(.*) \[([^\[\]]*)\]", re.DOTALL)


@dataclass(slots=True)
class Row:
    """A passage: its reference, its heading, and a block for each translation, in their order."""

    reference: str
    blocks: list[Block]
    heading: str = ""


@dataclass(slots=True)
class Found:
    """The translations and passages of a manuscript, and what is to be said of the rest.

    `parts` say for rows of tables in which of them each stands, from 1.
    """

    translations: list[TranslationRecord]
    rows: list[Row] = field(default_factory=list)
    parts: list[int] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def find_passages(manuscript: Manuscript, options: ReadOptions) -> Found:
    """Return the rows of the tables, where these have most of the words, else the paragraphs; `FormatError` if none."""
    roster = list(read_roster(manuscript.roster).values())
    if len(roster) > 1 or (not roster and _is_of_tables(manuscript)):
        return _find_in_tables(manuscript, roster)
    return _find_in_text(manuscript, roster, options)


def _is_of_tables(manuscript: Manuscript) -> bool:
    """Whether the tables that are read hold most of the words, in two columns or more, under a row of short names."""
    if not manuscript.tables:
        return False
    rows = manuscript.tables[0].cells()
    if len(rows) < 2 or len(rows[0]) < 2 or any(len(row) > len(rows[0]) for row in rows):
        return False
    names = _names(rows)
    like = (one for one in manuscript.tables if _continues(one, names))
    words = sum(len(block.text("final")) for one in like for block in paragraphs_of([one]))
    others = sum(len(block.text("final")) for block in manuscript.beside)
    return words > 2 * others and all(names[1:]) and all(len(name) <= MAX_SIGLUM + 12 for name in names)


def _names(rows: Sequence[Sequence[Block]]) -> list[str]:
    return [block.text("final").strip() for block in rows[0]] if rows else []


def _continues(table: Table, names: Sequence[str]) -> bool:
    """Whether a table has the same names in its first row: it is the next part of the one before."""
    first = table.rows[0] if table.rows else ()
    return [" ".join(block.text("final") for block in cell).strip() for cell in first] == list(names)


def _find_in_tables(manuscript: Manuscript, roster: list[TranslationRecord]) -> Found:
    rows = manuscript.tables[0].cells() if manuscript.tables else []
    names = _names(rows)
    found = Found(roster or [_named(name) for name in names[1:]])
    beside = others = parts = 0
    headings: list[str] = []
    for one in manuscript.elements:
        if isinstance(one, Block):
            said = " ".join(one.text("final").split())
            headings += [said] if one.is_heading and said else []
            beside += bool(said) and not one.is_heading
        elif _continues(one, names):
            parts += 1
            _enter_rows(found, one, headings, parts)
            headings = []
        else:
            others += 1
    _number_anew(found)
    if others:
        found.remarks.append(f"{others:,} tables with other first rows than the first table are not read.")
    if beside and not roster:
        found.remarks.append(f"{beside:,} paragraphs beside the table are not read.")
    return found


def _enter_rows(found: Found, table: Table, headings: Sequence[str], part: int) -> None:
    columns = len(found.translations)
    for number, row in enumerate(table.cells()[1:], 1):
        reference = " ".join(row[0].text("final").split()) if row else ""
        cells = [*row[1 : columns + 1], *(Block() for _ in range(columns - len(row) + 1))]
        heading = " · ".join(headings)[:MAX_LINE] if number == 1 else ""
        found.rows.append(Row(reference or str(number), cells, heading))
        found.parts.append(part)


def _number_anew(found: Found) -> None:
    """Where tables count their rows anew, let references say the table first: 1.1, 2.1."""
    if len({row.reference for row in found.rows}) < len(found.rows):
        for row, part in zip(found.rows, found.parts, strict=True):
            row.reference = f"{part}.{row.reference}"


def _named(name: str) -> TranslationRecord:
    parts = _WITH_LANGUAGE.fullmatch(name)
    language = recognise_language(parts[2]) if parts else ""
    if parts and (not language or is_language_tag(language)):
        return TranslationRecord(parts[1].strip(), language)
    return TranslationRecord(name)


def _find_in_text(manuscript: Manuscript, roster: list[TranslationRecord], options: ReadOptions) -> Found:
    found = Found(roster or [TranslationRecord(options.siglum, options.language)])
    blocks = list(paragraphs_of(manuscript.elements))
    filled = [block for block in blocks if block.reference or (block.text("base") or block.text("final")).strip()]
    has_texts = not all(block.is_heading for block in filled)
    headings: list[str] = []
    for block in filled:
        if block.is_heading and has_texts:
            headings.append(" ".join(block.text("final").split()))
        else:
            reference = " ".join(block.reference.split()) or str(len(found.rows) + 1)
            found.rows.append(Row(reference, [block], " · ".join(headings)[:MAX_LINE]))
            headings = []
    found.remarks += _remark_text(blocks, headings)
    if not found.rows and not roster:
        raise FormatError((Problem("", " ".join(["There is no text in the document.", *found.remarks])),))
    return found


def _remark_text(blocks: Sequence[Block], headings: Sequence[str]) -> Iterator[str]:
    if headings:
        yield f"Headings that no paragraph follows are left out: {', '.join(headings)[:200]}."
    if boxes := sum(block.has_boxes for block in blocks):
        yield f"The words in text boxes are not read ({boxes:,} paragraphs have some)."
    if pictures := sum(block.pictures for block in blocks):
        yield f"{pictures:,} pictures are left out."
    if ends := sum(block.has_changed_end for block in blocks):
        yield f"{ends:,} ends of paragraphs were inserted or deleted; paragraphs are read as they stand."
