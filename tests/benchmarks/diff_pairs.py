"""The pairs of texts that the comparison is measured on, read from the real texts beside the repository."""

import os
import random
from collections.abc import Iterator
from pathlib import Path

__all__ = ["DATA", "KINDS", "chapters", "long_pairs", "read_passages", "verse_pairs"]

DATA = Path(os.environ.get("WORKBENCH_DATA", "../shared/data"))
Pair = tuple[str, str]
# near: two revisions of one translation; middling: a literal new one; far: two free translators
KINDS = {
    "near": ("bibles/eng_KJV_PCE", "bibles/eng_ASV"),
    "middling": ("bibles/eng_KJV_PCE", "bibles/eng_YLT"),
    "far": ("livy/eng_bohn", "livy/eng_foster"),
}


def read_passages(name: str) -> dict[str, str]:
    """Read one translation: passage id to text."""
    lines = (DATA / f"{name}.tsv").read_text(encoding="utf-8").split("\n")[1:]
    return dict(line.split("\t", 1) for line in lines if "\t" in line)


def verse_pairs(kind: str, count: int) -> list[Pair]:
    """Draw passages that both translations of the kind have (seeded)."""
    left, right = map(read_passages, KINDS[kind])
    common = [key for key in left if key in right]
    return [(left[key], right[key]) for key in random.Random(2026).sample(common, count)]


def long_pairs(kind: str, words: int, count: int) -> list[Pair]:
    """Join passages that follow each other until the left side has so many words; pairs from several places."""
    left, right = map(read_passages, KINDS[kind])
    common = [key for key in left if key in right]
    return [_join(left, right, common[len(common) * n // count :], words) for n in range(count)]


def _join(left: dict[str, str], right: dict[str, str], keys: list[str], words: int) -> Pair:
    taken: list[str] = []
    length = 0
    for key in keys:
        taken.append(key)
        length += len(left[key].split())
        if length >= words:
            break
    return " ".join(left[key] for key in taken), " ".join(right[key] for key in taken)


def chapters() -> Iterator[list[Pair]]:
    """Yield the checked collation of each chapter of Frankenstein: units as read in 1818 and in 1831, in order."""
    lines = (DATA / "frankenstein/apparatus_4editions.tsv").read_text(encoding="utf-8").split("\n")
    header = lines[0].split("\t")
    first, last = header.index("f1818"), header.index("f1831")
    units: dict[str, list[Pair]] = {}
    for line in lines[1:]:
        row = line.split("\t")
        if len(row) == len(header):
            units.setdefault(row[0], []).append((row[first], row[last]))
    yield from units.values()
