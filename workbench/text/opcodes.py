"""The shortest edit from one list of keys to another, in bounded time.

The longest common subsequence is exact (bit-parallel after Hyyrö 2004, in rapidfuzz) up to a product of lengths of
4·10⁸: 20,000 words against 20,000 in a tenth of a second. Beyond that its memory grows into gigabytes; `sketch` then
divides the texts first, and the result is called approximate. So it is where only the longest agreeing runs are kept
for showing (`keep_longest`).
"""

from collections.abc import Sequence

from workbench.text.cells import Cell, Row, cells_of
from workbench.text.matching import Run, match_exactly
from workbench.text.sketch import match_roughly

__all__ = ["find_cells", "keep_longest"]

EXACT = 4 * 10**8  # product of the lengths
MOST = 6_000  # agreeing runs; nobody reads more, and each costs time


def _join(runs: Sequence[Run], left_length: int, right_length: int) -> list[Cell]:
    """Cover both lists with cells: the equal runs given, and what lies between them."""
    rows: list[Row] = []
    a = c = 0
    for start, other, length in [*runs, (left_length, right_length, 0)]:
        if start > a or other > c:
            rows.append((False, a, start, c, other, False, None))
        if length:
            rows.append((True, start, start + length, other, other + length, False, None))
        a, c = start + length, other + length
    return cells_of(rows)


def find_cells(left: Sequence[str], right: Sequence[str]) -> tuple[list[Cell], bool]:
    """Return cells that cover both lists in order, equal ones and others in turn, and whether they are approximate."""
    approximate = len(left) * len(right) > EXACT
    runs = match_roughly(left, right) if approximate else match_exactly(left, right)
    return _join(runs, len(left), len(right)), approximate


def keep_longest(cells: list[Cell]) -> list[Cell]:
    """Keep the longest agreeing cells, no more than `MOST`, of equal length the first; the others join the changes."""
    runs = [(cell.a, cell.c, cell.b - cell.a) for cell in cells if cell.equal]
    if len(runs) <= MOST:
        return cells
    order = sorted(range(len(runs)), key=lambda n: -runs[n][2])
    return _join([runs[n] for n in sorted(order[:MOST])], cells[-1].b, cells[-1].d)
