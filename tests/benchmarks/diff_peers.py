"""The peers: diff-match-patch over words with its semantic clean-up, and the bare shortest edit.

Each gives runs of both texts: `(equal or not, left start, left end, right start, right end)`, in code points, covering
both. (Spaces beside a change count with it for all alike.)
"""

import importlib
from collections.abc import Iterable

import regex
from diff_match_patch import diff_match_patch

from workbench.text import diff, read_keys
from workbench.text.difference.shortest_edit import cover, find_matching_blocks
from workbench.text.difference.spacing import share_spacing

__all__ = ["Block", "as_runs", "compare_by_dmp", "compare_by_fast_dmp", "run_by_dmp", "run_by_workbench", "run_rawly"]

_WORDS = regex.compile(r"\w+|\s+|[^\w\s]")
_FIRST = 0xF0000  # private use: from here on its clean-up does not depend on the numbering of the words
Block = tuple[bool, int, int, int, int]


def compare_by_dmp(left: str, right: str) -> list[tuple[int, str]]:
    """Return diff-match-patch's operations over words coded as characters, without time limit, cleaned up."""
    coded, words = _code(left, right)
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    operations = engine.diff_main(*coded, False)
    engine.diff_cleanupSemantic(operations)
    return [(sign, "".join(words[code] for code in run)) for sign, run in operations]


def compare_by_fast_dmp(left: str, right: str) -> object:
    """Return the operations of the same algorithm in C++ (fast-diff-match-patch, where it is installed)."""
    engine = importlib.import_module("fast_diff_match_patch")
    coded, words = _code(left, right)
    operations = engine.diff(*coded, timelimit=0, checklines=False, cleanup="Semantic", counts_only=False)
    signs = {"-": -1, "=": 0, "+": 1}
    return [(signs[sign], "".join(words[code] for code in run)) for sign, run in operations]


def _code(left: str, right: str) -> tuple[list[str], dict[str, str]]:
    """Write each word as a character of a private plane."""
    codes: dict[str, str] = {}
    coded = [
        "".join(codes.setdefault(word, chr(_FIRST + len(codes))) for word in _WORDS.findall(text))
        for text in (left, right)
    ]
    return coded, {code: word for word, code in codes.items()}


def run_by_dmp(left: str, right: str) -> list[Block]:
    """Return its operations as runs."""
    return as_runs(compare_by_dmp(left, right))


def as_runs(steps: Iterable[tuple[int, str]]) -> list[Block]:
    """Return operations (-1 deleted, 0 equal, 1 inserted) as runs, an insertion and a deletion side by side as one."""
    runs: list[Block] = []
    a = c = 0
    for sign, text in steps:
        b, d = a + len(text) * (sign <= 0), c + len(text) * (sign >= 0)
        if sign and runs and not runs[-1][0]:
            runs[-1] = (False, runs[-1][1], b, runs[-1][3], d)
        else:
            runs.append((sign == 0, a, b, c, d))
        a, c = b, d
    return runs


def run_by_workbench(left: str, right: str) -> list[Block]:
    """Return the segments of `diff` as runs."""
    return [
        (s.difference is None, s.left.start, s.left.end, s.right.start, s.right.end) for s in diff(left, right).segments
    ]


def run_rawly(left: str, right: str) -> list[Block]:
    """Return the shortest edit over the workbench's tokens, nothing made readable."""
    words = read_keys(left), read_keys(right)
    runs, _ = find_matching_blocks(words[0].values, words[1].values)
    opcodes = cover(runs, len(words[0].values), len(words[1].values))
    return [(edit is None, a, b, c, d) for a, b, c, d, edit in share_spacing(*words, opcodes, frozenset())]
