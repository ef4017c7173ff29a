"""The table of the compare page: rows of passages, cells of variants, each cell's text as safe HTML with its marks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.utils.safestring import SafeString

from workbench.corpus.models import Passage, Presence, Translation, Variant
from workbench.corpus.queries import WorkRules
from workbench.text.words.languages import direction_of
from workbench.web.discussion.cards import ThreadCard
from workbench.web.discussion.margins import Margins
from workbench.web.discussion.standings import Standing
from workbench.web.reading.state import CompareState, is_comparable
from workbench.web.typesetting.comparing import compare
from workbench.web.typesetting.differences import Pair, mark_base, mark_merged, mark_other
from workbench.web.typesetting.marking import Aside, Mark, mark_text
from workbench.web.typesetting.words import ABSENCES

__all__ = ["Cell", "Row", "Table"]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one translation says for one passage, as shown. `absence` says in words why there is no text."""

    passage: Passage
    translation: Translation
    variant: Variant | None
    html: SafeString | None = None
    note: str = ""
    is_base: bool = False
    agreement: str = ""
    standing: Standing | None = None

    @property
    def presence(self) -> str:
        """`present`, `omitted`, `joined`, `lacunose`, or `missing`: not entered yet."""
        return self.variant.presence if self.variant else "missing"

    @property
    def absence(self) -> str:
        """Why there is no text, in words; "" where there is one."""
        return ABSENCES.get(self.presence, "")

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
    """A passage and its cells, the base first; `notes` are the discussions in its margin, `pairs` what was compared."""

    passage: Passage
    cells: tuple[Cell, ...] = field(default_factory=tuple)
    notes: Sequence[ThreadCard] = ()
    pairs: Sequence[Pair] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """What the rows of a page are made of: variants by (passage id, translation id), a state, the work's rules.

    `margins` hold the discussions of the passages, and marks on the words these speak of; `standings` the verdicts by
    variant id.
    """

    state: CompareState
    variants: Mapping[tuple[int, int], Variant]
    margins: Margins
    rules: WorkRules
    standings: Mapping[int, Standing] = field(default_factory=dict)

    def read_rows(self, passages: Iterable[Passage]) -> list[Row]:
        """Return the rows, in the order of the passages."""
        return [self._read_row(passage) for passage in passages]

    def _read_row(self, passage: Passage) -> Row:
        others = [(column, self._pair(passage, column)) for column in self.state.others]
        compared = [pair for _, pair in others if pair and pair.compared.is_marked]
        base = Cell(passage, self.state.base, self._variant(passage, self.state.base), is_base=True)
        cells = [self._with_text(base, mark_base(compared) if compared else ([], []))]
        cells += [self._read_other(passage, column, pair) for column, pair in others]
        return Row(passage, tuple(cells), self.margins.notes.get(passage.pk, ()), tuple(compared))

    def _read_other(self, passage: Passage, column: Translation, pair: Pair | None) -> Cell:
        cell = Cell(passage, column, self._variant(passage, column))
        if pair is None:
            return self._with_text(cell, ([], []))
        mark = mark_merged if self.state.view == "inline" else mark_other
        marks = mark(pair) if pair.compared.is_marked else ([], [])
        return self._with_text(replace(cell, note=_note(pair), agreement=pair.compared.agreement), marks)

    def _with_text(self, cell: Cell, marks: tuple[Sequence[Mark], Sequence[Aside]]) -> Cell:
        if cell.variant is None:
            return cell
        spoken_of = self.margins.marks.get(cell.variant.pk, ())
        html = mark_text(cell.variant.text, [*marks[0], *spoken_of], marks[1])
        return replace(cell, html=html, standing=self.standings.get(cell.variant.pk))

    def _pair(self, passage: Passage, column: Translation) -> Pair | None:
        """Compare a variant with the base; None where marks are off or there is nothing to compare."""
        base, other = self._variant(passage, self.state.base), self._variant(passage, column)
        if not (self.state.is_marked and base and other and is_comparable(self.state.base, column)):
            return None
        if base.presence != Presence.PRESENT or other.presence != Presence.PRESENT:
            return None
        compared = compare(base.text, other.text, self.state.ignore, self.rules.of(passage))
        return Pair(f"d{other.pk}", self.state.base.siglum, column.siglum, base.text, other.text, compared)

    def _variant(self, passage: Passage, translation: Translation) -> Variant | None:
        return self.variants.get((passage.pk, translation.pk))


def _note(pair: Pair) -> str:
    return {
        "identical": f"The same as {pair.base}.",
        "equal": f"The same as {pair.base}, but for what is ignored.",
        "unrelated": f"Too far from {pair.base} to be compared word by word.",
    }.get(pair.compared.verdict, "")
