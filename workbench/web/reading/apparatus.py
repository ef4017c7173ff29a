"""The apparatus of a passage: the base's text with numbers on it, and under it what the others read in these places.

Set as critical editions set it: `lemma ] reading SIGLA; reading SIGLA`, `om.` where witnesses have nothing, `+` before
words that are added after the lemma. Witnesses that read as the base does are not named.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext

from workbench.corpus.corrections import read_corrections, take
from workbench.corpus.models import Correction, Passage, Translation, Variant
from workbench.corpus.queries import WorkRules
from workbench.corpus.units import Unit, Units
from workbench.text import Entry, Reading, Span, tokenise
from workbench.text.words.languages import direction_of
from workbench.web.discussion.cards import ThreadCard
from workbench.web.discussion.margins import Margins
from workbench.web.reading.cells import Cell
from workbench.web.reading.collating import LeftOut, Listing, Witness, Witnesses, find_witnesses, list_entries
from workbench.web.reading.naming import name_unit
from workbench.web.reading.state import CompareState, is_comparable
from workbench.web.typesetting.marking import Aside, Mark, mark_text
from workbench.web.typesetting.markup import Setting, set_markup

__all__ = ["ApparatusReading", "ApparatusRow", "ApparatusTable", "Note", "shorten_lemma"]

# A longer lemma is given by its first and last words; it stands in full in the text above.
LONGEST_LEMMA = 6
# Entries that are all shorter than this many characters run on in one paragraph.
SHORT = 90
# So many characters of all texts of a page are collated while somebody waits: up to three seconds.
AFFORDED = 600_000
# How many characters before a place are searched for the word that stands there.
LOOK_BACK = 80


@dataclass(frozen=True, slots=True)
class ApparatusReading:
    """What some translations read; `words` is "" where they have nothing. `is_added`: it follows the lemma.

    `transposed`: as in `text.Reading`; `other` is then the number of the note of the other place, 0 for none.
    """

    words: str
    translations: tuple[Translation, ...]
    is_added: bool
    transposed: str = ""
    other: int = 0

    @property
    def language(self) -> str:
        """The language tag for `lang`."""
        return self.translations[0].language

    @property
    def direction(self) -> str:
        """The writing direction for `dir`."""
        return direction_of(self.language)


@dataclass(frozen=True, slots=True)
class Note:
    """An entry: `number` in its passage, `id_stem` for ids on the page, the `lemma` as it is set ("": nothing before).

    `is_addition`: the base has nothing here, and the lemma is the word before the place. `is_corrected`: a person said
    something of this place that shows in it.
    """

    number: int
    id_stem: str
    lemma: str
    is_addition: bool
    readings: tuple[ApparatusReading, ...]
    is_corrected: bool = False

    def stem_of(self, number: int) -> str:
        """Return the stem for ids of another note of the passage."""
        return f"{self.id_stem.rpartition('-')[0]}-{number}"

    @property
    def length(self) -> int:
        """About how many characters it takes."""
        return len(self.lemma) + sum(len(one.words) + 4 for one in self.readings)


@dataclass(frozen=True, slots=True)
class ApparatusRow:
    """A passage: the cell of the base, its apparatus, the translations left out; `notes` are its discussions.

    It is not collated where the texts of the page are too long for one answer. `approximate`: as in `Listing`.
    """

    passage: Passage
    cell: Cell
    entries: tuple[Note, ...]
    witnesses: tuple[Witness, ...]
    left_out: tuple[LeftOut, ...]
    notes: Sequence[ThreadCard] = ()
    is_collated: bool = True
    approximate: bool = False
    more: int = 0
    folds: str = "folded"

    @property
    def runs_on(self) -> bool:
        """Whether all entries are short enough to be set in one paragraph."""
        return all(one.length <= SHORT for one in self.entries)


@dataclass(frozen=True, slots=True)
class ApparatusTable:
    """What the rows are made of: as `cells.Table`. Only translations in the base's language are collated."""

    state: CompareState
    units: Units
    margins: Margins
    rules: WorkRules

    def read_rows(self, passages: Iterable[Passage]) -> list[ApparatusRow]:
        """Return the rows, in the order of the passages."""
        comparable = [one for one in self.state.columns if is_comparable(self.state.base, one)]
        rows = []
        spent = 0
        said = read_corrections(self.units.variants.values()) if self.state.is_marked else ()
        for passage in passages:
            found = find_witnesses(passage, comparable, comparable, self.units)
            spent += sum(map(len, found.texts))
            rows.append(self._read_row(passage, found, said, is_affordable=spent <= AFFORDED))
        return rows

    def _read_row(
        self, passage: Passage, found: Witnesses, said_of: Sequence[Correction], *, is_affordable: bool
    ) -> ApparatusRow:
        base = self.state.base
        variant = self.units.variants.get((passage.pk, base.pk))
        part = found.collated[0].said.part_of(passage.pk) if found.collated else None
        has_base = bool(found.collated) and found.collated[0].translation.pk == base.pk and part is not None
        is_wanted = has_base and self.state.is_marked
        is_collated = is_affordable or not is_wanted
        listing = self._list_entries(found, said_of) if is_wanted and is_affordable else Listing((), False)
        here = [n for n, entry in enumerate(listing.entries) if part and _begins_in(entry.lemma, part, found)]
        entries = [listing.entries[n] for n in here]
        numbers = {n: number for number, n in enumerate(here, 1)}
        notes = tuple([_show(listing.entries[n], numbers[n], passage, found.collated, numbers) for n in here])
        places = [_within(entry.lemma, part) for entry in entries if part]
        setting = set_markup(variant) if variant else Setting()
        html = self._mark(variant, places, notes, setting) if variant else None
        said = _note(found.unit) if is_wanted else ""
        cell = Cell(passage, base, variant, html, is_base=True, note=said, footnotes=setting.notes)
        margin, more = self.margins.notes.get(passage.pk, ()), self.margins.more.get(passage.pk, 0)
        beside = (margin, is_collated, listing.approximate, more, self.margins.shape)
        return ApparatusRow(passage, cell, notes, found.collated, found.left_out, *beside)

    def _list_entries(self, found: Witnesses, said: Sequence[Correction]) -> Listing:
        rules = self.rules.of(found.unit.passages[0], [one.translation.pk for one in found.collated])
        corrections = take(said, found.said).said
        return list_entries(found.texts, self.state.ignore, rules, self.state.grain, found.lacunae, corrections)

    def _mark(self, variant: Variant, places: Sequence[Span], notes: Sequence[Note], setting: Setting) -> SafeString:
        spoken_of = self.margins.marks.get(variant.pk, ())
        lemmas = [Mark(place.start, place.end, "span", (("class", "lemma"),)) for place in places if place]
        numbers = [_number(place, note) for place, note in zip(places, notes, strict=True)]
        return mark_text(variant.text, [*setting.marks, *lemmas, *spoken_of], [*setting.asides, *numbers])


def _note(unit: Unit) -> str:
    return gettext("%(passages)s read as one.") % {"passages": name_unit(unit)} if unit.is_joined else ""


def _begins_in(lemma: Span, part: Span, found: Witnesses) -> bool:
    """Say whether an entry stands with this part of the base: the one that its lemma begins in, or after."""
    later = [span.start for _, span in found.collated[0].said.parts if span.start > part.start]
    return part.start <= lemma.start and (not later or lemma.start < later[0])


def _within(lemma: Span, part: Span) -> Span:
    """Return the characters of a lemma that stand in a part, counted from there."""
    start = min(lemma.start, part.end) - part.start
    return Span(start, max(start, min(lemma.end, part.end) - part.start))


def _number(place: Span, note: Note) -> Aside:
    """The superior number after the lemma: leads to its entry."""
    attributes = (("class", "superior"), ("href", f"#{note.id_stem}"))
    said = f"{pgettext('before its number', 'variant')} "
    return Aside(place.end, "a", str(note.number), attributes, f"at-{note.id_stem}", before=said)


def _show(
    entry: Entry, number: int, passage: Passage, witnesses: Sequence[Witness], numbers: Mapping[int, int]
) -> Note:
    text = witnesses[0].text
    is_addition = not entry.lemma
    lemma = _word_before(text, entry.lemma.start) if is_addition else shorten_lemma(entry.lemma.of(text))
    readings = tuple([_read(reading, witnesses, numbers, is_added=is_addition) for reading in entry.readings])
    stem = f"variant-{passage.pk}-{number}"
    return Note(number, stem, lemma, is_addition, readings, is_corrected=bool(entry.corrected))


def _read(
    reading: Reading, witnesses: Sequence[Witness], numbers: Mapping[int, int], *, is_added: bool
) -> ApparatusReading:
    sigla = tuple([witnesses[witness].translation for witness in reading.witnesses])
    other = numbers.get(reading.entry, 0) if reading.entry is not None else 0
    return ApparatusReading(" ".join(reading.text.split()), sigla, is_added, reading.transposed, other)


def shorten_lemma(words: str) -> str:
    """Set a lemma: as it is, or as its first two and last two words where it has more than six."""
    spoken = [token for token in tokenise(words) if token.kind in ("word", "number")]
    if len(spoken) > LONGEST_LEMMA:
        words = f"{words[: spoken[1].end]} … {words[spoken[-2].start :]}"
    return " ".join(words.split())


def _word_before(text: str, place: int) -> str:
    """The last word before the place, with the punctuation that follows it."""
    before = text[max(0, place - LOOK_BACK) : place]
    words = [token.start for token in tokenise(before) if token.kind in ("word", "number")]
    return before[words[-1] if words else 0 :].strip()
