"""How often a change is torn: an omission and an addition where a reader sees one change.

    .venv/bin/python -m tests.benchmarks.torn

Two translators' versions of the same sections. A stretch is what lies between two agreeing words of weight; it is torn
where words of it are shown as omitted and others as added, or where words beside one end of a move have nothing against
them. Skips, saying so, where the real texts are absent.
"""

import sys

from tests.benchmarks.diff_pairs import DATA, read_passages
from workbench.text import Comparison, diff
from workbench.text.difference.opcodes import Row
from workbench.text.words.content import content_form

__all__ = ["measure_torn"]

_SETS = {
    "Thucydides, Hobbes~Crawley": ("thucydides/eng_hobbes1629", "thucydides/eng_crawley1874"),
    "Thucydides, Crawley~Jowett": ("thucydides/eng_crawley1874", "thucydides/eng_jowett1881"),
    "Livy, Bohn~Foster": ("livy/eng_bohn", "livy/eng_foster"),
}
_EVERY = 3  # of so many sections one is compared


def measure_torn() -> None:
    """Print the share of sections that have a torn stretch, and of those with words left over beside a move."""
    print("| versions | sections | torn | left over beside a move | differences | moves |\n|---|---|---|---|---|---|")
    for name, files in _SETS.items():
        left, right = map(read_passages, files)
        common = [key for key in left if key in right][::_EVERY]
        comparisons = [diff(left[key], right[key]) for key in common]
        torn, over = (sum(map(test, comparisons)) / len(common) for test in (_is_torn, _is_left_over))
        differences = [difference for comparison in comparisons for difference in comparison.differences]
        moves = sum(difference.type == "move" for difference in differences)
        print(f"| {name} | {len(common):,} | {torn:.1%} | {over:.1%} | {len(differences):,} | {moves:,} |", flush=True)


def _is_torn(comparison: Comparison) -> bool:
    if not comparison.words:
        return False
    seen: set[str] = set()
    left, right = (words.values for words in comparison.words)
    for equal, a, b, c, d, _, move in comparison.rows:
        if equal:
            seen = set() if any(map(content_form, left[a:b])) else seen
        elif move is None and (a == b or c == d) and any(word[0].isalnum() for word in [*left[a:b], *right[c:d]]):
            seen.add("omission" if a < b else "addition")
        if len(seen) == 2:
            return True
    return False


def _is_left_over(comparison: Comparison) -> bool:
    rows = comparison.rows
    return any(
        row[6] is not None and any(map(_is_one_sided, rows[max(n - 1, 0) : n + 2])) for n, row in enumerate(rows)
    )


def _is_one_sided(row: Row) -> bool:
    equal, a, b, c, d, _, move = row
    return not equal and move is None and (a == b or c == d)


if __name__ == "__main__":
    if not DATA.exists():
        sys.exit(f"Skipped: the real texts are not at {DATA}.")
    measure_torn()
