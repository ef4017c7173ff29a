"""The table of the compare page: rows of passages, cells of variants, each cell's text as safe HTML with its marks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.safestring import SafeString

from workbench.corpus.models import Passage, Presence, Translation, Variant
from workbench.text import diff
from workbench.web.discussions import ThreadCard
from workbench.web.margins import Margins
from workbench.web.marking import Aside, Mark, mark_text
from workbench.web.reading.differences import Pair, map_agreement, mark_base, mark_merged, mark_other
from workbench.web.reading.state import CompareState
from workbench.web.reading.words import ABSENCES, direction_of

__all__ = ["Cell", "Row", "build_rows", "is_comparable"]

Cells = Mapping[tuple[int, int], Variant]
Highlights = Mapping[int, Sequence[Mark]]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one translation says for one passage, as shown. `absence` says in words why there is no text."""

    passage: Passage
    translation: Translation
    variant: Variant | None
    html: SafeString
    note: str = ""
    is_base: bool = False
    agreement: str = ""

    @property
    def presence(self) -> str:
        """`present`, `omitted`, `joined`, or `missing`: not entered yet."""
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
    """A passage and its cells, the base first; `notes` are the discussions in its margin."""

    passage: Passage
    cells: tuple[Cell, ...] = field(default_factory=tuple)
    notes: Sequence[ThreadCard] = ()


def build_rows(
    passages: Sequence[Passage], variants: Cells, state: CompareState, margins: Margins | None = None
) -> list[Row]:
    """Return the rows of a page. `margins` hold their discussions, and marks on the words these speak of."""
    margins = margins or Margins({}, {})
    return [_row(passage, variants, state, margins) for passage in passages]


def is_comparable(left: Translation, right: Translation) -> bool:
    """Say whether two translations are in one language, so that comparing their words makes sense."""
    return _language_of(left) == _language_of(right)


def _language_of(translation: Translation) -> str:
    return translation.language.lower().split("-")[0]


def _row(passage: Passage, variants: Cells, state: CompareState, margins: Margins) -> Row:
    highlights = margins.marks
    base = variants.get((passage.pk, state.base.pk))
    others = [(column, variants.get((passage.pk, column.pk))) for column in state.others]
    pairs = {column.pk: _pair(state, base, column, variant) for column, variant in others}
    compared = [pair for pair in pairs.values() if pair and pair.comparison.verdict == "different"]
    first = _cell(passage, state.base, base, mark_base(compared) if compared else ([], []), highlights, is_base=True)
    rest = (_other_cell(passage, column, variant, pairs[column.pk], state, highlights) for column, variant in others)
    return Row(passage, (first, *rest), margins.notes.get(passage.pk, ()))


def _pair(state: CompareState, base: Variant | None, column: Translation, variant: Variant | None) -> Pair | None:
    """Compare a variant with the base; None where marks are off or there is nothing to compare."""
    if not (state.is_marked and base and variant and is_comparable(state.base, column)):
        return None
    if base.presence != Presence.PRESENT or variant.presence != Presence.PRESENT:
        return None
    comparison = diff(base.text, variant.text, ignore=state.ignore)
    return Pair(f"d{variant.pk}", state.base.siglum, column.siglum, base.text, variant.text, comparison)


def _other_cell(
    passage: Passage,
    column: Translation,
    variant: Variant | None,
    pair: Pair | None,
    state: CompareState,
    highlights: Highlights,
) -> Cell:
    if pair is None:
        return _cell(passage, column, variant, ([], []), highlights)
    note = _note(pair)
    mark = mark_merged if state.view == "inline" else mark_other
    marks = mark(pair) if pair.comparison.verdict == "different" else ([], [])
    return _cell(
        passage,
        column,
        variant,
        marks,
        highlights,
        note=note,
        agreement=map_agreement(pair.comparison, pair.base_text, pair.other_text),
    )


def _note(pair: Pair) -> str:
    return {
        "identical": f"The same as {pair.base}.",
        "equal": f"The same as {pair.base}, but for what is ignored.",
        "unrelated": f"Too far from {pair.base} to be compared word by word.",
    }.get(pair.comparison.verdict, "")


def _cell(
    passage: Passage,
    translation: Translation,
    variant: Variant | None,
    marks: tuple[Sequence[Mark], Sequence[Aside]],
    highlights: Highlights,
    *,
    note: str = "",
    is_base: bool = False,
    agreement: str = "",
) -> Cell:
    html = SafeString()
    if variant is not None:
        html = mark_text(variant.text, [*marks[0], *highlights.get(variant.pk, ())], marks[1])
    return Cell(passage, translation, variant, html, note, is_base, agreement)
