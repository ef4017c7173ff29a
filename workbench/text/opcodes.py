"""The shortest way from one list of keys to another: runs that are equal and runs that differ."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

__all__ = ["Run", "find_runs"]


@dataclass(frozen=True, slots=True)
class Run:
    """Keys `left_start:left_end` stand against `right_start:right_end`: the same ones (`equal`) or not."""

    equal: bool
    left_start: int
    left_end: int
    right_start: int
    right_end: int


def find_runs(left: Sequence[str], right: Sequence[str]) -> tuple[list[Run], bool]:
    """Return runs that cover both lists in order, equal ones and others in turn, and whether they are approximate.

    The equal runs are a longest common subsequence (Hyyrö 2004, bit-parallel, in rapidfuzz).
    """
    runs: list[Run] = []
    for step in Indel.opcodes(left, right):
        a, b, c, d = step.src_start, step.src_end, step.dest_start, step.dest_end
        if step.tag != "equal" and runs and not runs[-1].equal:
            previous = runs.pop()
            a, c = previous.left_start, previous.right_start
        runs.append(Run(step.tag == "equal", a, b, c, d))
    return runs, False
