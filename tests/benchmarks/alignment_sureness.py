"""How many links are right among those the aligner is sure of: by set, all, at .9 and at .95.

.venv/bin/python -m tests.benchmarks.alignment_sureness [seed] [name ...]
"""

import sys
from collections.abc import Iterable
from itertools import chain

from tests.benchmarks.alignment import strict_f1
from tests.benchmarks.alignment_books import read_books
from tests.benchmarks.alignment_sets import DATA, Case, read_cases
from workbench.text import align

_FLOORS = (0.0, 0.9, 0.95)


def main() -> None:
    """Print the table."""
    if not DATA.exists():
        sys.exit(f"Skipped: no real texts at {DATA}")
    seed, names = (int(sys.argv[1]) if len(sys.argv) > 1 else 1), sys.argv[2:]
    print(f"{'case':40} strict F1  links right of all     of those >= .9       of those >= .95")
    for case in chain(read_cases(seed), read_books(seed)):
        if not names or any(name in case.name for name in names):
            print(describe(case), flush=True)


def describe(case: Case) -> str:
    """Align a case, and say how many of its links with two sides are right, by how sure they are."""
    found = [link for link in align(case.source, case.target).links if link.source and link.target]
    filled = {link for link in case.gold if all(link)}
    f1 = strict_f1(filled, {(link.source, link.target) for link in found})
    rated = [(link.score, (link.source, link.target) in filled) for link in found]
    return f"{case.name:40} {f1:9.4f}" + "".join(_count(rated, floor) for floor in _FLOORS)


def _count(rated: Iterable[tuple[float, bool]], floor: float) -> str:
    sure = [is_right for score, is_right in rated if score >= floor]
    return f"  {sum(sure):6,} of {len(sure):6,} {sum(sure) / max(len(sure), 1):.3f}"


if __name__ == "__main__":
    main()
