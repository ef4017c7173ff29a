"""The shortest edit from one list of keys to another, in bounded time.

The longest common subsequence is exact (bit-parallel after Hyyrö 2004, in rapidfuzz) up to a product of lengths of
4·10⁸: 20,000 words against 20,000 in a tenth of a second. Beyond that its memory grows into gigabytes; `sketch` then
divides the texts first, and the result is called approximate.
"""

from collections.abc import Sequence

from rapidfuzz.distance import Indel

from workbench.text.cells import Cell

__all__ = ["find_cells", "join_cells", "match_exactly"]

EXACT = 4 * 10**8  # product of the lengths


def match_exactly(
    left: Sequence[str] | Sequence[int], right: Sequence[str] | Sequence[int]
) -> list[tuple[int, int, int]]:
    """Return a longest common subsequence as runs `(start on the left, start on the right, length)`, in order."""
    blocks = Indel.opcodes(left, right).as_matching_blocks()
    return [(block.a, block.b, block.size) for block in blocks if block.size]


def join_cells(runs: Sequence[tuple[int, int, int]], left_length: int, right_length: int) -> list[Cell]:
    """Cover both lists with cells: the equal runs given, and what lies between them."""
    cells: list[Cell] = []
    a = c = 0
    for start, other, length in [*runs, (left_length, right_length, 0)]:
        if start > a or other > c:
            cells.append(Cell(False, a, start, c, other))
        if length:
            cells.append(Cell(True, start, start + length, other, other + length))
        a, c = start + length, other + length
    return cells


def find_cells(left: Sequence[str], right: Sequence[str]) -> tuple[list[Cell], bool]:
    """Return cells that cover both lists in order, equal ones and others in turn, and whether they are approximate."""
    if len(left) * len(right) <= EXACT:
        return join_cells(match_exactly(left, right), len(left), len(right)), False
    from workbench.text.sketch import match_roughly  # noqa: PLC0415 (numpy is loaded only where it is needed)

    return join_cells(match_roughly(left, right), len(left), len(right)), True
