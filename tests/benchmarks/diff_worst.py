"""Texts made to be slow: time and memory, in a process of each; at the longest that may be stored, and whole.

.venv/bin/python -m tests.benchmarks.diff_worst
"""

import random
import resource
import subprocess
import sys
from collections.abc import Callable
from time import process_time

from tests.benchmarks.diff_pairs import DATA, Pair, long_pairs
from workbench.corpus.limits import VARIANT
from workbench.text import diff

__all__ = ["measure_worst"]

_draw = random.Random(5)


def _shuffle(words: list[str]) -> Pair:
    shuffled = _draw.sample(words, len(words))
    return " ".join(words), " ".join(shuffled)


def _change_every_third(length: int) -> Pair:
    text = [chr(0x4E00 + _draw.randrange(3000)) for _ in range(length)]
    changed = [c if n % 3 else chr(0x4E00 + _draw.randrange(3000)) for n, c in enumerate(text)]
    return "".join(text), "".join(changed)


CASES: dict[str, Callable[[], Pair]] = {
    "20,000 words, all different": lambda: (
        " ".join(f"w{n}" for n in range(20_000)),
        " ".join(f"v{n}" for n in range(20_000)),
    ),
    "two words 20,000 times": lambda: ("a b " * 20_000, "b a " * 20_001),
    "20,000 draws of two words": lambda: (
        " ".join(_draw.choices("ab", k=20_000)),
        " ".join(_draw.choices("ab", k=20_000)),
    ),
    "1 MB of one letter": lambda: ("a" * 10**6, "a" * (10**6 - 1)),
    "1 MB of one-letter words": lambda: (
        " ".join(_draw.choices("abcdefgh", k=500_000)),
        " ".join(_draw.choices("abcdefgh", k=500_000)),
    ),
    "300,000 combining marks": lambda: ("a" + "\u0301" * 300_000, "a" + "\u0301" * 300_001),
    "333,000 ideographs, a third changed": lambda: _change_every_third(333_000),
    "100,000 words shuffled": lambda: _shuffle([f"w{n}" for n in range(100_000)]),
    "1 MB of numbers": lambda: (
        " ".join(str(_draw.randrange(10**6)) for _ in range(140_000)),
        " ".join(str(_draw.randrange(10**6)) for _ in range(140_000)),
    ),
    "1 MB of stops and commas": lambda: (".," * 500_000, ",." * 500_000),
    "every space doubled": lambda: ("a " * 300_000, "a  " * 300_000),
    "every word in another case": lambda: ("word " * 200_000, "Word " * 200_000),
    "a gloss at every word": lambda: ("[a] " * 250_000, "[b] " * 250_000),
    "1 MB of KJV and ASV": lambda: long_pairs("near", 185_000, 1)[0],
    "1 MB of KJV and YLT": lambda: long_pairs("middling", 185_000, 1)[0],
}


def measure_worst() -> None:
    """Print every case; each runs in a process of its own, whose memory is then its own."""
    print("| case | code points | processor time | memory | differences | approximate |\n|---|---|---|---|---|---|")
    for name in CASES:
        for longest in (str(VARIANT), "") if DATA.exists() or "KJV" not in name else ():
            command = [sys.executable, "-m", "tests.benchmarks.diff_worst", name, longest]
            print(subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip(), flush=True)


def _measure(name: str, longest: int | None) -> None:
    left, right = (text[:longest] for text in CASES[name]())
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = process_time()
    comparison = diff(left, right)
    time = process_time() - start
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(
        f"| {name} | {max(len(left), len(right)):,} | {time:.2f} s | {memory:.0f} MB "
        f"| {len(comparison.differences):,} | {'yes' if comparison.approximate else 'no'} |"
    )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _measure(sys.argv[1], int(sys.argv[2]) if sys.argv[2] else None)
    else:
        measure_worst()
