"""How long the whole comparison takes (tokens, edit, made readable, typed) beside diff-match-patch."""

import statistics
from collections.abc import Callable
from time import perf_counter

from tests.benchmarks.diff_pairs import KINDS, Pair, long_pairs, verse_pairs
from tests.benchmarks.diff_peers import compare_by_dmp
from workbench.text import diff

__all__ = ["measure_speed"]

_ROUNDS = 5


def measure_speed() -> None:
    """Print the median time of a pair, the best of five rounds each, ours and theirs in turn."""
    print("| pair | workbench | diff-match-patch | ratio |\n|---|---|---|---|")
    for kind in KINDS:
        _print_row(f"verse, {kind}", verse_pairs(kind, 300))
    for kind in KINDS:
        _print_row(f"500 words, {kind}", long_pairs(kind, 500, 12))


def _print_row(name: str, pairs: list[Pair]) -> None:
    ours, theirs = _time_pairs(diff, pairs), _time_pairs(compare_by_dmp, pairs)
    print(f"| {name} | {ours * 1e6:,.0f} µs | {theirs * 1e6:,.0f} µs | {theirs / ours:.1f} |")


def _time_pairs(compare: Callable[[str, str], object], pairs: list[Pair]) -> float:
    return statistics.median(min(_time(compare, pair) for _ in range(_ROUNDS)) for pair in pairs)


def _time(compare: Callable[[str, str], object], pair: Pair) -> float:
    start = perf_counter()
    compare(*pair)
    return perf_counter() - start
