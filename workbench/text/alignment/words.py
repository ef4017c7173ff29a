"""Texts as arrays of word numbers: what the aligner counts with.

A word's key is folded hard (case, accents, all but the first letters), since here a false difference costs
more than a false agreement. Scripts without spaces give one word a character, and pairs of characters
would be no better: the rare characters carry the sense.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from workbench.text.alignment.headings import find_headings
from workbench.text.words.tokens import kind_of, scan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

__all__ = ["Corpus", "Words", "count_sides", "fold", "has_words", "read_words"]

_STEM = 6
_APOSTROPHE = re.compile("['’ʼ]")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text: `keys[i]` stands at `starts[i]:ends[i]` (code points)."""

    keys: list[str]
    starts: list[int]
    ends: list[int]


@dataclass(frozen=True, slots=True)
class Corpus:
    """One side of an alignment: `words[k]` is the number of the k-th word, `units[k]` the unit it stands in.

    `lengths` counts each unit's characters; `headings` says which look like one; `vocabulary` is how many words are
    numbered on both sides together.
    """

    words: "NDArray[np.int64]"
    units: "NDArray[np.int64]"
    lengths: "NDArray[np.float64]"
    headings: "NDArray[np.bool_]"
    vocabulary: int


@lru_cache(maxsize=1 << 17)
def fold(piece: str) -> str:
    """Return the comparison key of a token: lower case, no marks, the first six letters; numbers whole; "" for no
    word.
    """
    if kind_of(piece) not in {"word", "number"}:
        return ""
    stem = max(_APOSTROPHE.split(unicodedata.normalize("NFKD", piece.casefold())), key=len)
    letters = "".join(filter(str.isalnum, stem))
    return letters if letters.isdecimal() else letters[:_STEM]


def has_words(text: str) -> bool:
    """Tell whether `text` has a word that can be compared."""
    return any(map(fold, scan(text)))


def read_words(text: str) -> Words:
    """Find the words of `text` with their places."""
    keys, starts, ends = [], [], []
    end = 0
    for piece in scan(text):
        start, end = end, end + len(piece)
        if key := fold(piece):
            keys.append(key)
            starts.append(start)
            ends.append(end)
    return Words(keys, starts, ends)


def count_sides(
    source: "Sequence[Sequence[str]]",
    source_texts: "Sequence[str]",
    target: "Sequence[Sequence[str]]",
    target_texts: "Sequence[str]",
) -> tuple[Corpus, Corpus]:
    """Number the words of two sides together; the lengths are those of the texts."""
    numbers: dict[str, int] = {}
    sides = [_number(units, numbers) for units in (source, target)]
    left, right = (
        Corpus(*side, np.array(list(map(len, texts)), np.float64), find_headings(texts), len(numbers))
        for side, texts in zip(sides, (source_texts, target_texts), strict=True)
    )
    return left, right


def _number(units: "Sequence[Sequence[str]]", numbers: dict[str, int]) -> "tuple[NDArray[np.int64], NDArray[np.int64]]":
    words = np.fromiter((numbers.setdefault(w, len(numbers)) for unit in units for w in unit), np.int64)
    return words, np.repeat(np.arange(len(units)), [len(unit) for unit in units])
