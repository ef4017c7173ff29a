"""How long the whole comparison takes (tokens, edit, made readable, typed) beside other engines; processor time.

The engines take turns, a few pairs each. Each pair is compared five times in a row, and the best time counts. Ours is
timed thrice: with everything forgotten before each comparison that the engine remembers; with its words and changes
known but the pair forgotten, as in a server that meets new pairs; and again, when this pair was compared before.
"""

import statistics
from collections.abc import Callable, Mapping
from time import process_time

import regex

from tests.benchmarks.diff_engines import ROUNDS, WHEN, Engine, engines
from tests.benchmarks.diff_pairs import DATA, KINDS, Pair, long_pairs, verse_pairs
from workbench.text.words.tokens import scan

__all__ = ["measure_speed", "measure_tokens"]

_IN_TURN = 4  # pairs that an engine compares before the next one has its turn


def measure_speed(against: str | None = None) -> None:
    """Print the median time of a pair, the best of the rounds; `against` is another checkout, timed beside."""
    with engines(against) as found:
        print("| pair | " + " | ".join(found) + " |" + f" times as fast: {' | '.join(WHEN)} |" * bool(against))
        print("|---" * (1 + len(found) + len(WHEN) * bool(against)) + "|")
        for kind in KINDS:
            _print_row(f"verse, {kind}", verse_pairs(kind, 300), found)
        for kind in KINDS:
            _print_row(f"500 words, {kind}", long_pairs(kind, 500, 12), found)


def _print_row(name: str, pairs: list[Pair], found: Mapping[str, Engine]) -> None:
    times: dict[str, list[float]] = {name: [] for name in found}
    for n in range(0, len(pairs), _IN_TURN):
        for engine_name, engine in found.items():
            times[engine_name] += engine(pairs[n : n + _IN_TURN])
    medians = {of_engine: statistics.median(of_pairs) for of_engine, of_pairs in times.items()}
    ratios = [
        medians[f"against, {when}"] / medians[f"workbench, {when}"] for when in WHEN if "against, first" in medians
    ]
    cells = [f"{time * 1e6:,.0f} µs" for time in medians.values()] + [f"{ratio:.2f}" for ratio in ratios]
    print(f"| {name} | {' | '.join(cells)} |", flush=True)


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
        ours = min(_time(lambda text, _: scan(text), (text, "")) for _ in range(ROUNDS))
        theirs = min(_time(lambda text, _: boundaries.split(text), (text, "")) for _ in range(ROUNDS))
        print(f"| {name} | {size / ours:.1f} | {size / theirs:.1f} |")
