"""Units that mean the same in two languages: where the path goes, and what a bead gains by its meaning.

Units that are each other's nearest neighbours tie the two texts, the longest rising chain of such ties is the path. A
chain of less than three tenths of the smaller side, or ties whose median likeness is under 0.57, say that the encoder
doesn't know one of the languages: then nothing here is used. (In languages that it knows the median is 0.62 and more;
in Latin, Ukrainian, Serbian, Bulgarian, which it reads as their relatives, 0.52 at most.)

Likeness is rescaled by the mean likeness to other units, so that 0 is chance and 1 the same.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from workbench.text.alignment.grid import find_way
from workbench.text.alignment.path import longest_rising
from workbench.text.meaning.windows import WINDOW, make_windows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from workbench.text.alignment.bands import Band
    from workbench.text.meaning import Encoder

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]
    Vectors = NDArray[np.float32]

__all__ = ["Meanings", "find_meanings"]

_LEAST_SHARE, _LEAST_LIKENESS = 0.3, 0.57
_BLOCK = 1024
_SAMPLE = 256
_NEAR = 3  # cells of the coarse grid
_GAIN, _WHOLE, _PARTS, _CHANCE = 12.0, 0.3, 0.35, 0.15
_RATIO, _LEAST_RATIO, _MOST_RATIO = 0.3, -6.0, 14.0
_DIGITS = 4
_ROWS = 64


@dataclass(frozen=True, slots=True)
class Meanings:
    """Vectors of the windows of 1 to 4 units that end at each boundary, the path, and what true ties look like.

    `source[a - 1][i]` is the vector of the `a` units before boundary `i` (zeros where there are fewer).
    """

    source: "list[Vectors]"
    target: "list[Vectors]"
    path: "tuple[Ints, Ints]"
    mean: float
    true: tuple[float, float]
    beside: tuple[float, float]

    def weigh_beads(self, band: "Band", shapes: "dict[tuple[int, int], float]") -> "dict[tuple[int, int], Floats]":
        """What each bead that ends in a cell of the band gains by its meaning."""
        return {shape: self._weigh(band, *shape) for shape in shapes}

    def _weigh(self, band: "Band", a: int, b: int) -> "Floats":
        left, right = min(a, WINDOW), min(b, WINDOW)
        whole = self._likeness(self.source[left - 1], self.target[right - 1], band)
        parts = np.zeros(band.area)
        for k in range(a):
            parts += self._likeness(_shift(self.source[0], k), self.target[right - 1], band) - _CHANCE
        for k in range(b):
            parts += self._likeness(self.source[left - 1], _shift(self.target[0], k), band) - _CHANCE
        gain = _GAIN * (_WHOLE * (a + b) / 2 * (whole - _CHANCE) + _PARTS * parts)
        return np.asarray(gain + _RATIO * self._ratio(whole))

    def _ratio(self, likeness: "Floats") -> "Floats":
        """The log ratio of two normals: of the ties found, and of the units beside them."""
        (mean, spread), (other, wide) = self.true, self.beside
        ratio = np.log(wide / spread) - ((likeness - mean) / spread) ** 2 / 2 + ((likeness - other) / wide) ** 2 / 2
        ratio = np.where(likeness > mean, np.maximum(ratio, np.log(wide / spread)), ratio)
        return np.asarray(np.clip(ratio, _LEAST_RATIO, _MOST_RATIO))

    def _likeness(self, left: "Vectors", right: "Vectors", band: "Band") -> "Floats":
        """The rescaled likeness in every cell of the band, row by row."""
        flat = np.zeros(band.area)
        for first in range(0, len(band.low), _ROWS):
            rows = band.rows[first : first + _ROWS]
            low, high = rows[0][0], max(row[1] for row in rows)
            dots = left[first : first + _ROWS] @ right[low:high].T
            for number, (start, end, at) in enumerate(rows):
                flat[at : at + end - start] = dots[number, start - low : end - low]
        return np.round((flat - self.mean) / (1 - self.mean), _DIGITS)


def find_meanings(source: "Sequence[str]", target: "Sequence[str]", encoder: "Encoder") -> Meanings | None:
    """Encode the units of both sides and find the path; None where the encoder doesn't know both languages."""
    left, right = encoder.encode(source), encoder.encode(target)
    ties = _tie(left, right)
    if not _is_known(left, right, ties):
        return None
    sample = [side[np.linspace(0, len(side) - 1, min(_SAMPLE, len(side))).astype(np.int64)] for side in (left, right)]
    mean = float(np.clip((sample[0] @ sample[1].T).mean(), 0.0, 0.9))
    windows = [make_windows(side, texts) for side, texts in ((left, source), (right, target))]
    likeness = _compare(left, right, ties, mean)
    return Meanings(windows[0], windows[1], ties, mean, *likeness)


def _is_known(left: "Vectors", right: "Vectors", ties: "tuple[Ints, Ints]") -> bool:
    """Whether the encoder knows both languages, by how many ties it finds and how alike they are."""
    if len(ties[0]) < max(_LEAST_SHARE * min(len(left), len(right)), 1):
        return False
    return float(np.median((left[ties[0]] * right[ties[1]]).sum(axis=1))) >= _LEAST_LIKENESS


def _compare(
    left: "Vectors", right: "Vectors", ties: "tuple[Ints, Ints]", mean: float
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Mean and deviation of the rescaled likeness of the ties, and of the units one and two beside them."""
    beside = []
    for step in (-2, -1, 1, 2):
        at = ties[1] + step
        inside = (at >= 0) & (at < len(right))
        beside.append((left[ties[0][inside]] * right[at[inside]]).sum(axis=1))
    found = (left[ties[0]] * right[ties[1]]).sum(axis=1), np.concatenate(beside)
    return _describe((found[0] - mean) / (1 - mean), 0.6), _describe((found[1] - mean) / (1 - mean), 0.1)


def _describe(values: "Floats | Vectors", default: float) -> tuple[float, float]:
    if len(values) < 2:
        return default, 0.2
    return round(float(values.mean()), _DIGITS), round(max(float(values.std()), 0.05), _DIGITS)


def _tie(left: "Vectors", right: "Vectors") -> "tuple[Ints, Ints]":
    """The longest rising chain of units that are each other's nearest, near the way through the coarse grid."""
    best, back = _nearest(left, right), _nearest(right, left)
    rows = np.flatnonzero(back[best] == np.arange(len(left)))
    columns = best[rows]
    way = find_way(rows, columns, np.ones(len(rows)), len(left), len(right), least=1)
    row, column = rows * way.shape[0] // len(left), columns * way.shape[1] // len(right)
    near = (column >= way.low[row] - _NEAR) & (column <= way.high[row] + _NEAR)
    rows, columns = rows[near], columns[near]
    chain = longest_rising(columns.tolist())
    return rows[chain], columns[chain]


def _nearest(left: "Vectors", right: "Vectors") -> "Ints":
    found = [np.round(left[at : at + _BLOCK] @ right.T, _DIGITS).argmax(axis=1) for at in range(0, len(left), _BLOCK)]
    return np.concatenate(found)


def _shift(windows: "Vectors", places: int) -> "Vectors":
    """The windows that end so many boundaries before."""
    return np.concatenate((np.zeros((places, windows.shape[1]), np.float32), windows[: len(windows) - places]))
