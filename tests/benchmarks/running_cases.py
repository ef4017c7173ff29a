"""Running texts with gold for the benchmark of the cuts: passages of one version, the text of another, its marks.

The gold is where the other version's editor put the mark of the same section, which is not always where the same words
begin. `marks_read.tsv` says of the sections at which two translators' marks were read beside each other whether they
stand at the same words ("right"), not ("displaced") or nowhere in the one that fits ("neither"): of Thucydides all of
book 1 where a cut and a mark differed and a random 60 of books 2 to 4, of Livy a random 30 (seed 7; two of them stand
for one section).
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.alignment_sets import group, read_passages

_MARKS = Path(__file__).with_name("marks_read.tsv")
PAIRS = (
    ("jowett", "crawley"),
    ("crawley", "jowett"),
    ("hobbes", "crawley"),
    ("crawley", "hobbes"),
    ("hobbes", "jowett"),
    ("jowett", "hobbes"),
)
_UNSEEN = (
    ("Livy, sections", "foster", "bohn", ("1.", "5.", "21.")),
    ("Livy, sections", "bohn", "foster", ("1.", "5.", "21.")),
    ("verses of Luke", "kjv", "ylt", ("Luke.",)),
    ("verses of Genesis", "ylt", "kjv", ("Gen.",)),
    ("verses of Isaiah", "asv", "ylt", ("Isa.",)),
    ("verses of Luke, Russian", "synodal", "kjv", ("Luke.",)),
    ("verses of Acts, Russian", "kjv", "synodal", ("Acts.",)),
    ("Livy 21, sections, Latin", "lat", "foster", ("21.",)),
)


@dataclass(frozen=True, slots=True)
class Running:
    """`passages` to be found in `text`, where passage `n`, called `names[n]`, begins at `gold[n]` (code points)."""

    title: str
    passages: list[str]
    text: str
    names: list[str]
    gold: list[int]


def read_fitted() -> Iterator[tuple[tuple[str, str], Running]]:
    """Thucydides, book 1, on which the model was fitted: the pair of translators, the case."""
    for left, right in PAIRS[:3]:
        yield (left, right), read_running("chapters", left, right, "1.", parts=2)
    for left, right in PAIRS:
        yield (left, right), read_running("sections", left, right, "1.")


def read_held_out() -> Iterator[list[Running]]:
    """Thucydides, books 2 to 4, one list of books for each pair."""
    for left, right in PAIRS:
        yield [read_running("sections, books 2-4", left, right, f"{book}.") for book in (2, 3, 4)]


def read_unseen() -> Iterator[list[Running]]:
    """Livy, and Bibles, whose verses begin at the same words in every version."""
    for title, left, right, books in _UNSEEN:
        yield [read_running(title, left, right, book) for book in books]


def read_running(title: str, left: str, right: str, book: str, parts: int = 3) -> Running:
    """Join the passages of `right` whose reference starts with `book` by spaces."""
    sides = [
        group({name: text for name, text in read_passages(side).items() if name.startswith(book)}, parts)
        for side in (left, right)
    ]
    names = [name for name in sides[0] if name in sides[1]]
    pieces = [sides[1][name].strip() for name in names]
    gold = [sum(len(piece) + 1 for piece in pieces[:number]) for number in range(len(pieces))]
    return Running(f"{title}, {left} -> {right}", [sides[0][name] for name in names], " ".join(pieces), names, gold)


def read_verdicts(left: str, right: str) -> dict[str, str]:
    """Return the verdict on each section that was read for a pair of translators, in either direction."""
    with _MARKS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return {row["section"]: row["verdict"] for row in rows if {row["one"], row["other"]} == {left, right}}
