"""The shortest edit from one list of keys to another, in bounded time.

The longest common subsequence is exact (bit-parallel after Hyyrö 2004, in rapidfuzz) up to a product of lengths of
4·10⁸: 20,000 words against 20,000 in a tenth of a second. Beyond that its memory grows into gigabytes; `anchored_lcs`
then divides the texts first, and the result is called approximate.
"""

from collections.abc import Sequence

from workbench.text.difference.anchored_lcs import match_by_anchors
from workbench.text.difference.matching import Block, match_exactly
from workbench.text.difference.opcodes import Row

__all__ = ["cover", "find_matching_blocks"]

EXACT = 4 * 10**8  # product of the lengths


def find_matching_blocks(left: Sequence[str], right: Sequence[str]) -> tuple[list[Block], bool]:
    """Return a longest common subsequence as runs, in order, and whether it is approximate."""
    if len(left) * len(right) > EXACT:
        return match_by_anchors(left, right), True
    return match_exactly(left, right), False


def cover(runs: Sequence[Block], left_length: int, right_length: int) -> list[Row]:
    """Cover both lists with rows, equal ones and others in turn: the runs given, and what lies between them."""
    rows: list[Row] = []
    a = c = 0
    for start, other, length in runs:
        if start > a or other > c:
            rows.append((False, a, start, c, other, False, None))
        a, c = start + length, other + length
        rows.append((True, start, a, other, c, False, None))
    if left_length > a or right_length > c:
        rows.append((False, a, left_length, c, right_length, False, None))
    return rows
