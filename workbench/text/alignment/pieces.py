"""Long passages in pieces.

A boundary is found by what stands near it, so each passage is placed sentence by sentence.
"""

from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np

from workbench.text.alignment.segments import Segments
from workbench.text.alignment.sentences import sentences
from workbench.text.words.tokens import kind_of, scan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

__all__ = ["Pieces", "doubt_gaps", "join_pieces", "split_passages"]

_LEAST_WORDS = 10
_WITNESSES = 10  # filled segments to each side of an empty one


@dataclass(frozen=True, slots=True)
class Pieces:
    """The texts of all pieces in order, and how many of them each passage has."""

    texts: list[str]
    counts: list[int]


def split_passages(passages: "Sequence[str]", most: int) -> Pieces:
    """Split each passage at the ends of sentences into pieces of some words at least; into one, where all together
    would have more pieces than `most`.
    """
    parts = [_split(passage) for passage in passages]
    if sum(map(len, parts)) > most:
        parts = [[passage] for passage in passages]
    return Pieces([piece for pieces in parts for piece in pieces], [len(pieces) for pieces in parts])


def _split(passage: str) -> list[str]:
    cuts, start = [0], 0
    for span in sentences(passage):
        if _count_words(passage[start : span.start]) >= _LEAST_WORDS:
            start = span.start
            cuts.append(start)
    if len(cuts) > 1 and _count_words(passage[start:]) < _LEAST_WORDS:
        cuts.pop()
    return [passage[a:b] for a, b in zip(cuts, [*cuts[1:], len(passage)], strict=True)]


def _count_words(text: str) -> int:
    return sum(kind_of(piece) in {"word", "number"} for piece in scan(text))


def join_pieces(pieces: Pieces, found: Segments) -> Segments:
    """One segment a passage: from the start of its first piece that has a place to the end of its last.

    Of a passage without a place, the confidence is at most that of the places around it: where the cuts near by are
    doubtful, it may well be that the text has the passage and the model did not find it.
    """
    starts, ends, confidences = [], [], []
    for last, count in zip(accumulate(pieces.counts), pieces.counts, strict=True):
        own = range(last - count, last)
        filled = [n for n in own if found.ends[n] > found.starts[n]]
        starts.append(found.starts[(filled or own)[0]])
        ends.append(found.ends[(filled or own)[-1]])
        confidences.append(found.confidences[filled[0]] if filled else min(found.confidences[n] for n in own))
    joined = Segments(np.array(starts), np.array(ends), np.array(confidences))
    return doubt_gaps(joined, _trust_of_neighbours(joined))


def doubt_gaps(found: Segments, trust: "NDArray[np.float64] | float") -> Segments:
    """Multiply the confidence of each empty segment by a trust (0..1), of all or of each one."""
    return replace(found, confidences=np.where(found.ends > found.starts, 1.0, trust) * found.confidences)


def _trust_of_neighbours(found: Segments) -> "NDArray[np.float64]":
    """The median confidence of the filled segments around each segment, 0 where none is filled."""
    filled = np.flatnonzero(found.ends > found.starts)
    if not len(filled):
        return np.zeros(len(found.starts))
    near = np.searchsorted(filled, np.arange(len(found.starts)))[:, None] + np.arange(-_WITNESSES, _WITNESSES)
    inside = (near >= 0) & (near < len(filled))
    sure = np.where(inside, found.confidences[filled][np.clip(near, 0, len(filled) - 1)], np.nan)
    return np.asarray(np.nanmedian(sure, axis=1))
