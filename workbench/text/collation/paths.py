"""The best way through a matrix of values: which word goes to which column, both in their order.

Longest common subsequence with weights: a path takes a cell or passes it by, and the sum of the cells
taken is highest. Words and columns without a cell cost nothing.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Values = NDArray[np.int64]

__all__ = ["best_path", "best_path_wide"]


def best_path(values: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """Find the heaviest rising path of cells (row, column) of `values`; cells of 0 are never taken."""
    sums = [[0] * (len(values[0]) + 1)]
    for row in values:
        before, current, best = sums[-1], [0], 0
        for column, value in enumerate(row):
            best = max(best, before[column + 1])
            if value and before[column] + value > best:
                best = before[column] + value
            current.append(best)
        sums.append(current)
    return _trace(sums, len(values), len(values[0]))


def best_path_wide(values: "Values") -> list[tuple[int, int]]:
    """The same as `best_path`, for large matrices: a row is three operations on arrays."""
    rows, columns = values.shape
    sums = np.zeros((rows + 1, columns + 1), dtype=np.int64)
    for row in range(rows):
        taken = np.maximum(sums[row, 1:], sums[row, :-1] + values[row])
        np.maximum.accumulate(taken, out=sums[row + 1, 1:])
    return _trace(sums, rows, columns)


def _trace(sums: "Sequence[Sequence[int]] | Values", row: int, column: int) -> list[tuple[int, int]]:
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
