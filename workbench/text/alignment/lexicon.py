"""A lexicon from an alignment: which word of the target says what a word of the source says.

IBM's first model (P. F. Brown et al., Computational Linguistics 19, 1993) by expectation and maximisation, over the
different words of each bead, in both directions; a pair weighs by the geometric mean of both.

What a bead has taught must not speak for that bead: two units that were joined by mistake teach that their words
answer each other, and would be sure of it ever after. So a unit's words are translated by what the *other* beads say:
what the bead itself gave to each pair in the last round of counting is taken off again.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workbench.text.alignment.words import Corpus

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

__all__ = ["Lexicon", "learn_lexicon"]

_ROUNDS = 5
_MOST_PAIRS = 4_000_000
_COMMON = 0.4  # words in more than this share of the beads say nothing
_LEAST = 0.12
_CANDIDATES = 6  # translations of a word that are weighed anew without a bead


@dataclass(frozen=True, slots=True)
class _Direction:
    """What was counted one way: `counts` of each pair, `sums` of each cause, and what each occurrence gave."""

    counts: "Floats"
    sums: "Floats"
    shares: "Floats"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The pairs of words (source `s`, target `t`), sorted, and what was counted of them.

    `bead` and `which` say of each occurrence its bead and its pair.
    """

    s: "Ints"
    t: "Ints"
    bead: "Ints"
    which: "Ints"
    there: _Direction
    back: _Direction
    vocabulary: int

    def translate(self, words: "Ints", beads: "Ints") -> "Ints":
        """Return the best translation of each word in its bead (-1: in none), by what the other beads say; or -1."""
        if not len(self.s):
            return np.full(len(words), -1)
        packed, which = np.unique((beads + 1) * self.vocabulary + words, return_inverse=True)
        return self._translate(packed % self.vocabulary, packed // self.vocabulary - 1)[which]

    def _translate(self, words: "Ints", beads: "Ints") -> "Ints":
        held, places = self._candidates()
        pairs = places[words]
        known = pairs >= 0
        pairs = np.maximum(pairs, 0)
        weights = np.where(known & held[words][:, None], self._weigh_without(pairs, beads[:, None]), 0.0)
        best = weights.argmax(axis=1)[:, None]
        found = np.take_along_axis(self.t[pairs], best, axis=1)[:, 0]
        return np.where(np.take_along_axis(weights, best, axis=1)[:, 0] >= _LEAST, found, -1)

    def _candidates(self) -> "tuple[NDArray[np.bool_], Ints]":
        """Whether each word has pairs, and its likeliest ones (-1: no more)."""
        weights = np.sqrt(self.there.counts / self.there.sums[self.s] * self.back.counts / self.back.sums[self.t])
        order = np.lexsort((self.t, -weights, self.s))
        first = np.searchsorted(self.s[order], np.arange(self.vocabulary + 1))
        places = first[:-1, None] + np.arange(_CANDIDATES)
        inside = places < first[1:, None]
        return np.diff(first) > 0, np.where(inside, order[np.minimum(places, len(order) - 1)], -1)

    def _weigh_without(self, pairs: "Ints", beads: "Ints") -> "Floats":
        """What each pair weighs without what its bead gave to it."""
        size = int(self.bead.max(initial=0)) + 2
        there = _weigh_without(self.there, self.s, self.bead, self.which, pairs, beads, size, self.vocabulary)
        back = _weigh_without(self.back, self.t, self.bead, self.which, pairs, beads, size, self.vocabulary)
        return np.sqrt(there * back)


def _weigh_without(
    way: _Direction, causes: "Ints", bead: "Ints", which: "Ints", pairs: "Ints", beads: "Ints", size: int, words: int
) -> "Floats":
    given = _look_up(which * size + bead, way.shares, pairs * size + beads)
    spent = _look_up(causes[which] * size + bead, way.shares, causes[pairs] * size + beads)
    left = np.maximum(way.counts[pairs] - given, 0.0)
    return np.asarray(left / np.maximum(way.sums[causes[pairs]] - spent, 1e-9) * (left > 1e-9))


def _look_up(packed: "Ints", values: "Floats", asked: "Ints") -> "Floats":
    """Sum the values by packed number, and return the sums that are asked for, 0 for unknown ones."""
    known, which = np.unique(packed, return_inverse=True)
    sums = np.bincount(which, values)
    at = np.minimum(np.searchsorted(known, asked), len(known) - 1)
    return np.where(known[at] == asked, sums[at], 0.0)


def learn_lexicon(source: "Corpus", target: "Corpus", beads: "tuple[Ints, Ints]", likeness: "Ints") -> Lexicon:
    """Count which words answer each other.

    `beads` gives each unit of both sides the number of its bead (-1: none). `likeness[w]` is the cognate key of word
    `w` (-1: none): words of one key are likelier to translate each other.
    """
    left, right = (_in_beads(side, own) for side, own in zip((source, target), beads, strict=True))
    bead, s, t = _pair(left, right)
    size = source.vocabulary
    pairs, which = np.unique(s * size + t, return_inverse=True)
    s, t = pairs // size, pairs % size
    alike = (likeness[s] >= 0) & (likeness[s] == likeness[t])
    start = np.where(alike, 10.0, 1.0)
    there = _train(start, which, bead * size + t[which], s, size)
    back = _train(start, which, bead * size + s[which], t, size)
    return Lexicon(s, t, bead, which, there, back, size)


def _in_beads(corpus: "Corpus", own: "Ints") -> "tuple[Ints, Ints]":
    """Bead and number of each different word in each bead, the commonest words and those found once left out."""
    beads = own[corpus.units]
    packed = np.unique(beads * corpus.vocabulary + corpus.words)
    packed = packed[packed >= 0]
    beads, words = packed // corpus.vocabulary, packed % corpus.vocabulary
    times = np.bincount(words, minlength=corpus.vocabulary)[words]
    kept = (times >= 2) & (times <= max(_COMMON * len(np.unique(beads)), 3))
    return beads[kept], words[kept]


def _pair(left: "tuple[Ints, Ints]", right: "tuple[Ints, Ints]") -> "tuple[Ints, Ints, Ints]":
    """Bead, source word and target word of all pairs of words in one bead, as far as room allows."""
    size = int(max(left[0].max(initial=-1), right[0].max(initial=-1))) + 1
    held = np.bincount(right[0], minlength=size)
    allowed = np.cumsum(held * np.bincount(left[0], minlength=size)) <= _MOST_PAIRS
    kept = allowed[left[0]]
    beads, words = left[0][kept], left[1][kept]
    first = np.concatenate(([0], np.cumsum(held)))[beads]
    times = held[beads]
    within = np.arange(times.sum()) - np.repeat(np.cumsum(times) - times, times)
    return np.repeat(beads, times), np.repeat(words, times), right[1][np.repeat(first, times) + within]


def _train(start: "Floats", which: "Ints", effects: "Ints", causes: "Ints", size: int) -> _Direction:
    """Count each pair as an effect of its cause. `effects` numbers the effect's place in its bead."""
    places = np.unique(effects, return_inverse=True)[1]
    chances, counts, sums = start, start, np.ones(size)
    shares: Floats = np.zeros(len(which))
    for _ in range(_ROUNDS):
        weights = chances[which]
        shares = weights / np.bincount(places, weights)[places]
        counts = np.bincount(which, shares, len(start)).astype(np.float64)
        sums = np.bincount(causes, counts, size).astype(np.float64)
        chances = counts / sums[causes]
    return _Direction(counts, sums, shares)
