"""Where the dynamic programme looks: for each boundary of the source, a stretch of the target's boundaries.

Boundary `i` stands before unit `i`; there are n + 1. Cells outside of the band don't exist, so its area
bounds memory and time.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

__all__ = ["WHOLE", "Band", "make_band"]

WHOLE = 60_000  # cells; of so many all are looked at
_AREA = 3_000_000


@dataclass(frozen=True, slots=True)
class Band:
    """Row `i` holds the columns `low[i]:high[i]`; its cells begin at `offsets[i]` of a flat array.

    `rows` has the three numbers of each row once more, as Python's own, which are quicker one by one.
    """

    low: "Ints"
    high: "Ints"
    offsets: "Ints"
    rows: list[tuple[int, int, int]]

    @property
    def area(self) -> int:
        """The number of cells."""
        return int(self.offsets[-1])

    def row(self, number: int) -> slice:
        """The cells of one row in a flat array."""
        return slice(int(self.offsets[number]), int(self.offsets[number + 1]))

    def cell(self, row: int, column: int) -> int:
        """The place of one cell in a flat array."""
        return int(self.offsets[row] + column - self.low[row])

    def cells(self) -> "tuple[Ints, Ints]":
        """Row and column of every cell, in the order of a flat array."""
        rows = np.repeat(np.arange(len(self.low)), self.high - self.low)
        return rows, np.arange(self.area) - self.offsets[rows] + self.low[rows]


def make_band(rows: int, columns: int, path: "tuple[Ints, Ints]", margin: int, across: int = 0) -> Band:
    """Make the band of `rows` x `columns` units around the `path` (unit indices, both not falling).

    Between two ties the band holds the whole box between them, widened by `margin` rows and `across` (by default as
    many) columns; where boxes grow too large
    only their diagonal with a margin is kept.
    """
    if (rows + 1) * (columns + 1) <= WHOLE:
        return _finish(np.zeros(rows + 1), np.full(rows + 1, columns), columns)
    left = np.concatenate(([0], path[0], [rows]))
    right = np.concatenate(([0], path[1], [columns]))
    at = np.arange(rows + 1)
    before = right[np.maximum(np.searchsorted(left, at - margin, side="right") - 1, 0)]
    after = right[np.minimum(np.searchsorted(left, at + margin), len(left) - 1)]
    across = across or margin
    low, high = before - across, after + across
    if (high - low).sum() > _AREA:
        centre = np.interp(at, left, right)
        half = _AREA / (2 * (rows + 1))
        low, high = np.maximum(low, centre - half), np.minimum(high, centre + half)
    return _finish(low, high, columns)


def _finish(low: "NDArray[np.float64] | Ints", high: "NDArray[np.float64] | Ints", columns: int) -> Band:
    """Clip to the matrix, make both edges rise, let neighbouring rows touch and both corners in."""
    low = np.minimum.accumulate(np.clip(low, 0, columns)[::-1])[::-1].astype(np.int64)
    high = np.maximum.accumulate(np.clip(high, 0, columns)).astype(np.int64) + 1
    low[0], high[-1] = 0, columns + 1
    low[1:] = np.minimum(low[1:], high[:-1] - 1)
    offsets = np.concatenate(([0], np.cumsum(high - low)))
    return Band(low, high, offsets, list(zip(low.tolist(), high.tolist(), offsets.tolist(), strict=False)))
