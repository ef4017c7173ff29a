"""What speaks for a bead: the words its two sides share, and their lengths. Log-likelihood ratios in nats.

Lengths: the log ratio of a true bead is normal around that of the whole texts, that of chance units far wider
(after W. A. Gale, K. W. Church, Computational Linguistics 19, 1993, with a normal on the log ratio).
"""

from typing import TYPE_CHECKING

import numpy as np

from workbench.text.alignment.weights import size_classes

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workbench.text.alignment.bands import Band
    from workbench.text.alignment.weights import Weights
    from workbench.text.alignment.words import Corpus

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

__all__ = ["length_evidence", "weigh_beads"]


def length_evidence(source: "Floats", target: "Floats", weights: "Weights") -> "Floats":
    """Log-likelihood ratio of two lengths belonging together; equal shapes in, the same shape out."""
    off = np.log(target + 1) - np.log(source + 1) - weights.ratio
    spread = np.sqrt(weights.spread**2 + 1.5 / (source + target + 2))
    return np.log(weights.wide / spread) - 0.5 * (off / spread) ** 2 + 0.5 * (off / weights.wide) ** 2


def weigh_beads(
    source: "Corpus", target: "Corpus", band: "Band", weights: "Weights", shapes: "dict[tuple[int, int], float]"
) -> "dict[tuple[int, int], Floats]":
    """The gain of every bead of every shape that ends in a cell of the band (flat arrays, -inf where none fits)."""
    rows, columns = band.cells()
    ends = [np.concatenate(([0.0], np.cumsum(side.lengths))) for side in (source, target)]
    bare = [_sum_unshared(side, weights) for side in (source, target)]
    gains = {}
    for shape, share in shapes.items():
        first_row, first_column = np.maximum(rows - shape[0], 0), np.maximum(columns - shape[1], 0)
        left, right = ends[0][rows] - ends[0][first_row], ends[1][columns] - ends[1][first_column]
        sizes = size_classes(left, right, weights.mean)
        gain = np.log(share) + length_evidence(left, right, weights)
        gain += bare[0][rows, sizes] - bare[0][first_row, sizes]
        gain += bare[1][columns, sizes] - bare[1][first_column, sizes]
        gain += _sum_shared(source, target, band, shape, sizes, weights)
        gain[(rows < shape[0]) | (columns < shape[1])] = -np.inf
        gains[shape] = gain
    return gains


def _sum_unshared(corpus: "Corpus", weights: "Weights") -> "Floats":
    """Sum up to each boundary, by size class, of what the words weigh if none is shared; half, as both sides pay."""
    units, classes = len(corpus.lengths), weights.unshared.shape[1]
    sums = np.zeros((units + 1, classes))
    for size in range(classes):
        by_word = weights.unshared[corpus.words, size] / 2
        sums[1:, size] = np.cumsum(np.bincount(corpus.units, by_word, units))
    return sums


def _sum_shared(
    source: "Corpus", target: "Corpus", band: "Band", shape: tuple[int, int], sizes: "Ints", weights: "Weights"
) -> "Floats":
    """For each cell, what the words shared by the last units before its two boundaries weigh more than unshared."""
    rows, words, held = _windows(source, shape[0])
    columns, column_words, column_held = _windows(target, shape[1])
    stride = len(target.lengths) + 2
    order = np.argsort(column_words * stride + columns)
    keys, column_held = (column_words * stride + columns)[order], column_held[order]
    first = np.searchsorted(keys, words * stride + band.low[rows])
    times = np.searchsorted(keys, words * stride + band.high[rows]) - first
    entry = np.repeat(np.arange(len(rows)), times)
    found = np.repeat(first - (np.cumsum(times) - times), times) + np.arange(len(entry))
    entry_words = words[entry]
    cells = (band.offsets[rows] - band.low[rows] - words * stride)[entry] + keys[found]
    gain = (weights.shared - weights.unshared)[entry_words, sizes[cells]]
    common = np.minimum(held[entry], column_held[found])
    return np.bincount(cells, common * gain, minlength=band.area).astype(np.float64)


def _windows(corpus: "Corpus", size: int) -> "tuple[Ints, Ints, Ints]":
    """Boundary, word and count of each different word in the `size` units before each boundary."""
    units = len(corpus.lengths)
    ends = np.concatenate([corpus.units + shift for shift in range(1, size + 1)])
    words = np.concatenate([corpus.words] * size)
    inside = (ends >= size) & (ends <= units)
    keys, counts = np.unique(words[inside] * (units + 1) + ends[inside], return_counts=True)
    return keys % (units + 1), keys // (units + 1), counts
