"""The table of the compare page: rows of passages, cells of variants, each cell's text as safe HTML with its marks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from workbench.corpus.models import Passage, Translation, Variant
from workbench.corpus.queries import WorkRules
from workbench.corpus.units import Unit, Units, UnitText
from workbench.text import Span
from workbench.text.checking import Glossary
from workbench.text.difference.weighing import FAINT, STRONG, weigh_difference
from workbench.text.words.languages import direction_of
from workbench.web.discussion.cards import ThreadCard
from workbench.web.discussion.margins import Margins
from workbench.web.discussion.standings import Standing
from workbench.web.reading.naming import name_unit
from workbench.web.reading.notes import NotesCompared, compare_notes, mark_base_notes, mark_other_notes
from workbench.web.reading.state import CompareState
from workbench.web.typesetting.comparing import Compared, compare
from workbench.web.typesetting.differences import Pair, mark_base, mark_merged, mark_other
from workbench.web.typesetting.marking import Aside, Mark, mark_text
from workbench.web.typesetting.markup import Footnote, set_markup
from workbench.web.typesetting.slices import slice_agreement, slice_base, slice_marks
from workbench.web.typesetting.terms import mark_terms
from workbench.web.typesetting.words import absence_of

__all__ = ["Cell", "Row", "Table"]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one translation says for one passage, as shown. `absence` says in words why there is no text.

    `is_kin`: it is the base of its own language beside a base in another; `against` is the variant (its id) that it is
    compared with, where that isn't the base's.
    """

    passage: Passage
    translation: Translation
    variant: Variant | None
    html: SafeString | None = None
    note: str = ""
    is_base: bool = False
    is_kin: bool = False
    against: int | None = None
    agreement: str = ""
    standing: Standing | None = None
    footnotes: Sequence[Footnote] = ()

    @property
    def presence(self) -> str:
        """`present`, `omitted`, `joined`, `lacunose`, or `missing`: not entered yet."""
        return self.variant.presence if self.variant else "missing"

    @property
    def source(self) -> str:
        """Where its words stand, for a citation: "13, Eleanor Marsh 2019"; the siglum where nobody is named."""
        one = self.translation
        return f"{self.passage.reference}, {one.translator or one.siglum} {one.year}".rstrip()

    @property
    def absence(self) -> str:
        """Why there is no text, in words; "" where there is one."""
        return absence_of(self.presence)

    @property
    def printed(self) -> str:
        """The reference that the translation itself prints, where that is another than the passage's."""
        return self.variant.reference if self.variant else ""

    @property
    def own_place(self) -> int | None:
        """Its place in the order in which the translation itself reads, where that is not the passages' order."""
        return self.variant.reading_order if self.variant else None

    @property
    def language(self) -> str:
        """The language tag for `lang`."""
        return self.translation.language

    @property
    def direction(self) -> str:
        """The writing direction for `dir`."""
        return direction_of(self.translation.language)


@dataclass(frozen=True, slots=True)
class Row:
    """A passage and its cells, the base first; `notes` are the discussions in its margin, `pairs` what was compared.

    `more` discussions are not shown; `folds` is the shape of those that are.
    """

    passage: Passage
    cells: tuple[Cell, ...] = field(default_factory=tuple)
    notes: Sequence[ThreadCard] = ()
    pairs: Sequence[Pair] = ()
    more: int = 0
    folds: str = "folded"


@dataclass(frozen=True, slots=True)
class Table:
    """What the rows of a page are made of: a state, the texts, the work's rules.

    `margins` hold the discussions of the passages, and marks on the words these speak of; `standings` the verdicts by
    variant id; `glossary` the terms that are marked.
    """

    state: CompareState
    units: Units
    margins: Margins
    rules: WorkRules
    standings: Mapping[int, Standing] = field(default_factory=dict)
    glossary: Glossary = field(default_factory=lambda: Glossary(()))

    def read_rows(self, passages: Iterable[Passage]) -> list[Row]:
        """Return the rows, in the order of the passages."""
        return [self._read_row(passage) for passage in passages]

    def _read_row(self, passage: Passage) -> Row:
        others = [(column, self._compare(passage, column)) for column in self.state.others]
        compared = [one for _, one in others if one and one.pair.compared.is_marked]
        found = [one for _, one in others]
        cells = [self._read_base(passage, self.state.base, found)]
        for column, one in others:
            is_kin = one is None and bool(self.state.rests_on(column))
            cells.append(self._read_base(passage, column, found) if is_kin else self._read_other(passage, column, one))
        pairs = [one.pair for one in compared if one.unit.passages[0].pk == passage.pk]
        notes, more = self.margins.notes.get(passage.pk, ()), self.margins.more.get(passage.pk, 0)
        return Row(passage, tuple(cells), notes, tuple(pairs), more, self.margins.shape)

    def _read_base(self, passage: Passage, column: Translation, found: Sequence["_Compared | None"]) -> Cell:
        """Read the cell of the base, or of what stands for it in another language."""
        mine = [one for one in found if one and one.pair.compared.is_marked and one.pair.base == column.siglum]
        here = [slice_base(one.pair, part) for one in mine if (part := one.base.part_of(passage.pk))]
        is_base = column.pk == self.state.base.pk
        cell = Cell(passage, column, self._variant(passage, column), is_base=is_base, is_kin=not is_base)
        shown = self._with_text(cell, mark_base(here) if here else ([], []))
        noted = [one.notes for one in found if one and one.notes and one.pair.base == column.siglum]
        footnotes = mark_base_notes(shown.footnotes, cell.variant.pk, noted) if cell.variant else ()
        return replace(shown, footnotes=footnotes)

    def _read_other(self, passage: Passage, column: Translation, found: "_Compared | None") -> Cell:
        cell = Cell(passage, column, self._variant(passage, column))
        part = found.other.part_of(passage.pk) if found else None
        if found is None or part is None:
            return self._with_text(cell, ([], []))
        compared = found.pair.compared
        mark = mark_merged if self.state.view == "inline" else mark_other
        marks = slice_marks(*mark(found.pair), part) if compared.is_marked else ([], [])
        answering = found.base.part_of(passage.pk)
        agreement = slice_agreement(compared.agreement, answering, part) if answering else ""
        against = found.base.parts[0][0].pk if found.pair.base != self.state.base.siglum else None
        shown = self._with_text(replace(cell, note=_note(found), agreement=agreement, against=against), marks)
        is_merged = self.state.view == "inline"
        pk = cell.variant.pk if cell.variant else 0
        return replace(shown, footnotes=mark_other_notes(shown.footnotes, pk, found.notes, is_merged=is_merged))

    def _with_text(self, cell: Cell, marks: tuple[Sequence[Mark], Sequence[Aside]]) -> Cell:
        if cell.variant is None:
            return cell
        spoken_of = self.margins.marks.get(cell.variant.pk, ())
        setting = set_markup(cell.variant)
        terms = mark_terms(self.glossary, cell.variant.text, cell.language)
        shown = [*setting.marks, *marks[0], *terms, *spoken_of]
        html = mark_text(cell.variant.text, shown, [*setting.asides, *marks[1]])
        standing = self.standings.get(cell.variant.pk)
        return replace(cell, html=html, standing=standing, footnotes=setting.notes)

    def _compare(self, passage: Passage, column: Translation) -> "_Compared | None":
        """Compare what stands in a passage with the base; None where marks are off or there is nothing to compare."""
        kin = self.state.base_of(column)
        if not self.state.is_marked or kin is None:
            return None
        unit = self.units.of(passage, (kin, column))
        base, other = unit.texts
        if base is None or other is None:
            return None
        rules = self.rules.of(unit.passages[0], (kin.pk, column.pk))
        compared = compare(base.text, other.text, self.state.ignore, rules)
        if base.lacunae or other.lacunae:
            compared = _without_lost(compared, base, other)
        stem = f"d{other.parts[0][0].pk}"
        strengths = _weigh(compared, base.text, other.text, column.language) if self.state.is_weighed else {}
        pair = Pair(stem, kin.siglum, column.siglum, base.text, other.text, compared, strengths)
        notes = None
        if self.state.compares_notes:
            sigla = (kin.siglum, column.siglum)
            notes = compare_notes(sigla, (base, other), self.state.ignore, rules)
        return _Compared(unit, base, other, pair, notes)

    def _variant(self, passage: Passage, translation: Translation) -> Variant | None:
        return self.units.variants.get((passage.pk, translation.pk))


@dataclass(frozen=True, slots=True)
class _Compared:
    """A unit in which the `base` was compared with one `other`, and their notes where that was asked for."""

    unit: Unit
    base: UnitText
    other: UnitText
    pair: Pair
    notes: NotesCompared | None = None


def _weigh(compared: Compared, base: str, other: str, language: str) -> dict[int, str]:
    """Return the class of how much each difference matters, by its number."""
    found = {index: difference for _, index, difference in compared.partings}
    weights = {index: weigh_difference(one, base, other, language).value for index, one in found.items()}
    return {
        index: "w-strong" if weight >= STRONG else "w-faint" if weight < FAINT else "w-plain"
        for index, weight in weights.items()
    }


def _without_lost(compared: Compared, base: UnitText, other: UnitText) -> Compared:
    """Leave out what only one of two texts has where the words of the other are lost: that one is silent there."""
    kept = tuple(
        parting
        for parting in compared.partings
        if not _is_lost(parting[0].left, base) and not _is_lost(parting[0].right, other)
    )
    return replace(compared, partings=kept)


def _is_lost(gap: Span, said: UnitText) -> bool:
    if gap.of(said.text).strip():
        return False
    between = (said.text[min(gap.end, place) : max(gap.end, place)] for place in said.lacunae)
    return any(not any(map(str.isalnum, words)) for words in between)


def _note(found: _Compared) -> str:
    pair = found.pair
    said = {
        "identical": gettext("The same as %(base)s."),
        "equal": gettext("The same as %(base)s, but for what is ignored."),
        "unrelated": gettext("Too far from %(base)s to be compared word by word."),
    }.get(pair.compared.verdict, "")
    about = _note_of_notes(found)
    joined = gettext("%(passages)s compared as one.") % {"passages": name_unit(found.unit)}
    return " ".join(one for one in (joined * found.unit.is_joined, said % {"base": pair.base}, about) if one)


def _note_of_notes(found: _Compared) -> str:
    """Say what became of notes of which nothing can be marked."""
    notes = found.notes
    if notes is None:
        return ""
    if not notes.other.text:
        return gettext("The notes of %(base)s are not here.") % {"base": notes.pair.base}
    so_too, alike = gettext("So are the notes."), gettext("The notes are the same.")
    return {
        "identical": so_too if found.pair.compared.verdict == "identical" else alike,
        "equal": gettext("The notes are the same, but for what is ignored."),
        "unrelated": gettext("The notes are too far apart to be compared word by word."),
    }.get(notes.pair.compared.verdict, "")
