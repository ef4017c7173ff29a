"""The best way through a matrix of values: which word goes to which column, both in their order.

Longest common subsequence with weights: a path takes a cell or passes it by, and the sum of the cells
taken is highest. Words and columns without a cell cost nothing.
"""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Sums = Sequence[Sequence[int]] | NDArray[np.int64]

__all__ = ["best_path"]

_WIDE = 24


def best_path(values: list[list[int]]) -> list[tuple[int, int]]:
    """Find the heaviest rising path of cells (row, column) of `values`; cells of 0 are never taken."""
    if not values or not values[0]:
        return []
    wide = len(values[0]) >= _WIDE
    sums = _sum_rows_wide(np.array(values)) if wide else _sum_rows(values)
    return _trace(sums, len(values), len(values[0]))


def _sum_rows(values: list[list[int]]) -> "Sums":
    """For each cell the weight of the heaviest path that ends before it."""
    before = [0] * (len(values[0]) + 1)
    sums = [before]
    for row in values:
        best, corner, current = 0, 0, [0]
        for value, above in zip(row, before[1:], strict=True):
            best = max(best, above, corner + value)
            corner = above
            current.append(best)
        sums.append(current)
        before = current
    return sums


def _sum_rows_wide(values: "NDArray[np.int64]") -> "Sums":
    """The same as `_sum_rows`: a row is three operations on arrays, faster from some hundred columns."""
    rows, columns = values.shape
    sums = np.zeros((rows + 1, columns + 1), dtype=np.int64)
    for row in range(rows):
        taken = np.maximum(sums[row, 1:], sums[row, :-1] + values[row])
        np.maximum.accumulate(taken, out=sums[row + 1, 1:])
    return sums


def _trace(sums: "Sums", row: int, column: int) -> list[tuple[int, int]]:
    """Walk back from the last cell: a sum that came neither from above nor from the left took a cell."""
    pairs = []
    while row and column:
        here = sums[row][column]
        if here == sums[row][column - 1]:
            column -= 1
        elif here == sums[row - 1][column]:
            row -= 1
        else:
            row, column = row - 1, column - 1
            pairs.append((row, column))
    return pairs[::-1]
