"""The counts of many passages at once, to be summed and averaged without looking at a text again."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Counts = NDArray[np.int32]

__all__ = ["Tally"]


@dataclass(frozen=True)
class Tally:
    """The counts of passages in which the same translations speak: `words` (passage, translation) and `common`
    (passage, pair), the pairs in the order (0, 1), (0, 2) … (1, 2) … (`PairCounts`, a row each).
    """

    words: "Counts"
    common: "Counts"

    @cached_property
    def pairs(self) -> "tuple[NDArray[np.intp], NDArray[np.intp]]":
        """The left and the right translation of each pair."""
        return np.triu_indices(self.words.shape[1], 1)

    @cached_property
    def both(self) -> "Counts":
        """The words of both translations, for each passage and pair."""
        left, right = self.pairs
        return self.words[:, left] + self.words[:, right]

    @cached_property
    def distances(self) -> "NDArray[np.float64]":
        """d of each passage and pair, 0..1; 0 where neither has a word."""
        return np.where(self.both > 0, 1 - 2 * self.common / np.maximum(self.both, 1), 0.0)

    def pick(self, rows: Sequence[int]) -> "Tally":
        """Return the counts of some of the passages only, by their places."""
        return Tally(self.words[list(rows)], self.common[list(rows)])

    def choose(self, columns: Sequence[int]) -> "Tally":
        """Return the counts of some of the translations only, by their places in rising order."""
        places = {pair: place for place, pair in enumerate(combinations(range(self.words.shape[1]), 2))}
        kept = [places[pair] for pair in combinations(columns, 2)]
        return Tally(self.words[:, list(columns)], self.common[:, kept])

    def distinctiveness(self) -> "NDArray[np.float64]":
        """The mean of d from each translation to the others, for each passage; nan where it is alone."""
        left, right = self.pairs
        width = self.words.shape[1]
        sums = np.zeros(self.words.shape)
        for place, pair in enumerate(zip(left, right, strict=True)):
            sums[:, pair] += self.distances[:, [place]]
        return sums / (width - 1) if width > 1 else np.full(self.words.shape, np.nan)
