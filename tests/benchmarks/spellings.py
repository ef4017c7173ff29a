"""Whether near words are told apart as a reader would: one word in two spellings, or two words.

    .venv/bin/python -m tests.benchmarks.spellings

The pairs of `spelling_pairs.tsv` were drawn (seeded) from what `diff` calls near in two editions of Frankenstein and of
the Communist Manifesto, in translations of the Bible, Livy and Thucydides and in German renderings of talks, three
quarters of them at least three quarters alike, the commonest left out since the rules were written on them; the
author of the rules said of each what it is. Beside the rules stands likeness alone: three quarters alike, neither
word beginning with the other.
"""

from collections.abc import Callable
from pathlib import Path

from workbench.text.words.nearness import nearness, plain_form
from workbench.text.words.spellings import are_spellings

__all__ = ["measure_spellings"]

_PAIRS = Path(__file__).with_name("spelling_pairs.tsv")
_ALIKE = 0.74
Judge = Callable[[str, str], bool]


def measure_spellings() -> None:
    """Print how many of the pairs each judge calls rightly."""
    rows = [line.split("\t") for line in _PAIRS.read_text(encoding="utf-8").splitlines()[1:]]
    spellings = [row[1:] for row in rows if row[0] == "spelling"]
    wordings = [row[1:] for row in rows if row[0] == "wording"]
    print("| judge | spellings found | other words called spellings |\n|---|---|---|")
    judges: dict[str, Judge] = {"workbench": _by_rules, "likeness alone": _by_likeness}
    for name, judge in judges.items():
        found = sum(judge(left, right) for left, right in spellings)
        false = sum(judge(left, right) for left, right in wordings)
        print(f"| {name} | {found} of {len(spellings)} | {false} of {len(wordings)} |")
    missed = [f"{left}/{right}" for left, right in spellings if not _by_rules(left, right)]
    taken = [f"{left}/{right}" for left, right in wordings if _by_rules(left, right)]
    print(f"\nmissed: {', '.join(missed)}\nfalse: {', '.join(taken)}")


def _by_rules(left: str, right: str) -> bool:
    return are_spellings(left, right, (plain_form(left), plain_form(right)))


def _by_likeness(left: str, right: str) -> bool:
    first, second = plain_form(left), plain_form(right)
    return nearness(first, second) > _ALIKE and not (first.startswith(second) or second.startswith(first))


if __name__ == "__main__":
    measure_spellings()
