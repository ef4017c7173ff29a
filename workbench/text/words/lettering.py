"""Rules of letters: "u" and "v", "ṃ" and "n", "sh" and "š" count as the same wherever they stand in a word.

Letters are made one before anything is ignored, so that ignoring more never shows more. A letter with an accent of its
own is another letter: "u" is not in "ü", however that is written.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from unicodedata import normalize

import regex

__all__ = ["are_letters", "lettering"]

Sides = tuple[str, str]
_LETTERS = regex.compile(r"[\p{L}\p{M}]+")
_FORMS: tuple[Callable[[str], str], ...] = (str, lambda side: side[:1].upper() + side[1:], str.upper)


def are_letters(side: str) -> bool:
    """Tell whether this may be a side of a rule of letters: letters and their marks, nothing else."""
    return _LETTERS.fullmatch(side) is not None


@lru_cache(maxsize=32)
def lettering(rules: tuple[Sides, ...]) -> Callable[[str], str]:
    """Return what writes a word with one letter for those that the rules make one; case is kept.

    Raises `ValueError` for a side that holds anything but letters.
    """
    if wrong := [side for rule in rules for side in rule if not are_letters(side)]:
        raise ValueError(f"Letters are expected, not {wrong[0]!r}.")
    classes = _join(list(_spellings(rules)))
    longest = sorted(classes, key=lambda side: (-len(side), side))
    pattern = regex.compile(rf"(?:{'|'.join(map(regex.escape, longest))})(?![\u0300-\u036f])")
    return lambda word: pattern.sub(lambda found: classes[found[0]], word)


def _spellings(rules: Sequence[Sides]) -> Iterator[Sides]:
    """Yield what the rules make one, in each case, composed and decomposed."""
    for left, right in rules:
        for form in _FORMS:
            composed = normalize("NFC", form(left)), normalize("NFC", form(right))
            yield composed
            for side in composed:
                yield side, normalize("NFD", side)


def _join(pairs: Sequence[Sides]) -> dict[str, str]:
    """Map every side to one of those that it is the same as, the same for all of them."""
    found: dict[str, set[str]] = {}
    for left, right in pairs:
        both = found.get(left, {left}) | found.get(right, {right})
        found |= dict.fromkeys(both, both)
    return {side: min(alike, key=lambda one: (len(one), one)) for side, alike in found.items()}
