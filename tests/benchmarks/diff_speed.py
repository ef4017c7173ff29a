"""How long the whole comparison takes (tokens, edit, made readable, typed) beside diff-match-patch; processor time.

Each pair is compared five times in a row, and the best time counts. Ours is timed twice: with everything forgotten
before each comparison that the engine remembers of words and changes, and again, when the same were compared before.
"""

import statistics
from collections.abc import Callable
from time import process_time

import regex

from tests.benchmarks.diff_pairs import DATA, KINDS, Pair, long_pairs, verse_pairs
from tests.benchmarks.diff_peers import compare_by_dmp
from workbench.text import Span, diff
from workbench.text.words.cache import forget
from workbench.text.words.tokens import scan

__all__ = ["measure_speed", "measure_tokens"]

_ROUNDS = 5


def measure_speed() -> None:
    """Print the median time of a pair, the best of five rounds each, ours and theirs in turn."""
    print(
        "| pair | workbench, first | ratio | workbench, again | ratio | diff-match-patch |\n|---|---|---|---|---|---|"
    )
    for kind in KINDS:
        _print_row(f"verse, {kind}", verse_pairs(kind, 300))
    for kind in KINDS:
        _print_row(f"500 words, {kind}", long_pairs(kind, 500, 12))


def _print_row(name: str, pairs: list[Pair]) -> None:
    first, again = _time_pairs(_compare, pairs, forget), _time_pairs(_compare, pairs)
    theirs = _time_pairs(compare_by_dmp, pairs)
    ours = f"{first * 1e6:,.0f} µs | {theirs / first:.2f} | {again * 1e6:,.0f} µs | {theirs / again:.2f}"
    print(f"| {name} | {ours} | {theirs * 1e6:,.0f} µs |")


def _compare(left: str, right: str) -> list[tuple[str, Span, Span]]:
    """Compare, and read all that differs."""
    return [(difference.type, difference.left, difference.right) for difference in diff(left, right).differences]


def _time_pairs(
    compare: Callable[[str, str], object], pairs: list[Pair], prepare: Callable[[], None] = lambda: None
) -> float:
    return statistics.median(min(_time_one(compare, pair, prepare) for _ in range(_ROUNDS)) for pair in pairs)


def _time_one(compare: Callable[[str, str], object], pair: Pair, prepare: Callable[[], None]) -> float:
    prepare()
    return _time(compare, pair)


def _time(compare: Callable[[str, str], object], pair: Pair) -> float:
    start = process_time()
    compare(*pair)
    return process_time() - start


def measure_tokens() -> None:
    """Print megabytes (UTF-8) a second of our tokens and of UAX #29 in the `regex` module."""
    print("| text | workbench | UAX #29 (regex) |\n|---|---|---|")
    boundaries = regex.compile(r"\b", regex.V1 | regex.WORD)
    for name in (
        "thucydides/eng_crawley1874",
        "bibles/rus_Synodal",
        "udhr/cmn_hans",
        "udhr/hin",
        "udhr/heb",
        "udhr/tha",
    ):
        text = (DATA / f"{name}.tsv").read_text(encoding="utf-8")[:400_000]
        size = len(text.encode()) / 1e6
        ours = min(_time(lambda text, _: scan(text), (text, "")) for _ in range(_ROUNDS))
        theirs = min(_time(lambda text, _: boundaries.split(text), (text, "")) for _ in range(_ROUNDS))
        print(f"| {name} | {size / ours:.1f} | {size / theirs:.1f} |")
