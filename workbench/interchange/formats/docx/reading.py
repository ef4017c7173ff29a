"""A Word document as a document: paragraphs or the rows of a table as passages, comments and changes as discussions.

Tracked changes are read as `ReadOptions.changes` says: `suggestions` keeps the text as it was and makes each change a
suggestion on it; `base` and `final` take the text before or after them; `both` takes the two as two translations.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from workbench.interchange.checks import complaint_about_language, complaint_about_siglum, complaint_about_text
from workbench.interchange.document import (
    AnchorRecord,
    CommentRecord,
    Document,
    PassageRecord,
    SuggestionRecord,
    ThreadRecord,
    TranslationRecord,
    VariantRecord,
    WorkRecord,
)
from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.formats.docx.blocks import Block, View, read_block
from workbench.interchange.formats.docx.package import Note, Package, children, open_package
from workbench.interchange.limits import MAX_LINE, MAX_PASSAGES, MAX_SIGLUM, MAX_TRANSLATIONS
from workbench.interchange.options import ReadOptions
from workbench.interchange.units import read_roster
from workbench.interchange.vocabulary import PRESENCES
from workbench.interchange.xml import local_name
from workbench.text.words.languages import is_language_tag, recognise_language

__all__ = ["read"]

_WITH_LANGUAGE = re.compile(r"(.*) \[([^\[\]]*)\]", re.DOTALL)
_CONTAINERS = {"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"}


@dataclass(slots=True)
class _Row:
    """A passage: its reference, its heading, and a block for each translation, in their order."""

    reference: str
    blocks: list[Block]
    heading: str = ""


@dataclass(slots=True)
class _Found:
    """What becomes of the document; `lost` counts comments that stand beside all passages."""

    translations: list[TranslationRecord]
    rows: list[_Row] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def read(data: bytes, options: ReadOptions) -> Document:
    """Return what the document says; raises `FormatError` with the places of what is wrong."""
    package = open_package(data, options)
    found = _find(package, options)
    if problems := tuple(_problems(found))[:50]:
        raise FormatError(problems)
    return _build(package, found, options)


def _find(package: Package, options: ReadOptions) -> _Found:
    roster = list(read_roster(package.roster).values())
    tables = [one for one in _body(package.body) if local_name(one) == "tbl"]
    if len(roster) > 1 or (not roster and tables and _is_table_of_texts(tables[0], package)):
        return _find_in_table(package, tables, roster)
    return _find_in_text(package, roster, options)


def _body(element: Any) -> Iterator[Any]:
    """Yield the paragraphs and tables, those in content controls too."""
    for one in element:
        if local_name(one) in _CONTAINERS:
            yield from _body(one)
        else:
            yield one


def _is_table_of_texts(table: Any, package: Package) -> bool:
    """Whether a table holds most of the words of the document, in two columns or more, under a row of short names."""
    rows = [_cells(row, package) for row in children(table, "tr")]
    if len(rows) < 2 or len(rows[0]) < 2 or any(len(row) > len(rows[0]) for row in rows):
        return False
    words = sum(len(block.text("final")) for row in rows for block in row)
    others = sum(len(read_block(one, package).text("final")) for one in _body(package.body) if local_name(one) == "p")
    names = [block.text("final").strip() for block in rows[0]]
    return words > 2 * others and all(names[1:]) and all(len(name) <= MAX_SIGLUM + 12 for name in names)


def _find_in_table(package: Package, tables: Sequence[Any], roster: list[TranslationRecord]) -> _Found:
    rows = [_cells(row, package) for table in tables[:1] for row in children(table, "tr")]
    names = [block.text("final").strip() for block in rows[0]] if rows else []
    translations = roster or [_named(name) for name in names[1:]]
    found = _Found(translations)
    for number, row in enumerate(rows[1:], 1):
        reference = " ".join(row[0].text("final").split()) if row else ""
        cells = [*row[1 : len(translations) + 1], *(Block() for _ in range(len(translations) - len(row) + 1))]
        found.rows.append(_Row(reference or str(number), cells))
    if len(tables) > 1:
        found.remarks.append(f"Only the first table is read; there are {len(tables) - 1:,} more.")
    beside = sum(
        bool(read_block(one, package).text("final").strip()) for one in _body(package.body) if local_name(one) == "p"
    )
    if beside and not roster:
        found.remarks.append(f"{beside:,} paragraphs beside the table are not read.")
    return found


def _named(name: str) -> TranslationRecord:
    parts = _WITH_LANGUAGE.fullmatch(name)
    language = recognise_language(parts[2]) if parts else ""
    if parts and (not language or is_language_tag(language)):
        return TranslationRecord(parts[1].strip(), language)
    return TranslationRecord(name)


def _cells(row: Any, package: Package) -> list[Block]:
    cells = []
    for cell in _body(row):
        if local_name(cell) == "tc":
            block = Block()
            for at, paragraph in enumerate(_paragraphs(cell)):
                one = read_block(paragraph, package)
                block = one if not at else block
                if at:
                    block.extend(one)
            cells.append(block)
    return cells


def _paragraphs(element: Any) -> Iterator[Any]:
    """Yield all paragraphs, those of tables in it cell by cell."""
    for one in _body(element):
        name = local_name(one)
        if name == "p":
            yield one
        elif name in {"tbl", "tr", "tc"}:
            yield from _paragraphs(one)


def _find_in_text(package: Package, roster: list[TranslationRecord], options: ReadOptions) -> _Found:
    found = _Found(roster or [TranslationRecord(options.siglum, options.language)])
    blocks = [read_block(paragraph, package) for paragraph in _paragraphs(package.body)]
    filled = [block for block in blocks if block.reference or (block.text("base") or block.text("final")).strip()]
    has_texts = not all(block.is_heading for block in filled)
    headings: list[str] = []
    for block in filled:
        if block.is_heading and has_texts:
            headings.append(" ".join(block.text("final").split()))
        else:
            reference = " ".join(block.reference.split()) or str(len(found.rows) + 1)
            found.rows.append(_Row(reference, [block], " · ".join(headings)[:MAX_LINE]))
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


def _problems(found: _Found) -> Iterator[Problem]:
    if len(found.rows) > MAX_PASSAGES or len(found.translations) > MAX_TRANSLATIONS:
        yield Problem("", f"Expected at most {MAX_PASSAGES:,} passages and {MAX_TRANSLATIONS:,} translations.")
    sigla: set[str] = set()
    for one in found.translations:
        if message := complaint_about_siglum(one.siglum):
            yield Problem("siglum", message)
        if message := complaint_about_language(one.language):
            yield Problem("language", message)
        if one.siglum in sigla:
            yield Problem("siglum", f"The siglum {one.siglum} stands twice in the first row of the table.")
        sigla.add(one.siglum)
    taken: set[str] = set()
    for row in found.rows:
        if row.reference in taken:
            yield Problem(row.reference, "The reference stands twice.")
        taken.add(row.reference)
        for block in row.blocks:
            if message := complaint_about_text(block.text("base")) or complaint_about_text(block.text("final")):
                yield Problem(f"passage {row.reference}", message)


def _build(package: Package, found: _Found, options: ReadOptions) -> Document:
    view: View = "final" if options.changes in {"final", "both"} else "base"
    threads: list[ThreadRecord] = []
    reader = _Comments(package, view, suggests=options.changes == "suggestions")
    passages = []
    for row in found.rows:
        variants: list[VariantRecord] = []
        for one, block in zip(found.translations, row.blocks, strict=True):
            variants += _variants(one.siglum, block, view, is_both=options.changes == "both")
            threads += reader.threads(row.reference, one.siglum, block)
        passages.append(PassageRecord(row.reference, tuple(variants), row.heading))
    translations = list(found.translations)
    if options.changes == "both":
        translations += [replace(one, siglum=_base_siglum(one.siglum)) for one in found.translations]
    work = WorkRecord(
        title=options.title, translations=tuple(translations), passages=tuple(passages), threads=tuple(threads)
    )
    return Document((work,), (*found.remarks, *_remark_changes(found, options), *reader.remarks()))


def _base_siglum(siglum: str) -> str:
    return f"{siglum[: MAX_SIGLUM - 5].strip()} base"


def _variants(siglum: str, block: Block, view: View, *, is_both: bool) -> Iterator[VariantRecord]:
    presence = block.presence.strip().strip("[]")
    if presence in PRESENCES[1:]:
        yield VariantRecord(siglum, "", presence)
        return
    if text := block.text(view):
        yield VariantRecord(siglum, text, markup=block.markup(view))
    if is_both and (base := block.text("base")):
        yield VariantRecord(_base_siglum(siglum), base, markup=block.markup("base"))


def _remark_changes(found: _Found, options: ReadOptions) -> Iterator[str]:
    changes = sum(len(list(_changes(block))) for row in found.rows for block in row.blocks)
    if changes:
        done = {
            "suggestions": "the text is the one before them, and each is a suggestion on it",
            "base": "the text is the one before them",
            "final": "the text is the one after them, as if all were accepted",
            "both": "the texts before and after them are two translations",
        }[options.changes]
        yield f"There are {changes:,} tracked changes: {done}."


def _changes(block: Block) -> Iterator[tuple[int, int]]:
    """Yield the runs of pieces (from, to) that one person changed side by side."""

    def by(numbered: tuple[int, Any]) -> tuple[bool, str, str]:
        change = numbered[1].change
        return change.is_inserted or change.is_deleted, change.author, change.date

    for (is_changed, _, _), run in groupby(enumerate(block.pieces), by):
        if is_changed:
            numbers = [number for number, _ in run]
            if block.offset(numbers[0], "base") < block.offset(numbers[-1] + 1, "base") or any(
                block.pieces[number].change.is_in("final") for number in numbers
            ):
                yield numbers[0], numbers[-1] + 1


class _Comments:
    """Comments and changes of blocks as threads; remembers which comments had a place."""

    def __init__(self, package: Package, view: View, *, suggests: bool) -> None:
        self._comments = package.comments
        self._view: View = view
        self._suggests = suggests
        self._placed: set[str] = set()
        self._replies: dict[str, list[str]] = {}
        for name, note in package.comments.items():
            if note.parent in package.comments:
                self._replies.setdefault(self._root(name), []).append(name)

    def threads(self, reference: str, siglum: str, block: Block) -> Iterator[ThreadRecord]:
        """Yield a thread for each comment that opens one, and for each change that no comment speaks of."""
        changes = list(_changes(block)) if self._suggests else []
        for name in dict.fromkeys([*block.starts, *block.points]):
            note = self._comments.get(name)
            if note and name not in self._placed and note.parent not in self._comments:
                self._placed.update([name, *self._replies.get(name, [])])
                yield self._thread(name, note, reference, siglum, block, changes)
        for first, last in changes:
            yield self._suggestion(reference, siglum, block, first, last)

    def remarks(self) -> Iterator[str]:
        """Say how many comments have no place in a passage."""
        if lost := len(self._comments.keys() - self._placed):
            yield f"{lost:,} comments do not stand in a passage and are left out."

    def _root(self, name: str) -> str:
        seen = {name}
        while (parent := self._comments[name].parent) in self._comments and parent not in seen:
            seen.add(parent)
            name = parent
        return name

    def _thread(
        self,
        name: str,
        note: Note,
        reference: str,
        siglum: str,
        block: Block,
        changes: list[tuple[int, int]],
    ) -> ThreadRecord:
        start = block.starts.get(name, block.points.get(name, 0))
        end = block.ends.get(name, len(block.pieces) if name in block.starts else start)
        anchors = tuple(self._anchor(siglum, block, start, end))
        suggestion = self._own_change(note, block, start, end, changes) if anchors else None
        first = CommentRecord(note.author, note.body, note.date, suggestion=suggestion)
        rest = (self._comments[one] for one in self._replies.get(name, []))
        replies = (CommentRecord(one.author, one.body, one.date) for one in rest)
        return ThreadRecord(
            reference,
            (first, *replies),
            anchors,
            state="resolved" if note.is_resolved else "open",
            author=note.author,
            created_at=note.date,
        )

    def _anchor(self, siglum: str, block: Block, start: int, end: int) -> Iterator[AnchorRecord]:
        text = block.text(self._view)
        first, last = block.offset(start, self._view), block.offset(end, self._view)
        if first < last:
            yield AnchorRecord(siglum, 1, first, last, text[first:last])

    def _own_change(
        self, note: Note, block: Block, start: int, end: int, changes: list[tuple[int, int]]
    ) -> SuggestionRecord | None:
        """Return the suggestion of a comment that its author made together with the changes inside its range."""
        inside = [one for one in changes if start <= one[0] and one[1] <= end]
        same = [one for one in inside if self._made_by(block, one, note)]
        if not inside or same != inside:
            return None
        for one in inside:
            changes.remove(one)
        final = block.text("final")[block.offset(start, "final") : block.offset(end, "final")]
        return SuggestionRecord(0, final)

    @staticmethod
    def _made_by(block: Block, run: tuple[int, int], note: Note) -> bool:
        change = block.pieces[run[0]].change
        return (change.author, change.date) == (note.author, note.date)

    def _suggestion(self, reference: str, siglum: str, block: Block, first: int, last: int) -> ThreadRecord:
        """Return a thread with nothing but a suggestion; what is only inserted is suggested with the word before it."""
        change = block.pieces[first].change
        base = block.text("base")
        start, end = block.offset(first, "base"), block.offset(last, "base")
        added = "".join(piece.text for piece in block.pieces[first:last] if piece.change.is_in("final"))
        left, right = start, end
        if start == end:
            left = start - len(re.search(r"\S*\s*\Z", base[:start])[0])  # type: ignore[index]
            right = end if left < start else end + len(re.match(r"\s*\S*", base[end:])[0])  # type: ignore[index]
        anchors = (AnchorRecord(siglum, 1, left, right, base[left:right]),) if left < right else ()
        suggested = SuggestionRecord(0, base[left:start] + added + base[end:right]) if anchors else None
        body = "" if anchors else f"Inserted: {added}"
        comment = CommentRecord(change.author, body, change.date, suggestion=suggested)
        return ThreadRecord(reference, (comment,), anchors, author=change.author, created_at=change.date)
