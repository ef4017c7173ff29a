"""The long table: a row a variant, in columns reference, siglum (or translation), language, presence and
text.

Language and presence may be left out, and further columns are named in a warning. A row without text
and presence says that the passage exists. Passages and translations keep the order of their first rows.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbench.interchange.checks import (
    complaint_about_language,
    complaint_about_reference,
    complaint_about_siglum,
    complaint_about_text,
)
from workbench.interchange.document import PassageRecord, TranslationRecord, VariantRecord, WorkRecord
from workbench.interchange.errors import Problem
from workbench.interchange.formats.table.cells import Row, escape, name_column, unescape
from workbench.interchange.formats.table.columns import Columns, level_columns, references_of
from workbench.interchange.vocabulary import PRESENCES

__all__ = ["Entry", "find_fields", "find_problems", "gather", "long_rows", "make_entries", "unknown_fields"]

_FIELDS = ("reference", "siglum", "language", "presence", "text")
_ALIASES = {"id": "reference", "passage": "reference", "translation": "siglum", "lang": "language"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One row by its meaning."""

    line: int
    reference: str
    siglum: str
    language: str
    presence: str
    text: str


def find_fields(header: Row) -> dict[str, int]:
    """Return the column of each field that the header has."""
    found = {_field(cell): index for index, cell in enumerate(header.cells) if _field(cell) in _FIELDS}
    levels = level_columns(header.cells)
    return found | {"reference": list(levels)[-1]} if len(levels) > 1 else found


def unknown_fields(header: Row) -> list[str]:
    """Return the columns that a long table has no meaning for."""
    levels = level_columns(header.cells)
    known = set(levels) if len(levels) > 1 else set()
    cells = [cell.strip() for index, cell in enumerate(header.cells) if index not in known]
    return [cell for cell in cells if cell and _field(cell) not in _FIELDS]


def make_entries(fields: Mapping[str, int], header: Row, rows: Sequence[Row]) -> list[Entry]:
    """Return the rows by their meaning; a presence left out is `present`."""

    def get(row: Row, field: str) -> str:
        index = fields.get(field)
        return row.cells[index] if index is not None and index < len(row.cells) else ""

    return [
        Entry(
            line=row.line,
            reference=reference,
            siglum=unescape(get(row, "siglum").strip()),
            language=get(row, "language").strip(),
            presence=get(row, "presence").strip().casefold() or "present",
            text=unescape(get(row, "text")),
        )
        for row, reference in zip(rows, references_of(rows, _columns_of_reference(header, fields)), strict=True)
    ]


def _columns_of_reference(header: Row, fields: Mapping[str, int]) -> Columns:
    levels = level_columns(header.cells)
    if len(levels) > 1:
        return Columns(tuple(levels), levels=tuple(levels.values()))
    return Columns((fields.get("reference", len(header.cells)),))


def find_problems(header: Row, fields: Mapping[str, int], entries: Sequence[Entry]) -> Iterator[Problem]:
    """Yield what is wrong, each with its line and column."""
    if missing := [field for field in ("reference", "siglum", "text") if field not in fields]:
        yield Problem(f"line {header.line}", f"Expected columns named {', '.join(missing)}.")
        return
    for entry in entries:
        for field, message in _complaints(entry):
            if message:
                yield Problem(f"line {entry.line}, column {name_column(fields.get(field, 0))}", message)
    yield from _contradictions(entries)


def gather(entries: Sequence[Entry]) -> tuple[tuple[TranslationRecord, ...], tuple[PassageRecord, ...]]:
    """Return the translations and the passages that the rows make up, in the order of their first rows."""
    languages: dict[str, str] = {}
    passages: dict[str, list[VariantRecord]] = {}
    for entry in entries:
        languages[entry.siglum] = languages.get(entry.siglum) or entry.language
        variants = passages.setdefault(entry.reference, [])
        if entry.text or entry.presence != "present":
            variants.append(VariantRecord(entry.siglum, entry.text, entry.presence))
    translations = (TranslationRecord(siglum=siglum, language=tag) for siglum, tag in languages.items())
    return (
        tuple(translations),
        tuple(PassageRecord(reference, tuple(variants)) for reference, variants in passages.items()),
    )


def long_rows(work: WorkRecord, passages: Iterable[PassageRecord] | None = None) -> Iterator[list[str]]:
    """Yield the header and a row for every passage and translation, the cells escaped.

    `passages` where they come one by one instead of being held by the work.
    """
    yield list(_FIELDS)
    for passage in work.passages if passages is None else passages:
        variants = {variant.siglum: variant for variant in passage.variants}
        for one in work.translations:
            variant = variants.get(one.siglum)
            said = (variant.presence, variant.text) if variant else ("", "")
            yield [escape(cell) for cell in (passage.reference or "", one.siglum, one.language, *said)]


def _field(cell: str) -> str:
    name = cell.strip().casefold()
    return _ALIASES.get(name, name)


def _complaints(entry: Entry) -> Iterator[tuple[str, str]]:
    yield "reference", complaint_about_reference(entry.reference)
    yield "siglum", complaint_about_siglum(entry.siglum)
    yield "language", complaint_about_language(entry.language)
    yield "text", complaint_about_text(entry.text)
    if entry.presence not in PRESENCES:
        yield "presence", f"{entry.presence!r} is no presence. Expected {', '.join(PRESENCES)}."
    elif entry.presence != "present" and entry.text:
        yield "text", f"A variant that is {entry.presence} has no text."


def _contradictions(entries: Sequence[Entry]) -> Iterator[Problem]:
    lines: dict[tuple[str, str], int] = {}
    languages: dict[str, tuple[str, int]] = {}
    for entry in entries:
        earlier = lines.setdefault((entry.reference, entry.siglum), entry.line)
        if earlier != entry.line:
            message = f"Passage {entry.reference} in {entry.siglum} stands on line {earlier} already."
            yield Problem(f"line {entry.line}", message)
        language, line = languages.setdefault(entry.siglum, (entry.language, entry.line))
        if entry.language and language and entry.language != language:
            message = f"{entry.siglum} is {entry.language} here and {language} on line {line}."
            yield Problem(f"line {entry.line}", message)
        elif entry.language and not language:
            languages[entry.siglum] = (entry.language, entry.line)
