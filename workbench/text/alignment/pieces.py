"""Long passages in pieces.

A boundary is found by what stands near it, so each passage is placed sentence by sentence.
"""

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np

from workbench.text.alignment.segments import Segments
from workbench.text.alignment.sentences import sentences
from workbench.text.words.tokens import kind_of, scan

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Pieces", "join_pieces", "split_passages"]

_LEAST_WORDS = 10


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
    """One segment a passage: from the start of its first piece that has a place to the end of its last."""
    starts, ends, confidences = [], [], []
    for last, count in zip(accumulate(pieces.counts), pieces.counts, strict=True):
        own = range(last - count, last)
        filled = [n for n in own if found.ends[n] > found.starts[n]] or [own[0]]
        starts.append(found.starts[filled[0]])
        ends.append(found.ends[filled[-1]])
        confidences.append(found.confidences[filled[0]])
    return Segments(np.array(starts), np.array(ends), np.array(confidences))
