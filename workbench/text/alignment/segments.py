"""Cutting a running text into one segment a passage: a semi-Markov model over the places between its words.

First with few places in wide windows (the ends of sentences and clauses, and a place here and there between), then
with all places near the cuts that were found. A segment gains by the words it shares with its passage and by its
length; a cut by being of the kind that passages end with. Between segments a stretch may stay without a place, at
a cost.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from workbench.text.alignment.evidence import length_evidence
from workbench.text.alignment.lattice import posteriors, viterbi
from workbench.text.alignment.places import COMMA, SENTENCE
from workbench.text.alignment.weights import size_classes

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workbench.text.alignment.weights import Weights
    from workbench.text.alignment.words import Corpus

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

__all__ = ["Ground", "Segments", "cut_segments", "few_places", "near_places", "pin_places", "weigh_belonging"]

_LEFT_OUT = float(np.log(0.005))
_UNPLACED, _BOILERPLATE = -6.0, -3.0
_STRANGE = 0.7  # share of words unknown to the passages in what surrounds a text
_TEMPER = 0.5
_CAUTION = 0.7  # words are not independent: fitted on Thucydides, book 1, so that 0.8 means it
_FEW, _NEAR = 300, 40  # places at most for a boundary; words to both sides
_FEW_PAIRS, _NEAR_PAIRS = 1e8, 3e7  # pairs of places in all, which bounds the time


@dataclass(frozen=True, slots=True)
class Ground:
    """The text to be cut: word numbers, letters up to each place, kind of each place; and what a cut of each kind
    gains.

    `ends[k, kind]` is the gain of a cut after passage `k`; `belonging` is what each word gains by having a place at
    all.
    """

    words: "Ints"
    letters: "Floats"
    kinds: "Ints"
    ends: "Floats"
    belonging: "Floats"


@dataclass(frozen=True, slots=True)
class Segments:
    """The places where each passage's segment starts and ends, and how sure each start is.

    Of an empty segment: how sure it is that the text has nothing for the passage.
    """

    starts: "Ints"
    ends: "Ints"
    confidences: "Floats"


def cut_segments(
    passages: "Corpus", ground: Ground, weights: "Weights", places: "list[Ints]", *, is_last: bool = True
) -> Segments:
    """Find the best segment of each passage, where boundary `k` (of n + 1) may fall at `places[k]` only.

    The confidences, which take longer than the cuts, are worked out where `is_last`, and are 0 elsewhere.
    """
    scene = _Scene(passages, ground, weights, places)
    count = len(passages.lengths)
    states = viterbi(2 * count + 1, scene.step)
    starts = np.array([places[k][states[2 * k]] for k in range(count)], np.int64)
    ends = np.array([places[k + 1][states[2 * k + 1]] for k in range(count)], np.int64)
    if not is_last:
        return Segments(starts, ends, np.zeros(count))
    empty = np.flatnonzero(starts == ends)
    moves = {2 * int(k) + 1: places[k][:, None] == places[k + 1] for k in empty}
    sure = np.array(posteriors(2 * count + 1, scene.step, states, _CAUTION, moves))
    confidences = sure[:-1:2]
    confidences[empty] = sure[1::2][empty]
    return Segments(starts, ends, confidences)


def weigh_belonging(passages: "Corpus", words: "Ints") -> "Floats":
    """What each word of the text says for having a place among the passages: strange words speak against it."""
    known = np.isin(words, passages.words)
    strange = min(max(1 - float(known.mean()), 0.05), _STRANGE)
    gains = _TEMPER * np.log(np.array([strange / _STRANGE, (1 - strange) / (1 - _STRANGE)]))
    return np.asarray(gains[known.astype(np.int64)])


def few_places(ground: Ground, low: "Ints", high: "Ints") -> "list[Ints]":
    """Choose at most some hundreds of places for each boundary in its window `low:high`, the better kinds first."""
    spread = np.zeros(len(ground.kinds), bool)
    spread[::8] = True
    ranks = [np.flatnonzero(spread | (ground.kinds >= COMMA)), np.flatnonzero(ground.kinds >= SENTENCE)]
    if len(ranks[1]) < len(low):
        ranks.pop()  # too few ends are known to look at them alone
    few = _afford(_FEW, _FEW_PAIRS, len(low))
    return [_choose(ranks, int(a), int(b), few) for a, b in zip(low, high, strict=True)]


def _afford(most: int, pairs: float, boundaries: int) -> int:
    """How many places each of so many boundaries can have."""
    return max(min(most, int((pairs / boundaries) ** 0.5)), 8)


def _choose(ranks: "list[Ints]", low: int, high: int, few: int) -> "Ints":
    for rank in ranks:
        inside = rank[np.searchsorted(rank, low) : np.searchsorted(rank, high)]
        if len(inside) <= few:
            return np.union1d(inside, (low, high - 1))
    return np.union1d(inside[:: -(-len(inside) // few)], (low, high - 1))


def near_places(found: Segments, size: int) -> "list[Ints]":
    """All places near the cuts found before; a boundary has two where a stretch between two segments had no place."""
    before = np.concatenate(([0], found.ends))
    after = np.concatenate((found.starts, [size - 1]))
    half = _afford(2 * _NEAR, _NEAR_PAIRS, len(before)) // 2
    near = np.arange(-half, half + 1)
    return [
        np.unique(np.clip(np.concatenate((a + near, b + near)), 0, size - 1))
        for a, b in zip(before, after, strict=True)
    ]


def pin_places(places: "list[Ints]", pins: "Ints") -> "list[Ints]":
    """Leave a boundary that is certain (`pins[k]` not -1) its one place, and the others what lies between the pins."""
    pinned = np.flatnonzero(pins >= 0)
    low, high = np.zeros(len(pins), np.int64), np.full(len(pins), max(int(own[-1]) for own in places))
    low[pinned], high[pinned] = pins[pinned], pins[pinned]
    low, high = np.maximum.accumulate(low), np.minimum.accumulate(high[::-1])[::-1]
    return [np.unique(np.clip(own, a, b)) for own, a, b in zip(places, low, high, strict=True)]


class _Scene:
    """The steps of the walk: between segments (even numbers), and through the segment of a passage (odd)."""

    def __init__(self, passages: "Corpus", ground: Ground, weights: "Weights", places: "list[Ints]") -> None:
        self.ground, self.weights, self.places = ground, weights, places
        self.lengths = passages.lengths
        self.vocabularies = np.split(
            passages.words, np.cumsum(np.bincount(passages.units, minlength=len(self.lengths)))[:-1]
        )
        self.sizes = size_classes(self.lengths, self.lengths * np.exp(weights.ratio), weights.mean)
        self.is_here = np.zeros(len(weights.shared), bool)

    def step(self, number: int) -> "Floats":
        if number % 2:
            return self._weigh_segment(number // 2)
        return self._weigh_between(number // 2)

    def _weigh_between(self, boundary: int) -> "Floats":
        """Log weights of ending the segment before at one place and starting the next at another, or the same."""
        places, count = self.places[boundary], len(self.lengths)
        gains = self.ground.ends[min(max(boundary - 1, 0), count - 1)][self.ground.kinds[places]]
        if boundary == 0:
            return np.where(places == 0, 0.0, _BOILERPLATE + gains)[None, :]
        if boundary == count:
            return np.where(places == len(self.ground.kinds) - 1, 0.0, _BOILERPLATE + gains)[:, None]
        weights = _UNPLACED + gains[:, None] + gains
        weights[np.tri(len(places), k=-1, dtype=bool)] = -np.inf
        np.fill_diagonal(weights, gains)
        return np.asarray(weights)

    def _weigh_segment(self, passage: int) -> "Floats":
        """Log weights of the segments of one passage from each start to each end."""
        starts, ends = self.places[passage], self.places[passage + 1]
        low, high = int(starts[0]), max(int(ends[-1]), int(starts[-1]))
        gains = self._sum_gains(passage, low, high)
        letters = self.ground.letters[ends][None, :] - self.ground.letters[starts][:, None]
        length = length_evidence(self.lengths[passage], np.maximum(letters, 0), self.weights)
        through = gains[0] + gains[1][ends - low][None, :] - gains[1][starts - low][:, None] + length
        same = starts[:, None] == ends
        return np.where(same, _LEFT_OUT, np.where(starts[:, None] < ends, through, -np.inf))

    def _sum_gains(self, passage: int, low: int, high: int) -> "tuple[float, Floats]":
        """What the passage's own words weigh unshared, and the sum of the text's words' gains from `low` to each
        place.
        """
        size, own = self.sizes[passage], self.vocabularies[passage]
        words = self.ground.words[low:high]
        shared, unshared = self.weights.shared[words, size], self.weights.unshared[words, size]
        self.is_here[own] = True
        gains = np.where(self.is_here[words], shared - unshared / 2, unshared / 2) + self.ground.belonging[low:high]
        self.is_here[own] = False
        return float(self.weights.unshared[own, size].sum()) / 2, np.concatenate(([0.0], np.cumsum(gains)))
