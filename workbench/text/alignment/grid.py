"""The best way through a coarse grid of ties: a first look at two texts from far away."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

__all__ = ["Way", "find_way"]

_CELLS = 200
_LEAST_WORDS = 40


@dataclass(frozen=True, slots=True)
class Way:
    """The way goes through the columns `low[r]` to `high[r]` in row `r` of a grid of `shape` over the whole plane."""

    low: "Ints"
    high: "Ints"
    shape: tuple[int, int]


def find_way(left: "Ints", right: "Ints", weights: "Floats", rows: int, columns: int, least: int = _LEAST_WORDS) -> Way:
    """Find the way through a plane of `rows` x `columns` that gathers most of the points (`left`, `right`).

    The way goes from one corner to the other, right, down or both; a point's cell counts by its weight less
    what chance would put there, from the weights of its row and its column. A cell is `least` high and wide at least.
    """
    height, width = (min(_CELLS, max(size // least, 1)) for size in (rows, columns))
    cells = (left * height // max(rows, 1)) * width + right * width // max(columns, 1)
    grid: Floats = np.bincount(cells, weights, height * width).astype(np.float64).reshape(height, width)
    if grid.any():
        grid = grid - np.outer(grid.sum(axis=1), grid.sum(axis=0)) / grid.sum()
    return Way(*_find_way(grid), (height, width))


def _find_way(grid: "Floats") -> "tuple[Ints, Ints]":
    """First and last column of the best way in each row."""
    best = _sum_ways(grid)
    row, column = grid.shape[0] - 1, grid.shape[1] - 1
    low, high = np.zeros(row + 1, np.int64), np.zeros(row + 1, np.int64)
    high[row] = column
    while row or column:
        ways = [
            (best[row - 1, column - 1] if row and column else -np.inf, row - 1, column - 1),
            (best[row - 1, column] if row else -np.inf, row - 1, column),
            (best[row, column - 1] if column else -np.inf, row, column - 1),
        ]
        _, before, column_before = max(ways, key=lambda way: way[0])
        if before != row:
            low[row], high[before] = column, column_before
        row, column = before, column_before
    return low, high


def _sum_ways(grid: "Floats") -> "Floats":
    """What the best way to each cell gathers. Along a row that is a running maximum over where it was entered."""
    best = np.empty_like(grid)
    above = np.full(grid.shape[1] + 1, -np.inf)
    above[0] = 0.0
    for row, gains in enumerate(grid):
        entered = np.maximum(above[:-1], above[1:])
        sums = np.cumsum(gains)
        best[row] = np.maximum.accumulate(entered - (sums - gains)) + sums
        above[1:], above[0] = best[row], -np.inf
    return best
