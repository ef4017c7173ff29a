"""How often the comparison calls texts unrelated: the same passage in two versions, and different passages of one book.

    .venv/bin/python -m tests.benchmarks.relatedness [--fit]

Pairs are drawn with a seed (`relatedness_pairs`). Beside the rule of the workbench stands, in the same run, the share
of content words that begin alike, in whatever order, below 0.07. With `--fit` it prints the threshold that misses 1 %
of the true pairs of the halves the rule was fitted on, without the sections of Livy, which the two versions begin at
different words. Skips, saying so, where the real texts are absent.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from rapidfuzz.distance import LCSseq

from tests.benchmarks.diff_pairs import DATA
from tests.benchmarks.relatedness_pairs import Sample, draw_samples, draw_strangers
from workbench.text import diff, read_keys
from workbench.text.difference.relatedness import _list_beginnings

__all__ = ["measure"]

_COUNT = 1500  # pairs of each set and half
_LENGTHS = ((0, 4), (4, 8), (8, 15), (15, 30), (30, 60), (60, 10_000))  # content words of a side, on average
_MISSED = 0.01
_UNEVEN = "Livy, sections"
_FEWEST = 4
Measure = Callable[[Sequence[str], Sequence[str]], int]


def measure() -> None:
    """Print the error rates by set, by length, and by language."""
    samples = list(draw_samples(_COUNT))
    verdicts = [(sample, _is_unrelated(sample), _shares_little(sample)) for sample in samples]
    held_out = [row for row in verdicts if row[0].is_held_out]
    _print_head("set")
    for name in dict.fromkeys((s.name, s.language) for s, _, _ in held_out):
        _print_row(", ".join(name), [row for row in held_out if (row[0].name, row[0].language) == name])
    _print_row("all of these", held_out)
    _print_row("(the halves it was fitted on)", [row for row in verdicts if not row[0].is_held_out])
    _print_head("content words a side")
    sized = [(row, _size(row[0])) for row in held_out]
    for low, high in _LENGTHS:
        _print_row(f"{low} to {high - 1}", [row for row, size in sized if low <= size < high])
    _print_strangers()


def _print_head(what: str) -> None:
    print(
        f"\n| {what} | pairs | true pairs called unrelated | by number alone "
        "| different ones recognised | by number alone |"
    )
    print("|---|---|---|---|---|---|")


def _print_row(name: str, rows: Sequence[tuple[Sample, bool, bool]]) -> None:
    same, others = [row[1:] for row in rows if row[0].is_same], [row[1:] for row in rows if not row[0].is_same]
    cells = [f"{_share(row[n] for row in part):.1%}" if part else "" for part in (same, others) for n in (0, 1)]
    print(f"| {name} | {len(same):,} + {len(others):,} | {' | '.join(cells)} |")


def _share(flags: Iterable[bool]) -> float:
    found = list(flags)
    return sum(found) / len(found)


def _print_strangers() -> None:
    """Print, for texts of which we have one version only, how many different passages are recognised."""
    print("\n| different passages of one text | pairs | recognised |\n|---|---|---|")
    for name, pairs in draw_strangers(_COUNT):
        print(f"| {name} | {len(pairs):,} | {_share(diff(a, b).verdict == 'unrelated' for a, b in pairs):.0%} |")


def _is_unrelated(sample: Sample) -> bool:
    return diff(sample.left, sample.right).verdict == "unrelated"


def _shares_little(sample: Sample) -> bool:
    """Judge by how many content words begin alike, in whatever order: the rule this one replaced."""
    mine, theirs = _beginnings(sample.left), _beginnings(sample.right)
    shared, total = _count_shared(mine, theirs), len(mine) + len(theirs)
    return min(len(mine), len(theirs)) >= _FEWEST and 2 * shared < 0.07 * total


def _beginnings(text: str) -> list[str]:
    return _list_beginnings(read_keys(text).values)


def _size(sample: Sample) -> float:
    return (len(_beginnings(sample.left)) + len(_beginnings(sample.right))) / 2


def fit() -> None:
    """Print, for either measure, the share below which 1 % of the true pairs lie and what it recognises."""
    pairs = [
        (sample.is_same, _beginnings(sample.left), _beginnings(sample.right))
        for sample in draw_samples(_COUNT)
        if not sample.is_held_out and sample.name != _UNEVEN
    ]
    measures: dict[str, Measure] = {"in order": LCSseq.similarity, "by number": _count_shared}
    for name, count in measures.items():
        scores = [
            (same, (2 * count(mine, theirs) + 1) / (len(mine) + len(theirs)))
            for same, mine, theirs in pairs
            if min(len(mine), len(theirs)) >= _FEWEST
        ]
        true = sorted(score for same, score in scores if same)
        threshold = true[int(_MISSED * len(true))]
        recognised = _share(score < threshold for same, score in scores if not same)
        print(
            f"{name}: below {threshold:.3f} {_MISSED:.0%} of {len(true):,} true pairs, {recognised:.0%} of the others"
        )


def _count_shared(mine: Sequence[str], theirs: Sequence[str]) -> int:
    return (Counter(mine) & Counter(theirs)).total()


if __name__ == "__main__":
    if not DATA.exists():
        sys.exit(f"Skipped: the real texts are not at {DATA}.")
    fit() if "--fit" in sys.argv[1:] else measure()
