"""The longest common subsequence of two lists."""

from collections.abc import Sequence

from rapidfuzz.distance import Indel

__all__ = ["Block", "match_exactly"]

Block = tuple[int, int, int]  # start on the left, start on the right, length


def match_exactly(left: Sequence[str] | Sequence[int], right: Sequence[str] | Sequence[int]) -> list[Block]:
    """Return a longest common subsequence as runs, in order (bit-parallel after Hyyrö 2004, in rapidfuzz)."""
    blocks = Indel.opcodes(left, right).as_matching_blocks()
    return [(block.a, block.b, block.size) for block in blocks if block.size]
