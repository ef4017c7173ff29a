"""Collation against CollateX: speed and quality, the same words given to both.

    .venv/bin/python -m tests.benchmarks.collation [--all]

How far both agree with people's collation: `collation_agreement.py`.

Quality is the sum of pairs (pairs of equal words of two witnesses that share a column) over the sum of the
longest common subsequences of every two witnesses, which no table can exceed. Time is processor time, since
others may be using the machine: the median of several runs of `collate` from the texts, tokenising included.
CollateX gets the words already cut and is run once, in the interpreter that WORKBENCH_COLLATEX_PYTHON names (it
has CollateX installed, this project never has). `--all` runs it on the sets where it takes long, too.
"""

import sys
from itertools import combinations
from statistics import median
from time import process_time

from rapidfuzz.distance import LCSseq

from tests.benchmarks.collation_peer import Table, has_collatex, read_table, run_collatex
from tests.benchmarks.collation_sets import DATA, Sets, read_sets
from workbench.text import collate, read_keys

_LONG = ("copies 16 x 300", "copies 37 x 300", "copies 4 x 2000", "Darwin, 47 paragraphs")


def main() -> None:
    """Print the table."""
    if not DATA.exists():
        sys.exit(f"Skipped: no real texts at {DATA}")
    print(f"{'':35}{'workbench':<31}CollateX")
    print(f"{'set':34}" + 2 * f" {'time':>12} {'quality':>8} {'columns':>8}" + "  ratio")
    for name, sets in read_sets():
        seconds, tables = _measure(sets)
        line = f"{name:34} {1000 * seconds:9.1f} ms {_judge(sets, tables):8.4f} {sum(map(len, tables)):8}"
        print(line, _measure_peer(name, sets, seconds), flush=True)


def _measure(sets: Sets) -> tuple[float, list[Table]]:
    times = []
    for _ in range(7):
        start = process_time()
        collations = [collate(texts) for texts in sets]
        times.append(process_time() - start)
    return median(times), [read_table(collation, texts) for collation, texts in zip(collations, sets, strict=True)]


def _measure_peer(name: str, sets: Sets, ours: float) -> str:
    if not has_collatex():
        return "    skipped: WORKBENCH_COLLATEX_PYTHON is not set"
    if name in _LONG and "--all" not in sys.argv:
        return "    skipped: takes long, see --all"
    seconds, tables = run_collatex([[read_keys(text).values for text in texts] for texts in sets])
    return f"{1000 * seconds:9.0f} ms {_judge(sets, tables):8.4f} {sum(map(len, tables)):8} {seconds / ours:6.0f}x"


def _judge(sets: Sets, tables: list[Table]) -> float:
    """Sum of pairs over the sum of pairwise longest common subsequences, of all passages together."""
    found = possible = 0
    for texts, table in zip(sets, tables, strict=True):
        found += sum(a is not None and a == b for column in table for a, b in combinations(column, 2))
        words = [read_keys(text).values for text in texts]
        possible += sum(LCSseq.similarity(a, b) for a, b in combinations(words, 2))
    return found / possible


if __name__ == "__main__":
    main()
