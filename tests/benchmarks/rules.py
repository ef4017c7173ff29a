"""Rules that the pages offer at differences: do they make them go away, and what do many of them cost?

    .venv/bin/python -m tests.benchmarks.rules [offered] [many]

Both without an argument. The first needs the real texts, and is skipped, saying so, without them.
"""

import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from string import ascii_lowercase
from time import process_time

from tests.benchmarks.diff_pairs import DATA, KINDS, verse_pairs
from workbench.text import Comparison, Difference, Rule, diff
from workbench.web.reading.pairing import suggest_rule

SEED = 1
PAIRS = 300


def measure_offered() -> None:
    """Of differences by type: how many have a rule, and how many it makes go away, smaller, or leaves."""
    if not DATA.exists():
        print(f"Skipped: the real texts are not at {DATA}.")
        return
    print("| pairs | differences | with a rule | gone by it | smaller | as before |\n|---|---|---|---|---|---|")
    for kind in KINDS:
        counts = Counter(_outcomes(verse_pairs(kind, PAIRS)))
        figures = (counts.total(), counts.total() - counts["none"], counts["gone"], counts["smaller"], counts["left"])
        print(f"| {kind} | {' | '.join(f'{figure:,}' for figure in figures)} |")


def _outcomes(pairs: Iterable[tuple[str, str]]) -> Iterable[str]:
    for left, right in pairs:
        yield from (_outcome(one, left, right) for one in diff(left, right).differences)


def _outcome(difference: Difference, left: str, right: str) -> str:
    words = suggest_rule(difference, left, right)
    if words is None:
        return "none"
    touching = [one for one in _compare(left, right, words).differences if _overlap(one, difference)]
    if not touching:
        return "gone"
    is_left = any((one.left, one.right) == (difference.left, difference.right) for one in touching)
    return "left" if is_left else "smaller"


def _compare(left: str, right: str, words: tuple[str, str]) -> Comparison:
    return diff(left, right, rules=(Rule(*words),))


def _overlap(one: Difference, other: Difference) -> bool:
    sides = ((one.left, other.left), (one.right, other.right))
    return any(a.start < b.end and b.start < a.end for a, b in sides)


def measure_many() -> None:
    """Processor time of the first comparison with so many rules, and of each one after it."""
    draw = random.Random(SEED)
    print("| rules | first comparison | each after it |\n|---|---|---|")
    for count in (0, 10, 100, 1_000, 3_000):
        rules = tuple(Rule(_word(draw), _word(draw)) for _ in range(count))
        first = _time(partial(diff, "The cat sat on the mat.", "The cat lay on the rug.", rules=rules))
        after = _time(partial(_hundred, rules)) / 100
        print(f"| {count:,} | {first * 1000:.1f} ms | {after * 1000:.2f} ms |")


def _hundred(rules: tuple[Rule, ...]) -> None:
    for number in range(100):
        diff(f"The cat sat on mat {number}.", "The cat lay on the rug.", rules=rules)


def _word(draw: random.Random) -> str:
    return "".join(draw.choices(ascii_lowercase, k=8))


def _time(act: Callable[[], object]) -> float:
    begun = process_time()
    act()
    return process_time() - begun


TABLES = {"offered": measure_offered, "many": measure_many}

if __name__ == "__main__":
    for name in sys.argv[1:] or TABLES:
        print(f"\n## {name}\n")
        TABLES[name]()
