"""The same-language aligner: two sides that already speak in the same words."""

from typing import TYPE_CHECKING

import numpy as np

from workbench.text.alignment.bands import make_band
from workbench.text.alignment.beads import SHAPES, find_beads, score_beads
from workbench.text.alignment.evidence import weigh_beads
from workbench.text.alignment.many import widen_beads
from workbench.text.alignment.path import find_path
from workbench.text.alignment.weights import fit_weights

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workbench.text.alignment.bands import Band
    from workbench.text.alignment.beads import Chain, Gains
    from workbench.text.alignment.meanings import Meanings
    from workbench.text.alignment.weights import Weights
    from workbench.text.alignment.words import Corpus

    Ints = NDArray[np.int64]
    Pairs = tuple[Ints, Ints]

__all__ = ["chain_coarsely", "chain_meanings", "chain_quickly", "chain_units", "learn_weights", "pick_pairs"]

_MARGIN, _SECOND_MARGIN = 8, 4
_WHOLE, _WIDE = 400_000, 100
_ODD = 0.005  # share of beads whose lengths mean nothing; at first there is little else to go by
_CAUTION = 0.5  # words and meaning say the same twice
_FEW_SHAPES = {shape: share for shape, share in SHAPES.items() if max(shape) < 3}


def chain_units(source: "Corpus", target: "Corpus") -> "tuple[Chain, list[float]]":
    """Align in two passes: along the path of rare words, then with weights learned from the first along its beads.

    Returns the beads (source start, source end, target start, target end) and the probability of each.
    """
    chain = chain_quickly(source, target)
    weights = fit_weights(source, target, pick_pairs(chain))
    band = make_band(len(source.lengths), len(target.lengths), _starts(chain), _SECOND_MARGIN)
    gains = weigh_beads(source, target, band, weights, SHAPES, _ODD)
    chain = find_beads(band, gains)
    return widen_beads(chain, score_beads(band, gains, chain), (source, target), weights, _ODD)


def chain_quickly(source: "Corpus", target: "Corpus") -> "Chain":
    """Align in one pass, along the path of rare words."""
    left, right = find_path(source.words, target.words)
    ties = source.units[left], target.units[right]
    return find_beads(*_weigh(source, target, ties, _vote(*ties), _MARGIN, _FEW_SHAPES))


def chain_meanings(
    source: "Corpus", target: "Corpus", meanings: "Meanings", ties: "Pairs", pairs: "Pairs", margin: int
) -> "tuple[Chain, list[float]]":
    """Align by words and by meaning, in a band along the `ties`, with weights of words learned from the `pairs`."""
    band, gains = _weigh(source, target, ties, pairs, margin, SHAPES, _ODD)
    for shape, meant in meanings.weigh_beads(band, SHAPES).items():
        gains[shape] = gains[shape] + meant
    chain = find_beads(band, gains)
    doubted = {shape: _CAUTION * gain for shape, gain in gains.items()}
    return chain, score_beads(band, doubted, chain)


def learn_weights(source: "Corpus", target: "Corpus") -> "Weights":
    """Learn the weights of words and lengths from the units that answer each other one to one in a quick alignment."""
    return fit_weights(source, target, pick_pairs(chain_quickly(source, target)))


def chain_coarsely(source: "Corpus", target: "Corpus") -> "Chain":
    """Align sides that share few words, by their lengths mostly: everywhere if they are small, else near the
    diagonal.
    """
    rows, columns = len(source.lengths), len(target.lengths)
    steps = np.arange(rows + 1)
    ties = steps, steps * columns // rows
    margin = max(rows, columns) if rows * columns <= _WHOLE else int(max(_WIDE, 1.5 * max(rows, columns) ** 0.5))
    nothing = np.empty(0, np.int64)
    chain = find_beads(*_weigh(source, target, ties, (nothing, nothing), margin, _FEW_SHAPES))
    return find_beads(*_weigh(source, target, ties, pick_pairs(chain), margin, _FEW_SHAPES))


def pick_pairs(beads: "Chain") -> "Pairs":
    """The units that answer each other one to one."""
    single = [(a, c) for a, b, c, d in beads if b - a == 1 == d - c]
    return np.array([s[0] for s in single], np.int64), np.array([s[1] for s in single], np.int64)


def _starts(chain: "Chain") -> "Pairs":
    return np.array([bead[0] for bead in chain]), np.array([bead[2] for bead in chain])


def _weigh(
    source: "Corpus",
    target: "Corpus",
    ties: "Pairs",
    pairs: "Pairs",
    margin: int,
    shapes: dict[tuple[int, int], float],
    odd: float = 0.0,
) -> "tuple[Band, Gains]":
    """Make the band along the `ties`, and the gains in it, with weights learned from the `pairs`."""
    band = make_band(len(source.lengths), len(target.lengths), ties, margin)
    return band, weigh_beads(source, target, band, fit_weights(source, target, pairs), shapes, odd)


def _vote(left: "Ints", right: "Ints") -> "Pairs":
    """Pairs of units that have the most ties with each other, seen from both."""
    if not len(left):
        return left, right
    width = int(right.max()) + 1
    packed, votes = np.unique(left * width + right, return_counts=True)
    left, right = packed // width, packed % width
    most_left, most_right = np.zeros(int(left.max()) + 1), np.zeros(width)
    np.maximum.at(most_left, left, votes)
    np.maximum.at(most_right, right, votes)
    best = (votes == most_left[left]) & (votes == most_right[right])
    return left[best], right[best]
