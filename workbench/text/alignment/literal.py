"""Boundaries that need no model: the words around them stand in the text as they stand in the passages.

A version set beside itself, an edition beside its reprint, the parts of a translation that were not touched: there the
words before a boundary and those after it follow each other in the text, too, at the place where the path of rare
words leads. Such a boundary is certain.
"""

from typing import TYPE_CHECKING

import numpy as np

from workbench.text.alignment.path import find_path

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workbench.text.alignment.words import Corpus

    Ints = NDArray[np.int64]

__all__ = ["pin_boundaries"]

_AROUND = 4  # words on each side that must be the same
_REACH = 30  # words from a boundary to the tie that vouches for it


def pin_boundaries(passages: "Corpus", words: "Ints") -> "Ints":
    """Return for each of the n + 1 boundaries the place in `words` where it certainly falls, or -1."""
    count = len(passages.lengths)
    bounds = np.concatenate(([0], np.cumsum(np.bincount(passages.units, minlength=count))))
    pins = np.full(count + 1, -1)
    for shifts in _shifts(passages.words, words, bounds):
        fits = _are_literal(passages.words, words, bounds, shifts)
        pins[fits & (pins < 0)] = (bounds + shifts)[fits & (pins < 0)]
    return _keep_rising(pins)


def _shifts(source: "Ints", target: "Ints", bounds: "Ints") -> "list[Ints]":
    """How far on in the text each boundary may lie: by the ties before and after it; not at all where all is equal."""
    if np.array_equal(source, target):
        return [np.zeros(len(bounds), np.int64)]
    left, right = find_path(source, target)
    if not len(left):
        return []
    after = np.searchsorted(left, bounds)
    shifts = []
    for tie in (np.maximum(after - 1, 0), np.minimum(after, len(left) - 1)):
        near = np.abs(left[tie] - bounds) <= _REACH
        shifts.append(np.where(near, right[tie] - left[tie], len(source) + len(target)))
    return shifts


def _are_literal(source: "Ints", target: "Ints", bounds: "Ints", shifts: "Ints") -> "NDArray[np.bool_]":
    """Whether the words around each boundary are the same, or an end of the passages meets the same end of the text."""
    at = bounds + shifts
    fits = (at >= 0) & (at <= len(target))
    for step in range(-_AROUND, _AROUND):
        here, there = bounds + step, at + step
        beyond = (here < 0) | (here >= len(source))
        none = (there < 0) | (there >= len(target))
        equal = source[np.clip(here, 0, len(source) - 1)] == target[np.clip(there, 0, len(target) - 1)]
        fits &= np.where(beyond | none, beyond & none, equal)
    return np.asarray(fits)


def _keep_rising(pins: "Ints") -> "Ints":
    """Drop the pins that don't rise (the path does, but a boundary may take its tie from before or from after)."""
    pinned = np.flatnonzero(pins >= 0)
    highest = np.maximum.accumulate(pins[pinned])
    rises = np.concatenate(([True], pins[pinned][1:] > highest[:-1])) if len(pinned) else np.empty(0, bool)
    kept = np.full(len(pins), -1)
    kept[pinned[rises]] = pins[pinned[rises]]
    return kept
