"""A lexicon from an alignment: which word of the target says what a word of the source says.

IBM's first model (P. F. Brown et al., Computational Linguistics 19, 1993) by expectation and maximisation, over the
different words of each bead, in both directions; a pair weighs by the geometric mean of both.
"""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workbench.text.alignment.words import Corpus

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

__all__ = ["learn_lexicon"]

_ROUNDS = 5
_MOST_PAIRS = 4_000_000
_COMMON = 0.4  # words in more than this share of the beads say nothing
_LEAST = 0.12


def learn_lexicon(source: "Corpus", target: "Corpus", beads: "tuple[Ints, Ints]", likeness: "Ints") -> "Ints":
    """Return for each word number the number of its best translation, or -1.

    `beads` gives each unit of both sides the number of its bead (-1: none). `likeness[w]` is the cognate key of word
    `w` (-1: none): words of one key are likelier to translate each other.
    """
    left, right = (_in_beads(side, own) for side, own in zip((source, target), beads, strict=True))
    bead, s, t = _pair(left, right)
    if not len(bead):
        return np.full(source.vocabulary, -1)
    pairs, which = np.unique(s * source.vocabulary + t, return_inverse=True)
    s, t = pairs // source.vocabulary, pairs % source.vocabulary
    alike = (likeness[s] >= 0) & (likeness[s] == likeness[t])
    start = np.where(alike, 10.0, 1.0)
    there = _train(start, which, bead * source.vocabulary + t[which], s)
    back = _train(start, which, bead * source.vocabulary + s[which], t)
    return _choose(s, t, np.sqrt(there * back), source.vocabulary)


def _in_beads(corpus: "Corpus", own: "Ints") -> "tuple[Ints, Ints]":
    """Bead and number of each different word in each bead, the commonest words and those found once left out."""
    beads = own[corpus.units]
    keys = np.unique(beads * corpus.vocabulary + corpus.words)
    keys = keys[keys >= 0]
    beads, words = keys // corpus.vocabulary, keys % corpus.vocabulary
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


def _train(start: "Floats", which: "Ints", effects: "Ints", causes: "Ints") -> "Floats":
    """Probability of each pair: of the effect given its cause. `effects` numbers the effect's place in its bead."""
    places = np.unique(effects, return_inverse=True)[1]
    chances = start
    for _ in range(_ROUNDS):
        weights = chances[which]
        shares = weights / np.bincount(places, weights)[places]
        counts = np.bincount(which, shares, len(start))
        chances = counts / np.bincount(causes, counts)[causes]
    return chances


def _choose(s: "Ints", t: "Ints", weights: "Floats", size: int) -> "Ints":
    best = np.full(size, -1)
    order = np.argsort(weights, kind="stable")
    order = order[weights[order] >= _LEAST]
    best[s[order]] = t[order]
    return best
