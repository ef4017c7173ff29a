"""Which paragraphs or cells of a manuscript are passages, and what they are called."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from workbench.interchange.document import TranslationRecord
from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.limits import MAX_LINE, MAX_SIGLUM
from workbench.interchange.office.elements import Manuscript, Table, paragraphs_of
from workbench.interchange.office.layout import REMARKS
from workbench.interchange.office.pieces import Block
from workbench.interchange.options import ReadOptions
from workbench.interchange.reserved import role_of
from workbench.interchange.units import read_roster
from workbench.text.words.languages import is_language_tag, recognise_language

__all__ = ["Found", "Row", "find_passages"]

_WITH_LANGUAGE = re.compile(r"(.*) \[([^\[\]]*)\]", re.DOTALL)


@dataclass(slots=True)
class Row:
    """A passage: its reference, its heading, a block for each translation, in their order; `remarks` are what columns
    called comment and state say of it.
    """

    reference: str
    blocks: list[Block]
    heading: str = ""
    remarks: list[tuple[str, str]] = field(default_factory=list)


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
    if len(roster) > 1 or _is_of_review(manuscript) or (not roster and _is_of_tables(manuscript)):
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


def _is_of_review(manuscript: Manuscript) -> bool:
    """Whether the first table is one for review: its last columns have the words and states of threads."""
    names = _names(manuscript.tables[0].cells()[:1]) if manuscript.tables else []
    has_texts = len(names) > len(REMARKS) + 1 and not names[0]
    return has_texts and tuple(names[-len(REMARKS) :]) == REMARKS


def _places(names: Sequence[str], known: int) -> tuple[list[int], list[int]]:
    """Return where the texts stand, and where the words and states of threads do (0: nowhere).

    `known`: so many translations the file names itself; their columns are the first, whatever they are called.
    """
    behind = known + 1
    columns = [at for at in range(1, len(names)) if at < behind or (not known and role_of(names[at]) not in REMARKS)]
    rest = [at for at in range(1, len(names)) if at not in columns]
    return columns, [next((at for at in rest if role_of(names[at]) == one), 0) for one in REMARKS]


def _names(rows: Sequence[Sequence[Block]]) -> list[str]:
    return [block.text("final").strip() for block in rows[0]] if rows else []


def _continues(table: Table, names: Sequence[str]) -> bool:
    """Whether a table has the same names in its first row: it is the next part of the one before."""
    first = table.rows[0] if table.rows else ()
    return [" ".join(block.text("final") for block in cell).strip() for cell in first] == list(names)


def _find_in_tables(manuscript: Manuscript, roster: list[TranslationRecord]) -> Found:
    rows = manuscript.tables[0].cells() if manuscript.tables else []
    names = _names(rows)
    columns, remarks = _places(names, len(roster))
    found = Found(roster or [_named(names[at]) for at in columns])
    beside = others = parts = 0
    headings: list[str] = []
    for one in manuscript.elements:
        if isinstance(one, Block):
            said = " ".join(one.text("final").split())
            headings += [said] if one.is_heading and said else []
            beside += bool(said) and not one.is_heading
        elif _continues(one, names):
            parts += 1
            _enter_rows(found, one, headings, parts, (columns, remarks))
            headings = []
        else:
            others += 1
    _number_anew(found)
    if others:
        found.remarks.append(f"{others:,} tables with other first rows than the first table are not read.")
    if beside and not roster:
        found.remarks.append(f"{beside:,} paragraphs beside the table are not read.")
    return found


def _enter_rows(
    found: Found, table: Table, headings: Sequence[str], part: int, places: tuple[list[int], list[int]]
) -> None:
    """Enter the rows of a table; one of nothing but a comment goes on from the row above it."""
    for number, row in enumerate(table.cells()[1:], 1):
        reference = " ".join(row[0].text("final").split()) if row else ""
        cells = [row[at] if at < len(row) else Block() for at in places[0]]
        said, state = (row[at].text("final") if 0 < at < len(row) else "" for at in places[1])
        is_more = bool(said) and not reference and not any(one.text("final") or one.presence for one in cells)
        if not is_more or not found.rows:
            heading = " · ".join(headings)[:MAX_LINE] if number == 1 else ""
            found.rows.append(Row(reference or str(number), cells, heading))
            found.parts.append(part)
        if said.strip():
            found.rows[-1].remarks.append((said, state.strip().casefold() or "open"))


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
