"""Alignment against Gale and Church's, on real texts.

.venv/bin/python -m tests.benchmarks.alignment [seed]

Strict F1 counts a link only if it has exactly the gold's units; links with one empty side aren't counted ("with
alone": they are). Lenient, for Text+Berg: a link counts if it shares a unit pair with the gold (Vecalign's
measure). Time is processor time of one run from the texts, since others may be using the machine.
"""

import sys
from collections.abc import Callable
from itertools import chain
from time import process_time

from tests.benchmarks.alignment_books import read_books
from tests.benchmarks.alignment_sets import DATA, Case, Links, read_cases
from tests.benchmarks.gale_church import align_by_length
from workbench.text import align


def main() -> None:
    """Print the table."""
    if not DATA.exists():
        sys.exit(f"Skipped: no real texts at {DATA}")
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    print(f"{'':44}{'workbench':<32}Gale-Church")
    print(f"{'case':40}" + 2 * f" {'strict':>7} {'with alone':>10} {'time':>8}  ")
    for case in chain(read_cases(seed), read_books(seed)):
        print(f"{case.name:40}" + _measure(case, _align) + _measure(case, align_by_length), flush=True)
        if case.name.startswith("Text+Berg"):
            print(f"    the same, lenient: {lenient_f1(case.gold, _align(case.source, case.target)):.3f}", end=" ")
            print(f"and {lenient_f1(case.gold, align_by_length(case.source, case.target)):.3f}")


def _align(source: list[str], target: list[str]) -> Links:
    return {(link.source, link.target) for link in align(source, target).links}


def _measure(case: Case, aligner: Callable[[list[str], list[str]], Links]) -> str:
    start = process_time()
    found = aligner(case.source, case.target)
    seconds = process_time() - start
    filled = [{link for link in links if all(link)} for links in (case.gold, found)]
    return f" {strict_f1(*filled):7.4f} {strict_f1(case.gold, found):10.4f} {seconds:6.1f} s  "


def strict_f1(gold: Links, found: Links) -> float:
    """Harmonic mean of the shares of exact links."""
    return 2 * len(gold & found) / max(len(gold) + len(found), 1)


def lenient_f1(gold: Links, found: Links) -> float:
    """Harmonic mean of the shares of links that share a pair of units; empty ones are left out."""
    pairs = [{(i, j) for left, right in links for i in left for j in right} for links in (gold, found)]
    shares = []
    for links, others in ((found, pairs[0]), (gold, pairs[1])):
        filled = [link for link in links if all(link)]
        hits = sum(any((i, j) in others for i in left for j in right) for left, right in filled)
        shares.append(hits / max(len(filled), 1))
    return 2 * shares[0] * shares[1] / max(sum(shares), 1e-9)


if __name__ == "__main__":
    main()
