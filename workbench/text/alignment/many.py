"""One unit against many: beads larger than the dynamic programme looks for everywhere.

Where units stand alone beside each other, or beside a bead of as many units as one may have, the place is aligned once
more by itself, with beads of one unit against as many as there are.
"""

from dataclasses import replace
from itertools import groupby
from math import isqrt
from typing import TYPE_CHECKING

import numpy as np

from workbench.text.alignment.bands import WHOLE, make_band
from workbench.text.alignment.beads import SHAPES, find_beads, score_beads
from workbench.text.alignment.evidence import weigh_beads

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.text.alignment.beads import Chain
    from workbench.text.alignment.weights import Weights
    from workbench.text.alignment.words import Corpus

__all__ = ["widen_beads"]

_MOST = max(size for shape in SHAPES for size in shape)
_ENTRIES = (
    5_000_000  # words in the windows of all sizes together; of a place with more, the largest beads are not tried
)
_RARER = 0.5  # how much rarer a bead is with one more unit


def widen_beads(
    chain: "Chain", scores: "Sequence[float]", sides: "tuple[Corpus, Corpus]", weights: "Weights", odd: float
) -> "tuple[Chain, list[float]]":
    """Return the chain and its scores with beads 1:n and n:1 of any size where units of one side were left over."""
    wider, sure = list(chain), list(scores)
    for first, last in reversed(list(_find_places(chain))):
        (a, _, c, _), (_, b, _, d) = chain[first], chain[last - 1]
        if (b - a + 1) * (d - c + 1) > WHOLE:
            continue
        beads, certain = _align_again(_cut(sides[0], a, b), _cut(sides[1], c, d), weights, odd)
        wider[first:last] = [(a + i, a + j, c + k, c + m) for i, j, k, m in beads]
        sure[first:last] = certain
    return wider, sure


def _find_places(chain: "Chain") -> "Iterator[tuple[int, int]]":
    """Yield the runs `first:last` of beads, each a unit alone or of the largest size, that a larger one may hold."""
    for is_open, run in groupby(enumerate(chain), key=lambda one: _is_open(one[1])):
        beads = list(run)
        (first, (a, _, c, _)), (last, (_, b, _, d)) = beads[0], beads[-1]
        if is_open and min(b - a, d - c) > 0 and max(b - a, d - c) > _MOST:
            yield first, last + 1


def _is_open(bead: "tuple[int, int, int, int]") -> bool:
    """Tell whether a bead is a unit alone, or as large as one may be."""
    a, b, c, d = bead
    return min(b - a, d - c) == 0 or max(b - a, d - c) == _MOST


def _align_again(source: "Corpus", target: "Corpus", weights: "Weights", odd: float) -> "tuple[Chain, list[float]]":
    rows, columns = len(source.lengths), len(target.lengths)
    nothing = np.empty(0, np.int64)
    band = make_band(rows, columns, (nothing, nothing), 1)
    shapes = dict(SHAPES)
    room = isqrt(2 * _ENTRIES // (len(source.words) + len(target.words) + 1))
    for size in range(_MOST + 1, min(max(rows, columns), room) + 1):
        shapes[1, size] = shapes[size, 1] = SHAPES[1, _MOST] * _RARER ** (size - _MOST)
    fitting = {shape: share for shape, share in shapes.items() if shape[0] <= rows and shape[1] <= columns}
    gains = weigh_beads(source, target, band, weights, fitting, odd)
    chain = find_beads(band, gains)
    return chain, score_beads(band, gains, chain)


def _cut(corpus: "Corpus", first: int, last: int) -> "Corpus":
    """The units `first:last` of one side by themselves."""
    kept = (corpus.units >= first) & (corpus.units < last)
    return replace(
        corpus,
        words=corpus.words[kept],
        units=corpus.units[kept] - first,
        lengths=corpus.lengths[first:last],
        headings=corpus.headings[first:last],
    )
