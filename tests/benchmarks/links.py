"""Whether words are linked to themselves: passages whose true links are known, since the noise was made here.

    .venv/bin/python -m tests.benchmarks.links

The passages are those of `moves`: blocks of words put elsewhere, words lost, added and replaced. A link is right where
both its words come from the same place of the original; what should be linked is every word that is still there.
Skips, saying so, where the real texts are absent.
"""

import sys
from collections.abc import Callable, Iterable

from tests.benchmarks.diff_pairs import DATA
from tests.benchmarks.moves import Case, Places, draw_cases, join
from workbench.text import Span, diff, read_keys
from workbench.text.difference.shortest_edit import find_matching_blocks

__all__ = ["measure_links"]

Pairs = Iterable[tuple[Span, Span]]


def measure_links() -> None:
    """Print precision and recall of the links of equal words, the workbench's and those of the shortest edit."""
    print("| words changed by noise | links by | precision | recall |\n|---|---|---|---|")
    engines: dict[str, Callable[[str, str], Pairs]] = {"workbench": _link, "shortest edit alone": _link_rawly}
    for noise in (0.04, 0.08, 0.16):
        cases = draw_cases(noise)
        for name, engine in engines.items():
            counts = [_judge(case, engine(join(case.left), join(case.right))) for case in cases]
            right, linked, kept = (sum(column) for column in zip(*counts, strict=True))
            print(f"| {noise:.0%} | {name} | {right / linked:.1%} | {right / kept:.1%} |")


def _link(left: str, right: str) -> Pairs:
    return [(link.left, link.right) for link in diff(left, right).links if link.kind != "near"]


def _link_rawly(left: str, right: str) -> Pairs:
    mine, theirs = read_keys(left), read_keys(right)
    for a, c, length in find_matching_blocks(mine.values, theirs.values)[0]:
        for i, j in zip(range(a, a + length), range(c, c + length), strict=True):
            yield Span(mine.starts[i], mine.ends[i]), Span(theirs.starts[j], theirs.ends[j])


def _judge(case: Case, pairs: Pairs) -> tuple[int, int, int]:
    """Count the right links, the links, and the words that should be linked; signs with the words they stand at."""
    left, right = Places(case.left), Places(case.right)
    linked = {(left.within(mine)[0], right.within(theirs)[0]) for mine, theirs in pairs}
    kept = {place for place, _ in case.left} & {place for place, _ in case.right if place is not None}
    return sum(mine == theirs for mine, theirs in linked), len(linked), len(kept)


if __name__ == "__main__":
    if not DATA.exists():
        sys.exit(f"Skipped: the real texts are not at {DATA}.")
    measure_links()
