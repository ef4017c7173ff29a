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
    """The counts of passages in which the same `width` translations speak: `words` and `common` (passage, pair), the
    pairs in the order (0, 1), (0, 2) … (1, 2) … (`PairCounts`, a row each).
    """

    width: int
    words: "Counts"
    common: "Counts"

    @cached_property
    def pairs(self) -> "tuple[NDArray[np.intp], NDArray[np.intp]]":
        """The left and the right translation of each pair."""
        return np.triu_indices(self.width, 1)

    @cached_property
    def compared(self) -> "NDArray[np.bool_]":
        """Whether the two are compared, for each passage and pair."""
        return self.common >= 0

    @cached_property
    def distances(self) -> "NDArray[np.float64]":
        """d of each passage and pair, 0..1; 0 where neither has a word, and where they aren't compared."""
        return np.where(self.words > 0, 1 - 2 * self.common / np.maximum(self.words, 1), 0.0)

    def sums(self) -> "tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]":
        """For each pair over all passages: the words in common, those of both, and whether it is compared in any."""
        common = np.maximum(self.common, 0).sum(axis=0, dtype=np.int64)
        return common, self.words.sum(axis=0, dtype=np.int64), self.compared.sum(axis=0) > 0

    def pick(self, rows: Sequence[int]) -> "Tally":
        """Return the counts of some of the passages only, by their places."""
        return Tally(self.width, self.words[list(rows)], self.common[list(rows)])

    def choose(self, columns: Sequence[int]) -> "Tally":
        """Return the counts of some of the translations only, by their places in rising order."""
        places = {pair: place for place, pair in enumerate(combinations(range(self.width), 2))}
        kept = [places[pair] for pair in combinations(columns, 2)]
        return Tally(len(columns), self.words[:, kept], self.common[:, kept])

    def distinctiveness(self) -> "NDArray[np.float64]":
        """The mean of d from each translation to the others, for each passage; nan where it is compared with none."""
        left, right = self.pairs
        sums = np.zeros((len(self.words), self.width))
        counts = np.zeros((len(self.words), self.width))
        for place, pair in enumerate(zip(left, right, strict=True)):
            sums[:, pair] += self.distances[:, [place]]
            counts[:, pair] += self.compared[:, [place]]
        return np.where(counts > 0, sums / np.maximum(counts, 1), np.nan)
