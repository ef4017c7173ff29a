"""The sets of versions that the collation is measured on: real ones, and copies of copies made with a seed."""

import json
import os
import random
from collections.abc import Iterator
from pathlib import Path

__all__ = ["DATA", "copy_with_errors", "read_column", "read_sets"]

DATA = Path(os.environ.get("WORKBENCH_DATA", Path(__file__).parents[3] / "shared" / "data"))
_SEED = 20261
_ENGLISH = ("eng_KJV_2006", "eng_KJV_PCE", "eng_ASV", "eng_YLT")

Sets = list[list[str]]  # several passages, of each its versions


def read_sets() -> Iterator[tuple[str, Sets]]:
    """Yield (name, passages) for every set whose data is there."""
    words = " ".join(read_column("bibles/eng_KJV_2006.tsv").values()).split()
    for witnesses, length in ((8, 30), (37, 30), (8, 300), (16, 300), (37, 300), (4, 2000)):
        yield f"copies {witnesses} x {length}", [copy_with_errors(words, witnesses, length)]
    yield "Darwin 6 x 256", [read_darwin()[0]]
    yield "Darwin, 47 paragraphs", read_darwin()
    yield "four English Bibles, 100 verses", read_bibles(100)
    verse = json.loads((DATA / "variants_small/john_6_23_greek_97mss.json").read_text("utf-8"))
    yield "John 6:23, 104 manuscripts", [[witness["text"] for witness in verse["witnesses"]]]
    yield "Thucydides, three translators", read_thucydides(20)


def read_column(path: str, column: int = 1) -> dict[str, str]:
    """Read a TSV of `DATA` as id -> text."""
    lines = (DATA / path).read_text("utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines)
    return {row[0]: row[column] for row in rows}


def read_darwin() -> Sets:
    """The paragraphs of On the Origin of Species, chapter I, that all six editions have, and their versions."""
    lines = (DATA / "darwin/paragraphs_6editions.tsv").read_text("utf-8").splitlines()[1:]
    return [[text for text in line.split("\t")[1:] if text] for line in lines]


def read_bibles(count: int) -> Sets:
    """`count` verses, evenly from the whole, in four English versions."""
    books = [read_column(f"bibles/{name}.tsv") for name in _ENGLISH]
    shared = [verse for verse in books[0] if all(verse in book for book in books)]
    return [[book[verse] for book in books] for verse in shared[:: len(shared) // count][:count]]


def read_thucydides(count: int) -> Sets:
    """`count` sections of three free translations."""
    books = [read_column(f"thucydides/{name}.tsv") for name in ("eng_hobbes1629", "eng_crawley1874", "eng_jowett1881")]
    shared = [section for section in books[0] if all(section in book for book in books)]
    return [[book[section] for book in books] for section in shared[:: len(shared) // count][:count]]


def copy_with_errors(words: list[str], witnesses: int, length: int, rate: float = 0.06) -> list[str]:
    """Make `witnesses` copies of some `length` words, each of an earlier one, with new errors at `rate` a word.

    Of the errors half replace a word, the rest omit it, add one, or swap it with the next.
    """
    chance = random.Random(_SEED + witnesses * length)
    start = chance.randrange(len(words) - length)
    copies = [words[start : start + length]]
    while len(copies) < witnesses:
        copies.append(_copy(chance.choice(copies), words, rate, chance))
    return [" ".join(copy) for copy in copies]


def _copy(original: list[str], words: list[str], rate: float, chance: random.Random) -> list[str]:
    copy: list[str] = []
    for word in original:
        error = chance.choices(("none", "replace", "omit", "add", "swap"), (1 / rate - 1, 0.5, 0.2, 0.2, 0.1))[0]
        written = {
            "none": [word],
            "replace": [chance.choice(words)],
            "omit": [],
            "add": [word, chance.choice(words)],
            "swap": [word],
        }[error]
        copy += written
        if error == "swap" and len(copy) > 1:
            copy[-2:] = copy[:-3:-1]
    return copy
