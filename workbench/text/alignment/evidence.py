"""What speaks for a bead: the words its two sides share, and their lengths. Log-likelihood ratios in nats.

Lengths: the log ratio of a true bead is normal around that of the whole texts, that of chance units far wider
(after W. A. Gale, K. W. Church, Computational Linguistics 19, 1993, with a normal on the log ratio).
"""

from dataclasses import replace
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
    _Windows = tuple[Ints, Ints, Ints]

_MOST_ENTRIES = 2_000_000
_JOINED_HEADING = -3.0  # nats, for a heading that makes one bead with what stands beside it

__all__ = ["length_evidence", "weigh_beads"]


def length_evidence(source: "Floats", target: "Floats", weights: "Weights") -> "Floats":
    """Log-likelihood ratio of two lengths belonging together; equal shapes in, the same shape out."""
    off = np.log(target + 1) - np.log(source + 1) - weights.ratio
    spread = np.sqrt(weights.spread**2 + 1.5 / (source + target + 2))
    return np.log(weights.wide / spread) - 0.5 * (off / spread) ** 2 + 0.5 * (off / weights.wide) ** 2


def weigh_beads(
    source: "Corpus",
    target: "Corpus",
    band: "Band",
    weights: "Weights",
    shapes: "dict[tuple[int, int], float]",
    odd: float = 0.0,
) -> "dict[tuple[int, int], Floats]":
    """The gain of every bead of every shape that ends in a cell of the band (flat arrays, -inf where none fits).

    `odd` is the share of beads whose lengths mean nothing.
    """
    source, target = _keep_telling(source, weights), _keep_telling(target, weights)
    rows, columns = band.cells()
    ends = [np.concatenate(([0.0], np.cumsum(side.lengths))) for side in (source, target)]
    bare = [_sum_unshared(side, weights) for side in (source, target)]
    windows = [
        {size: _windows(side, size) for size in {shape[number] for shape in shapes}}
        for number, side in enumerate((source, target))
    ]
    gains = {}
    for shape, share in shapes.items():
        first_row, first_column = np.maximum(rows - shape[0], 0), np.maximum(columns - shape[1], 0)
        left, right = ends[0][rows] - ends[0][first_row], ends[1][columns] - ends[1][first_column]
        sizes = size_classes(left, right, weights.mean)
        gain = np.log(share) + _bound(length_evidence(left, right, weights), odd)
        gain += bare[0][rows, sizes] - bare[0][first_row, sizes]
        gain += bare[1][columns, sizes] - bare[1][first_column, sizes]
        gain += _sum_shared(windows[0][shape[0]], windows[1][shape[1]], band, sizes, weights)
        gain += _JOINED_HEADING * (
            _join_headings(source, rows, first_row) + _join_headings(target, columns, first_column)
        )
        gain[(rows < shape[0]) | (columns < shape[1])] = -np.inf
        gains[shape] = gain.astype(np.float32)
    return gains


def _join_headings(corpus: "Corpus", ends: "Ints", starts: "Ints") -> "Ints":
    """For each bead of one side, the number of headings in it that are not all of that side."""
    before = np.concatenate(([0], np.cumsum(corpus.headings)))
    return np.asarray(np.where(ends - starts > 1, before[ends] - before[starts], 0))


def _bound(evidence: "Floats", odd: float) -> "Floats":
    """Let lengths never speak against a bead by more than the odds of one whose lengths mean nothing: a heading, say,
    that is a number in one version and a line in the other.
    """
    return np.asarray(np.logaddexp(np.log1p(-odd) + evidence, np.log(odd))) if odd else evidence


def _keep_telling(corpus: "Corpus", weights: "Weights") -> "Corpus":
    """The corpus without the words that weigh nothing."""
    telling = np.asarray(weights.shared.any(axis=1))[corpus.words]
    return replace(corpus, words=corpus.words[telling], units=corpus.units[telling])


def _sum_unshared(corpus: "Corpus", weights: "Weights") -> "Floats":
    """Sum up to each boundary, by size class, of what the words weigh if none is shared; half, as both sides pay."""
    units, classes = len(corpus.lengths), weights.unshared.shape[1]
    sums = np.zeros((units + 1, classes))
    for size in range(classes):
        by_word = weights.unshared[corpus.words, size] / 2
        sums[1:, size] = np.cumsum(np.bincount(corpus.units, by_word, units))
    return sums


def _sum_shared(source: "_Windows", target: "_Windows", band: "Band", sizes: "Ints", weights: "Weights") -> "Floats":
    """For each cell, what the words shared by the windows before its two boundaries weigh more than unshared."""
    rows, words, held = source
    columns, column_words, column_held = target
    stride = int(band.high[-1]) + 1
    packed = column_words * stride + columns
    first = np.searchsorted(packed, words * stride + band.low[rows])
    times = np.searchsorted(packed, words * stride + band.high[rows]) - first
    gains = weights.shared - weights.unshared
    sums = np.zeros(band.area)
    for part in _cut_evenly(times):
        entry = np.repeat(np.arange(len(rows))[part], times[part])
        found = np.repeat(first[part] - (np.cumsum(times[part]) - times[part]), times[part]) + np.arange(len(entry))
        cells = (band.offsets[rows] - band.low[rows] - words * stride)[entry] + packed[found]
        common = np.minimum(held[entry], column_held[found])
        np.add.at(sums, cells, common * gains[words[entry], sizes[cells]])
    return sums


def _cut_evenly(times: "Ints") -> "list[slice]":
    """Cut the entries into runs that `times` makes some millions of at most, so that room is bounded."""
    ends = np.flatnonzero(np.diff(np.cumsum(times) // _MOST_ENTRIES)) + 1
    return [slice(int(a), int(b)) for a, b in zip([0, *ends], [*ends, len(times)], strict=True)]


def _windows(corpus: "Corpus", size: int) -> "_Windows":
    """Boundary, word and count of each different word in the `size` units before each boundary, by word."""
    units = len(corpus.lengths)
    ends = np.concatenate([corpus.units + shift for shift in range(1, size + 1)])
    words = np.concatenate([corpus.words] * size)
    inside = (ends >= size) & (ends <= units)
    packed, counts = np.unique(words[inside] * (units + 1) + ends[inside], return_counts=True)
    return packed % (units + 1), packed // (units + 1), counts
