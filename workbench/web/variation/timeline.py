"""The translations of one language by the year of each, and how far each lies from the earliest: as an SVG.

Nothing here knows of HTML; a year is the first number of three or four digits in what a translation says of its year.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.corpus.models import Translation
from workbench.text import Matrix
from workbench.web.variation.labels import Label, place_labels

__all__ = ["Moment", "Timeline", "draw_timeline", "year_of"]

WIDTH, HEIGHT = 640, 220
LEFT, RIGHT, TOP, BOTTOM = 48, 90, 20, 34
_YEAR = re.compile(r"(?<!\d)\d{3,4}(?!\d)")


@dataclass(frozen=True, slots=True)
class Moment:
    """A translation at its year: its dot, its label, and how far it is from the earliest (None where unknown)."""

    translation: Translation
    year: int
    x: float
    y: float
    label: Label
    distance: float | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """A drawing: years from left to right, `ticks` of them, and distances from the `earliest` upwards."""

    width: int
    height: int
    base: int
    moments: Sequence[Moment]
    ticks: Sequence[tuple[int, float]]
    farthest: float
    undated: Sequence[Translation]

    @property
    def earliest(self) -> Translation:
        """The translation that the others are held against."""
        return self.moments[0].translation


def year_of(translation: Translation) -> int | None:
    """Return the year of a translation, None where it says none."""
    found = _YEAR.search(translation.year)
    return int(found[0]) if found else None


def draw_timeline(matrix: Matrix, translations: Sequence[Translation]) -> Timeline | None:
    """Draw the translations that say a year; None for fewer than two years."""
    dated = sorted((year, place) for place, one in enumerate(translations) if (year := year_of(one)) is not None)
    if len({year for year, _ in dated}) < 2:
        return None
    first, last = dated[0][0], dated[-1][0]
    distances = [matrix[dated[0][1]][place] for _, place in dated]
    farthest = max((one for one in distances if one), default=0.0) or 1.0
    dots = [
        (_across(year, first, last), round(HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * (distance or 0) / farthest, 1))
        for (year, _), distance in zip(dated, distances, strict=True)
    ]
    labels = place_labels(dots, [translations[place].siglum for _, place in dated])
    moments = [
        Moment(translations[place], year, *dot, label, distance)
        for (year, place), dot, label, distance in zip(dated, dots, labels, distances, strict=True)
    ]
    undated = [one for one in translations if year_of(one) is None]
    ticks = [(year, _across(year, first, last)) for year in _ticks(first, last)]
    return Timeline(WIDTH, HEIGHT, HEIGHT - BOTTOM, moments, ticks, farthest, undated)


def _across(year: int, first: int, last: int) -> float:
    return round(LEFT + (WIDTH - LEFT - RIGHT) * (year - first) / (last - first), 1)


def _ticks(first: int, last: int) -> range:
    """Return round years, seven at most."""
    step = next(one for one in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000) if (last - first) / one <= 6)
    return range(-(-first // step) * step, last + 1, step)
