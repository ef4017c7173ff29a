"""From passages and a running text to segments: guess, cut coarsely, learn, cut finely, learn, cut again."""

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from workbench.text.alignment.endings import read_endings, weigh_endings
from workbench.text.alignment.literal import pin_boundaries
from workbench.text.alignment.pieces import join_pieces
from workbench.text.alignment.segments import (
    Ground,
    cut_segments,
    few_places,
    near_places,
    pin_places,
    weigh_belonging,
)
from workbench.text.alignment.weights import fit_weights
from workbench.text.alignment.windows import find_windows
from workbench.text.alignment.words import Corpus

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workbench.text.alignment.pieces import Pieces
    from workbench.text.alignment.places import Places
    from workbench.text.alignment.segments import Segments
    from workbench.text.alignment.weights import Weights

    Ints = NDArray[np.int64]

__all__ = ["find_segments"]

_PASSES, _MANY = 2, 10_000  # one fine pass is enough to learn from where there is much to learn from


def find_segments(
    pieces: "Pieces",
    source: Corpus,
    whole: Corpus,
    places: "Places",
    weights: "Weights | None" = None,
    begun: "Segments | None" = None,
) -> "Segments":
    """Find the segment of each passage in `whole`, a corpus of one unit that may be cut at `places`.

    `source` counts the words of `pieces`, one unit each. `weights`: those to begin with, guessed where there are none.
    `begun`: segments that are about right already, so that a coarse look is not needed.
    """
    endings = read_endings(pieces.texts, pieces.counts)
    ground = Ground(
        whole.words,
        places.offsets.astype(np.float64),
        places.kinds,
        weigh_endings(endings, places),
        weigh_belonging(source, whole.words),
    )
    pins = pin_boundaries(source, whole.words)
    found = begun or _look_coarsely(source, whole, ground, weights or _guess_weights(source, whole), pins)
    passes = _PASSES if len(pieces.texts) < _MANY else 1
    for number in range(passes):
        ground = replace(ground, ends=weigh_endings(endings, places, found.ends))
        weights = _learn_weights(source, ground, found)
        near = pin_places(near_places(found, len(ground.kinds)), pins)
        found = cut_segments(source, ground, weights, near, is_last=number == passes - 1)
    return join_pieces(pieces, found)


def _look_coarsely(source: Corpus, whole: Corpus, ground: Ground, weights: "Weights", pins: "Ints") -> "Segments":
    """Find segments that end at few places, in wide windows."""
    low, high = find_windows(source, whole.words)
    return cut_segments(source, ground, weights, pin_places(few_places(ground, low, high), pins), is_last=False)


def _guess_weights(source: Corpus, whole: Corpus) -> "Weights":
    """Weights for the first pass: the text in as many equal pieces as there are in the source, nothing known."""
    count = len(source.lengths)
    units = np.arange(len(whole.words)) * count // len(whole.words)
    pieces = Corpus(
        whole.words, units, np.full(count, whole.lengths[0] / count), np.zeros(count, bool), whole.vocabulary
    )
    nothing = np.empty(0, np.int64)
    return fit_weights(source, pieces, (nothing, nothing))


def _learn_weights(source: Corpus, ground: Ground, found: "Segments") -> "Weights":
    """Weights from the segments found, each as the counterpart of its passage."""
    units = np.full(len(ground.words), -1)
    for number, (start, end) in enumerate(zip(found.starts, found.ends, strict=True)):
        units[start:end] = number
    kept = units >= 0
    lengths = ground.letters[found.ends] - ground.letters[found.starts]
    filled = np.flatnonzero(lengths > 0)
    return fit_weights(
        source,
        Corpus(ground.words[kept], units[kept], lengths, np.zeros(len(lengths), bool), source.vocabulary),
        (filled, filled),
    )
