"""How much a shared word says, learned from the texts themselves.

In a true bead a word of one side finds its counterpart with probability m, beside it (in the neighbouring units,
which speak of the same things) with probability n. Both are counted over pairs of units that surely answer each
other, by classes of frequency: Bayes' rule for independent words then gives log(m / n) for a word that is shared
and log((1 - m) / (1 - n)) for one that is not, half on each side. What a larger bead finds by chance grows with
its length L: n(L) = 1 - (1 - n)^L, m(L) = k + (1 - k) n(L), where k is the share that is found for a reason. Words
aren't independent, so the sum is tempered by `_TEMPER`, fitted on three pairs of English Bibles and three
translations of Thucydides.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workbench.text.alignment.words import Corpus

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

__all__ = ["Weights", "fit_weights", "size_classes"]

_TEMPER = 0.35
_CLASSES = 31
_EVERYWHERE = 0.5  # a word that stands in more than this share of the units says nothing
_SMALLEST, _LARGEST = -6, 8  # half octaves of the mean unit length
_VARIANCE = 6.8  # of the lengths of two units that answer each other, for each character (Gale and Church)
_USUAL = 8  # pairs' worth of trust in it, against the pairs' own
_DOUBT = 20.0  # words' worth of trust in the mean, against a class's own counts


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights in nats: `shared[w, s]` and `unshared[w, s]` of word `w` in a bead of size class `s` (`size_classes`).

    `ratio` is the log of target over source length, `spread` its deviation in true beads, `wide` in chance ones.
    `mean` is the mean length of a unit.
    """

    shared: "Floats"
    unshared: "Floats"
    ratio: float
    spread: float
    wide: float
    mean: float


def size_classes(source: "Floats", target: "Floats", mean: float) -> "Ints":
    """Classify beads by the geometric mean of their two lengths, in half octaves around the mean unit."""
    octaves = np.log2((np.sqrt(source * target) + 1) / mean)
    return np.clip(np.round(2 * octaves), _SMALLEST, _LARGEST).astype(np.int64) - _SMALLEST


def fit_weights(source: "Corpus", target: "Corpus", pairs: "tuple[Ints, Ints]") -> Weights:
    """Learn the weights from `pairs` of units (source indices, target indices) that answer each other one to one."""
    counts = [np.bincount(side.words, minlength=source.vocabulary) for side in (source, target)]
    units = len(source.lengths) + len(target.lengths)
    chance = np.clip(1 - np.exp(-(counts[0] + counts[1] - 0.5) / units), 1e-9, 0.97)
    common = (counts[0] > 0) & (counts[1] > 0) & (chance <= _EVERYWHERE)
    classes = np.clip(-2 * np.log2(chance), 0, _CLASSES - 1).astype(np.int64)
    found, beside = _agreement(source, target, pairs, classes, common)
    shared, unshared = _by_size(found, beside)
    return Weights(
        shared[classes] * common[:, None],
        unshared[classes] * common[:, None],
        *_fit_lengths(source, target, pairs),
        mean=float(np.sqrt(source.lengths.mean() * target.lengths.mean())) + 1,
    )


def _by_size(found: "Floats", beside: "Floats") -> "tuple[Floats, Floats]":
    """Weights of shared and unshared words by class of frequency and of size."""
    kept = np.clip((found - beside) / (1 - beside), 0.02, 0.97)[:, None]
    size = 2.0 ** (np.arange(_SMALLEST, _LARGEST + 1) / 2)
    chance = np.clip(1 - np.exp(np.log(1 - beside)[:, None] * size), 1e-6, 0.995)
    true = kept + (1 - kept) * chance
    return _TEMPER * np.log(true / chance), _TEMPER * np.log((1 - true) / (1 - chance))


def _agreement(
    source: "Corpus", target: "Corpus", pairs: "tuple[Ints, Ints]", classes: "Ints", common: "NDArray[np.bool_]"
) -> "tuple[Floats, Floats]":
    """Share of words found in the answering unit and in the units beside it, by class of frequency."""
    total, found, beside = (np.zeros(_CLASSES) for _ in range(3))
    for here, there, left, right in ((source, target, *pairs), (target, source, *pairs[::-1])):
        partner = np.full(len(here.lengths), -1)
        partner[left] = right
        kept = (partner[here.units] >= 0) & common[here.words]
        units, words, counts = _count(here.units[kept], here.words[kept], len(classes))
        of_word, answer = classes[words], partner[units]
        total += np.bincount(of_word, counts, _CLASSES)
        found += np.bincount(of_word, _shared(there, answer, words, counts, len(classes)), _CLASSES)
        for neighbour in (np.maximum(answer - 1, 0), np.minimum(answer + 1, len(there.lengths) - 1)):
            beside += np.bincount(of_word, _shared(there, neighbour, words, counts, len(classes)), _CLASSES) / 2
    overall = (found.sum() + 1) / (total.sum() + 2)
    prior = np.minimum(1.5 * 2.0 ** (-np.arange(_CLASSES) / 2), 0.9)
    found = np.clip((found + _DOUBT * overall) / (total + _DOUBT), 0.001, 0.98)
    return found, np.clip((beside + _DOUBT * prior) / (total + _DOUBT), 1e-6, 0.9 * found)


def _count(units: "Ints", words: "Ints", size: int) -> "tuple[Ints, Ints, Ints]":
    packed, counts = np.unique(units * size + words, return_counts=True)
    return packed // size, packed % size, counts


def _shared(there: "Corpus", units: "Ints", words: "Ints", counts: "Ints", size: int) -> "Ints":
    """How many of `counts` occurrences of `words` the `units` of the other side can answer."""
    packed, held = np.unique(there.units * size + there.words, return_counts=True)
    asked = units * size + words
    at = np.minimum(np.searchsorted(packed, asked), len(packed) - 1)
    return np.where(packed[at] == asked, np.minimum(counts, held[at]), 0)


def _fit_lengths(source: "Corpus", target: "Corpus", pairs: "tuple[Ints, Ints]") -> tuple[float, float, float]:
    """Log ratio of the whole texts, deviation around it in the pairs (robust), deviation of chance units."""
    ratio = float(np.log((target.lengths.sum() + 1) / (source.lengths.sum() + 1)))
    off = np.log(target.lengths[pairs[1]] + 1) - np.log(source.lengths[pairs[0]] + 1) - ratio
    usual = np.sqrt(_VARIANCE / (np.sqrt(source.lengths.mean() * target.lengths.mean()) + 1))
    spread = 1.4826 * float(np.median(np.abs(off))) if len(off) >= 5 else 0.3
    if len(off) >= 5:
        spread = float(np.sqrt((len(off) * spread**2 + _USUAL * max(usual, 0.12) ** 2) / (len(off) + _USUAL)))
    lengths = np.log(np.concatenate((source.lengths, target.lengths)) + 1)
    return ratio, max(spread, 0.08), np.sqrt(2) * max(float(lengths.std()), 0.4)
