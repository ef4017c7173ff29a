"""Where in a running text each boundary between passages is looked for."""

from typing import TYPE_CHECKING

import numpy as np

from workbench.text.alignment.bands import make_band
from workbench.text.alignment.path import find_path

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workbench.text.alignment.words import Corpus

    Ints = NDArray[np.int64]

__all__ = ["find_windows"]

_SMALL = 200_000
_PASSAGES, _WORDS = 4, 250


def find_windows(passages: "Corpus", words: "Ints") -> "tuple[Ints, Ints]":
    """Return, for each of the n + 1 boundaries, the first place in the text it may fall at and the one after the
    last.
    """
    count, size = len(passages.lengths), len(words)
    if (count + 1) * (size + 1) <= _SMALL:
        return np.zeros(count + 1, np.int64), np.full(count + 1, size + 1)
    left, right = find_path(passages.words, words)
    band = make_band(count, size, (passages.units[left], right), _PASSAGES, _WORDS)
    return band.low, band.high
