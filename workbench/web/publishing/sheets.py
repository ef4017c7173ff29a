"""What a frozen state holds, set for reading: passages with their versions side by side, marks, notes, remarks."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from django.utils.safestring import SafeString, mark_safe

from workbench.interchange.document import PassageRecord, ThreadRecord, TranslationRecord, VariantRecord, WorkRecord
from workbench.review.rendering import render_comment
from workbench.text import Ignorable
from workbench.text.words.languages import direction_of, language_of
from workbench.web.publishing.rules import rules_between
from workbench.web.typesetting.comparing import compare
from workbench.web.typesetting.difference_types import DIFFERENCE_TYPES
from workbench.web.typesetting.differences import Pair, mark_base, mark_other
from workbench.web.typesetting.marking import Aside, Mark, mark_text
from workbench.web.typesetting.markup import Footnote, set_spans
from workbench.web.typesetting.words import absence_of

__all__ = ["PER_PAGE", "Entry", "Lemma", "Parted", "Reading", "Sheet", "Version", "list_lemmas"]

PER_PAGE = 100
"""Passages."""


@dataclass(frozen=True, slots=True)
class Version:
    """What one translation says for a passage. `absence` says why there is no text, `note` what comparing said.

    `agreement` says which of its characters answer which of the version it is compared with, `against`
    (`typesetting.comparing`). `is_told`: an apparatus to that version tells all that it says.
    """

    siglum: str
    language: str
    direction: str
    html: SafeString
    absence: str = ""
    printed: str = ""
    note: str = ""
    footnotes: Sequence[Footnote] = ()
    against: str = ""
    agreement: str = ""
    is_told: bool = False


@dataclass(frozen=True, slots=True)
class Parted:
    """A difference as a register lists it: what the base reads, what another does ("" for nothing), its kind.

    `place` is where it begins in the base's text.
    """

    base: str
    siglum: str
    before: str
    after: str
    label: str
    place: int = 0


@dataclass(frozen=True, slots=True)
class Lemma:
    """Words of a base ("" where others add), and what others read for them, with the sigla that have it."""

    base: str
    words: str
    readings: Sequence[tuple[str, Sequence[str]]]


@dataclass(frozen=True, slots=True)
class Said:
    """A comment, as HTML. `suggestion` are the words proposed, None for none; `replaced` those they stand for."""

    author: str
    html: SafeString
    suggestion: str | None = None
    replaced: str = ""
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """A discussion: the words it speaks of (siglum and quotation), its state, and what was said."""

    words: Sequence[tuple[str, str]]
    state: str
    kind: str
    comments: Sequence[Said]
    element_id: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A passage in a register: where it stands, by page and id."""

    reference: str
    heading: str
    element_id: str
    page: int


@dataclass(frozen=True, slots=True)
class Section:
    """A passage as read. `element_id` is its reference as an address has it ("Ps.23")."""

    entry: Entry
    versions: Sequence[Version]
    remarks: Sequence[Remark]
    parted: Sequence[Parted] = ()

    @property
    def apparatus(self) -> Sequence[Lemma]:
        """What the others read for the words of their base, in its order."""
        return list_lemmas(self.parted)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of a frozen state, numbered from 1 of `pages`. `remarks`: on the work as a whole, on the first page."""

    number: int
    pages: int
    sections: Sequence[Section]
    remarks: Sequence[Remark] = ()

    @property
    def former(self) -> int | None:
        """The page before."""
        return self.number - 1 if self.number > 1 else None

    @property
    def following(self) -> int | None:
        """The page after."""
        return self.number + 1 if self.number < self.pages else None


class Reading:
    """A work as it is read in a view: the register of its passages, and its pages.

    Ids in the register are unique: the second of a reference ends in "-2".
    """

    def __init__(self, work: WorkRecord, view: Mapping[str, object]) -> None:
        self.work = work
        self.entries = _list_entries(work)
        self.pages = max(1, -(-len(work.passages) // PER_PAGE))
        self._setter = _Setter(
            work, str(view.get("base", "")), frozenset(cast("list[Ignorable]", view.get("ignore", [])))
        )

    def find(self, reference: str) -> Entry | None:
        """Return where a passage stands by its reference, as printed or as an id has it; None if there is none.

        A range ("13-14", "Ps 23–24") stands where its first passage does.
        """
        begins = [reference, *(reference[: dash.start()] for dash in re.finditer(r"[-–—]", reference))]
        return next(filter(None, map(self._find, begins)), None)

    def _find(self, reference: str) -> Entry | None:
        wanted = _as_id(reference)
        return next((one for one in self.entries if wanted in {one.element_id, _as_id(one.reference)}), None)

    def sheet(self, number: int) -> Sheet:
        """Return a page, its versions compared with the base of the view where they are in its language.

        Raises `IndexError` for a page that there is not.
        """
        if not 1 <= number <= self.pages:
            raise IndexError(f"A page from 1 to {self.pages} is expected.")
        first = (number - 1) * PER_PAGE
        some = slice(first, first + PER_PAGE)
        passages = enumerate(zip(self.work.passages[some], self.entries[some], strict=True), first)
        sections = [self._setter.read(passage, entry, place) for place, (passage, entry) in passages]
        return Sheet(number, self.pages, sections, self._setter.remarks.get("", ()) if number == 1 else ())


def _list_entries(work: WorkRecord) -> list[Entry]:
    seen: dict[str, int] = defaultdict(int)
    entries = []
    for place, passage in enumerate(work.passages):
        stem = _as_id(passage.reference or str(place + 1))
        seen[stem] += 1
        element_id = stem if seen[stem] == 1 else f"{stem}-{seen[stem]}"
        entries.append(Entry(passage.reference or "", passage.heading, element_id, place // PER_PAGE + 1))
    return entries


def _as_id(reference: str) -> str:
    """Return a reference as an address and an id have it: no spaces."""
    return re.sub(r"\s+", ".", reference.strip()) or "passage"


class _Setter:
    """Sets the passages of one work in one view."""

    def __init__(self, work: WorkRecord, base: str, ignore: frozenset[Ignorable]) -> None:
        self.columns = sorted(work.translations, key=lambda one: one.siglum != base)
        self.ignore = ignore
        self.rules = work.rules
        self.remarks = _remarks_by_passage(work.threads)

    def read(self, passage: PassageRecord, entry: Entry, place: int) -> Section:
        texts = {one.siglum: one for one in passage.variants}
        remarks = self.remarks.get(passage.reference, ()) if passage.reference else ()
        pairs = self._pairs(texts, passage, place)
        parted = [one for pair in pairs.values() if pair for one in _list_parted(pair)]
        return Section(entry, list(self._read_versions(texts, pairs, place)), remarks, parted)

    def _pairs(self, texts: Mapping[str, VariantRecord], passage: PassageRecord, place: int) -> dict[str, Pair | None]:
        bases = self._bases(texts)
        return {
            one.siglum: self._compare(bases[language_of(one.language)], one, texts, passage, place)
            for one in self.columns
            if one not in bases.values() and language_of(one.language) in bases
        }

    def _read_versions(
        self, texts: Mapping[str, VariantRecord], pairs: Mapping[str, Pair | None], place: int
    ) -> Iterator[Version]:
        for column, translation in enumerate(self.columns):
            variant, pair = texts.get(translation.siglum), pairs.get(translation.siglum)
            others = [one for one in pairs.values() if one and one.base == translation.siglum]
            marked = [one for one in others if one.compared.is_marked]
            marks = mark_base(marked) if marked else ([], [])
            if pair is not None and pair.compared.is_marked:
                marks = mark_other(pair)
            yield _set_version(translation, variant, marks, pair, place * 100 + column)

    def _bases(self, texts: Mapping[str, VariantRecord]) -> dict[str, TranslationRecord]:
        """Return what each language is compared with: the view's base, or the first that has a text here."""
        bases: dict[str, TranslationRecord] = {}
        for one in self.columns:
            if one.siglum in texts and texts[one.siglum].text:
                bases.setdefault(language_of(one.language), one)
        return bases

    def _compare(
        self,
        base: TranslationRecord,
        other: TranslationRecord,
        texts: Mapping[str, VariantRecord],
        passage: PassageRecord,
        place: int,
    ) -> Pair | None:
        left, right = texts.get(base.siglum), texts.get(other.siglum)
        if left is None or right is None or not left.text or not right.text:
            return None
        rules = rules_between(self.rules, passage.reference or "", (base.siglum, other.siglum))
        compared = compare(left.text, right.text, self.ignore, rules)
        stem = f"d{place}-{self.columns.index(other)}"
        return Pair(stem, base.siglum, other.siglum, left.text, right.text, compared)


def _set_version(
    translation: TranslationRecord,
    variant: VariantRecord | None,
    marks: tuple[Sequence[Mark], Sequence[Aside]],
    pair: Pair | None,
    number: int,
) -> Version:
    presence = variant.presence if variant else "missing"
    known = (translation.siglum, translation.language, direction_of(translation.language))
    if variant is None or not variant.text:
        return Version(*known, html=SafeString(""), absence=absence_of(presence))
    setting = set_spans(variant.text, variant.markup, number)
    html = mark_text(variant.text, [*setting.marks, *marks[0]], [*setting.asides, *marks[1]])
    answering = (pair.base, pair.compared.agreement) if pair else ("", "")
    printed, note = variant.reference, _note(pair)
    is_told = pair is not None and (pair.compared.is_marked or pair.compared.verdict in {"identical", "equal"})
    return Version(*known, html, "", printed, note, setting.notes, *answering, is_told)


def _list_parted(pair: Pair) -> Iterator[Parted]:
    """Yield the differences of a pair in their order; of a move, which has two ends, the first."""
    seen: set[int] = set()
    for _, number, difference in pair.compared.partings if pair.compared.is_marked else ():
        if number not in seen:
            seen.add(number)
            words = difference.left.of(pair.base_text).strip(), difference.right.of(pair.other_text).strip()
            label = DIFFERENCE_TYPES[difference.type].label
            yield Parted(pair.base, pair.other, *words, label, difference.left.start)


def list_lemmas(parted: Iterable[Parted]) -> list[Lemma]:
    """Return differences as an apparatus: those of the same words as one lemma, in the order of the base."""
    found: dict[tuple[str, int, str], dict[str, list[str]]] = {}
    for one in sorted(parted, key=lambda one: (one.base, one.place)):
        readings = found.setdefault((one.base, one.place, one.before), {})
        readings.setdefault(one.after, []).append(one.siglum)
    return [Lemma(base, words, list(readings.items())) for (base, _, words), readings in found.items()]


def _note(pair: Pair | None) -> str:
    if pair is None:
        return ""
    return {
        "identical": f"The same as {pair.base}.",
        "equal": f"The same as {pair.base}, but for what is ignored.",
        "unrelated": f"Too far from {pair.base} to be compared word by word.",
    }.get(pair.compared.verdict, "")


def _remarks_by_passage(threads: Iterable[ThreadRecord]) -> Mapping[str, list[Remark]]:
    found = defaultdict[str, list[Remark]](list)
    for thread in threads:
        if comments := list(_comments(thread)):
            words = [(anchor.siglum, anchor.quote) for anchor in thread.anchors]
            kind = ", ".join(filter(None, (thread.category, thread.severity)))
            found[thread.passage].append(Remark(words, thread.state.replace("_", " "), kind, comments))
    return found


def _comments(thread: ThreadRecord) -> Iterator[Said]:
    for comment in thread.comments:
        if comment.deleted_at:
            continue
        html = mark_safe(render_comment(comment.body))  # noqa: S308 - the one place that makes comments safe
        made = comment.suggestion
        if made is None:
            yield Said(comment.author, html)
        else:
            replaced = thread.anchors[made.anchor].quote if made.anchor < len(thread.anchors) else ""
            yield Said(comment.author, html, made.text, replaced, made.state)
