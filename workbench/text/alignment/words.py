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

from workbench.text.tokens import kind_of, scan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

__all__ = ["Corpus", "Words", "count_words", "fold", "read_words"]

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

    `lengths` counts each unit's letters, the measure of length that varies least between scripts' word habits.
    """

    words: "NDArray[np.int64]"
    units: "NDArray[np.int64]"
    lengths: "NDArray[np.float64]"


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


def count_words(units: "Sequence[Sequence[str]]", lengths: "Sequence[int]", numbers: dict[str, int]) -> Corpus:
    """Number the words of each unit, extending `numbers`, shared by both sides."""
    words = np.fromiter((numbers.setdefault(w, len(numbers)) for unit in units for w in unit), np.int64)
    places = np.repeat(np.arange(len(units)), [len(unit) for unit in units])
    return Corpus(words, places, np.asarray(lengths, np.float64))
