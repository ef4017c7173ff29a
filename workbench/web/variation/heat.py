"""The heat map of a work that stands on one page: a cell for each passage and translation, darker where more parts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext, pgettext_lazy

from workbench.corpus.differing import weights_of
from workbench.corpus.models import Passage, Translation, Work

__all__ = ["HeatRow", "draw_heat"]

_SHADES = 5
_FULL = 2.0  # the weight of a pair at most
_WORDS = (
    pgettext_lazy("how much parts", "nothing"),
    pgettext_lazy("how much parts", "little"),
    pgettext_lazy("how much parts", "some"),
    pgettext_lazy("how much parts", "much"),
    pgettext_lazy("how much parts", "very much"),
)


@dataclass(frozen=True, slots=True)
class HeatCell:
    """How much parts one translation from the others in a passage: `shade` 0 to 4, `words` say it, `query` leads there.

    `shade` is None where it is compared with nothing.
    """

    shade: int | None
    words: str
    query: str


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A translation and its cells in the order of the passages."""

    translation: Translation
    cells: Sequence[HeatCell]


def draw_heat(work: Work, translations: Sequence[Translation], passages: Sequence[Passage]) -> list[HeatRow]:
    """Return a row for each translation that is compared with others; one query."""
    weights = weights_of(work, [passage.pk for passage in passages])
    rows = [HeatRow(one, [_cell(one, passage, weights) for passage in passages]) for one in translations]
    return [row for row in rows if any(cell.shade is not None for cell in row.cells)]


def _cell(one: Translation, passage: Passage, weights: Mapping[int, Mapping[int, float]]) -> HeatCell:
    weight = weights.get(passage.pk, {}).get(one.pk)
    query = urlencode({"base": one.siglum, "at": passage.reference, "weight": "on"})
    if weight is None:
        return HeatCell(None, f"{passage.reference}: {gettext('not compared')}", query)
    shade = min(_SHADES - 1, round(weight / _FULL * (_SHADES - 1)))
    return HeatCell(shade, f"{passage.reference}: {_WORDS[shade]}", query)
