"""Ways in which Bibles count their verses, and the maps between them.

Each numbering is mapped to the original's (`org`: Hebrew and Greek editions) by the tables in `facts`, where a verse
that is not named has the same number in both. From one to another leads by way of the original. A map is no function
and cannot be turned round: a verse may stand in two, two in one, and some in none. So it says what stands beside what,
and nothing that is stored is renumbered by it. Verse 0 is what stands before verse 1 of a Psalm.
"""

from collections import defaultdict
from functools import lru_cache
from pathlib import Path

from workbench.text.words.digits import read_digits

__all__ = ["NUMBERINGS", "Verse", "convert"]

Verse = tuple[str, int, str]
"""Book (USFM code), chapter, verse ("3", "3a")."""

NUMBERINGS = {
    "eng": "English (King James and most since)",
    "org": "Original (Hebrew and Greek editions)",
    "vul": "Vulgate",
    "lxx": "Septuagint",
    "rsc": "Russian, Protestant canon",
    "rso": "Russian, Synodal",
}
_FACTS = Path(__file__).parent / "facts"


def convert(verse: Verse, source: str, target: str) -> tuple[Verse, ...]:
    """Return the verses of the numbering `target` that hold a verse of `source`, in their order; () where none does.

    Raises KeyError for a numbering that is none of `NUMBERINGS`.
    """
    if source == target:
        return (verse,)
    found: dict[Verse, None] = {}
    for original in _maps(source)[0].get(verse, (verse,)):
        found |= dict.fromkeys(_from_original(original, target))
    return tuple(found)


def _from_original(verse: Verse, target: str) -> tuple[Verse, ...]:
    there, back = _maps(target)
    return (*back.get(verse, ()), *(() if verse in there else (verse,)))


@lru_cache(maxsize=len(NUMBERINGS))
def _maps(numbering: str) -> tuple[dict[Verse, tuple[Verse, ...]], dict[Verse, tuple[Verse, ...]]]:
    """Return the map from a numbering to the original's, and which verses lead to each of the original's."""
    there, back = defaultdict[Verse, list[Verse]](list), defaultdict[Verse, list[Verse]](list)
    if numbering not in NUMBERINGS:
        raise KeyError(numbering)
    table = (_FACTS / f"{numbering}.tsv").read_text(encoding="utf-8")
    for row in table.splitlines()[1:]:
        book, chapter, first, last, other, other_chapter, begins, ends = row.split("\t")
        mine, theirs = _verses(book, chapter, first, last), _verses(other, other_chapter, begins, ends)
        for at in range(max(len(mine), len(theirs))):
            one, original = mine[min(at, len(mine) - 1)], theirs[min(at, len(theirs) - 1)]
            there[one].append(original)
            back[original].append(one)
    return _frozen(there), _frozen(back)


def _frozen(found: dict[Verse, list[Verse]]) -> dict[Verse, tuple[Verse, ...]]:
    return {verse: tuple(dict.fromkeys(others)) for verse, others in found.items()}


def _verses(book: str, chapter: str, first: str, last: str) -> list[Verse]:
    begins, ends = read_digits(first), read_digits(last)
    if begins is None or ends is None:
        return [(book, int(chapter), first)]
    return [(book, int(chapter), str(number)) for number in range(begins, ends + 1)]
