"""What formats of translation tools have in common: units with an id, a source and targets, codes in their texts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from workbench.interchange.checks import (
    complaint_about_language,
    complaint_about_reference,
    complaint_about_siglum,
    complaint_about_text,
)
from workbench.interchange.document import (
    Document,
    PassageRecord,
    SpanRecord,
    ThreadRecord,
    TranslationRecord,
    VariantRecord,
    WorkRecord,
)
from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.limits import MAX_PASSAGES, MAX_REFERENCE, MAX_SIGLUM, MAX_TRANSLATIONS
from workbench.interchange.losses import describe_silent, describe_threads_on_work, describe_untold, only_work
from workbench.interchange.vocabulary import ROLES
from workbench.interchange.xml import checked_text

__all__ = [
    "TextWithCodes",
    "Unit",
    "UnitFile",
    "losses_of_units",
    "name_by_language",
    "read_roster",
    "source_first",
    "unique_references",
    "write_roster",
]

_CARRIED = "code"


@dataclass(slots=True)
class TextWithCodes:
    """A text put together piece by piece; placeholders and tags are points of markup in it."""

    pieces: list[str] = field(default_factory=list)
    codes: list[SpanRecord] = field(default_factory=list)
    length: int = 0

    def add(self, text: str | None) -> None:
        """Add words."""
        if text:
            self.pieces.append(text)
            self.length += len(text)

    def add_code(self, name: str, stands_for: str = "") -> None:
        """Add a code called `name` at this point."""
        self.codes.append(SpanRecord(_CARRIED, self.length, self.length, value=name, text=stands_for))

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(self.pieces)


@dataclass(slots=True)
class Unit:
    """One unit: what it is called, its variants by siglum, and what was said of it."""

    name: str
    variants: dict[str, VariantRecord] = field(default_factory=dict)
    heading: str = ""
    comments: list[ThreadRecord] = field(default_factory=list)


@dataclass(slots=True)
class UnitFile:
    """The translations (by siglum, in order) and units of a file, on their way to a document."""

    translations: dict[str, TranslationRecord] = field(default_factory=dict)
    units: list[Unit] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def enter(self, unit: Unit, siglum: str, text: TextWithCodes, where: str) -> None:
        """Enter a text that is not empty; raises `FormatError` for one that may not be stored."""
        words = checked_text(text.text, where)
        if words:
            unit.variants[siglum] = VariantRecord(siglum, words, markup=tuple(text.codes))

    def document(self, title: str) -> Document:
        """Return the document; raises `FormatError` for names and texts that may not be."""
        problems = list(self._problems())
        if problems:
            raise FormatError(tuple(problems[:50]))
        names = list(unique_references([unit.name for unit in self.units]))
        order = list(self.translations)
        passages = tuple(
            PassageRecord(
                name, tuple(unit.variants[siglum] for siglum in order if siglum in unit.variants), unit.heading
            )
            for name, unit in zip(names, self.units, strict=True)
        )
        threads = tuple(
            replace(thread, passage=name)
            for name, unit in zip(names, self.units, strict=True)
            for thread in unit.comments
        )
        work = WorkRecord(
            title=title, translations=tuple(self.translations.values()), passages=passages, threads=threads
        )
        return Document((work,), tuple(self.remarks))

    def _problems(self) -> Iterator[Problem]:
        if len(self.units) > MAX_PASSAGES:
            yield Problem("", f"{len(self.units):,} units. Expected at most {MAX_PASSAGES:,}.")
        if len(self.translations) > MAX_TRANSLATIONS:
            yield Problem("", f"{len(self.translations):,} translations. Expected at most {MAX_TRANSLATIONS:,}.")
        for one in self.translations.values():
            if message := complaint_about_siglum(one.siglum) or complaint_about_language(one.language):
                yield Problem(one.siglum, message)
        for unit in self.units:
            for variant in unit.variants.values():
                if message := complaint_about_text(variant.text):
                    yield Problem(f"unit {unit.name}", message)


def name_by_language(tag: str, taken: Iterable[str]) -> str:
    """Return a siglum for one more translation into a language: `de`, then `de 2`."""
    known = set(taken)
    stem = (tag or "?")[: MAX_SIGLUM - 4]
    names = (stem, *(f"{stem} {number}" for number in range(2, MAX_TRANSLATIONS + 2)))
    return next(name for name in names if name not in known)


def write_roster(work: WorkRecord) -> list[str]:
    """Return a line for each translation: its role, its language, its siglum."""
    return [f"{one.role}|{one.language}|{one.siglum}" for one in work.translations]


def read_roster(lines: Iterable[str]) -> dict[str, TranslationRecord]:
    """Return the translations that such lines name; lines that are no such are passed over."""
    found: dict[str, TranslationRecord] = {}
    for line in lines:
        role, _, rest = line.partition("|")
        language, _, siglum = rest.partition("|")
        if role in ROLES and siglum:
            found[siglum] = TranslationRecord(siglum, language, role)
    return found


def losses_of_units(document: Document, *, threads: str) -> list[str]:
    """Say in sentences what files of units do not carry; `threads` says what becomes of threads, "" if they are lost.

    Headings, roles, and codes at a point are carried.
    """
    work = only_work(document)
    translations = tuple(replace(one, role="translation") for one in work.translations)
    passages = tuple(
        replace(one, heading="", variants=tuple(map(_without_codes, one.variants))) for one in work.passages
    )
    rest = replace(work, translations=translations, passages=passages, threads=() if threads else work.threads)
    said = [f"{len(work.threads)} threads {threads}"] if threads and work.threads else []
    said += [*describe_threads_on_work(work), *describe_silent(work)] if threads else []
    return [*describe_untold(rest), *said]


def _without_codes(variant: VariantRecord) -> VariantRecord:
    """Return what is left of a variant: what stands at a point in words is carried."""
    rest = tuple(one for one in variant.markup if not variant.text or one.kind != _CARRIED or one.start != one.end)
    return replace(variant, markup=rest)


def source_first(translations: Iterable[TranslationRecord]) -> list[TranslationRecord]:
    """Return translations with the original (the first of several), if there is one, before the others."""
    rest = list(translations)
    place = next((place for place, one in enumerate(rest) if one.role == "original"), 0)
    return [*rest[place : place + 1], *rest[:place], *rest[place + 1 :]]


def unique_references(names: Sequence[str]) -> Iterator[str]:
    """Yield a reference for each name: the name on one line, its place where it has none, a number behind one taken."""
    taken: set[str] = set()
    counts: Counter[str] = Counter()
    for number, name in enumerate(names, 1):
        stem = (
            name
            if name and not complaint_about_reference(name)
            else " ".join(name.split())[: MAX_REFERENCE - 8].strip()
        )
        stem = reference = stem or str(number)
        while reference in taken:
            counts[stem] += 1
            reference = f"{stem[: MAX_REFERENCE - 8]} ({counts[stem] + 1})"
        taken.add(reference)
        yield reference
