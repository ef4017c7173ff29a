"""The worst that a collation may meet: time and peak memory, each case in a process of its own.

.venv/bin/python -m tests.benchmarks.collation_worst
"""

import random

from tests.benchmarks.collation_sets import DATA, copy_with_errors, read_column
from tests.benchmarks.own_process import measure_act, run_each
from workbench.text import collate

_CASES = (
    "200 copies of 100 words",
    "50 unrelated texts of 500 words",
    "4 unrelated texts of 2000 words",
    "4 texts of 5000 words, all different",
    "4 texts of 5000 words, of two words only",
    "4 copies of 20000 words",
    "2 copies of 100000 words",
)


def main() -> None:
    """Run one case, or each of them in a process of its own."""
    run_each("tests.benchmarks.collation_worst", _CASES, _measure, DATA)


def _measure(case: str) -> None:
    texts = _make(case)
    columns, seconds, peak = measure_act(lambda: len(collate(texts).columns))
    print(f"{case:42} {seconds:6.2f} s {peak:5} MB {columns:8} columns", flush=True)


def _make(case: str) -> list[str]:
    """Make the texts that the case names: how many, of what kind, how long."""
    words = " ".join(read_column("bibles/eng_KJV_2006.tsv").values()).split()
    count, length = (int(word) for word in case.replace(",", "").split() if word.isdecimal())
    if "copies" in case:
        return copy_with_errors(words, count, length)
    if "unrelated" in case:
        return [" ".join(words[9000 * n : 9000 * n + length]) for n in range(count)]
    if "all different" in case:
        return [" ".join(f"w{n}x{m}" for m in range(length)) for n in range(count)]
    chance = random.Random(1)
    return [" ".join(chance.choices(("yea", "nay"), k=length)) for _ in range(count)]


if __name__ == "__main__":
    main()
