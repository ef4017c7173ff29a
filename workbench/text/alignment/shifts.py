"""Equal numbers that are not equal passages: the Psalms of one tradition are numbered one off from another's.

Two versions of a passage are about as long in any two languages, so in a stretch where equal numbers are equal passages
the logarithms of the lengths go together (Gale and Church 1993, aclanthology.org/J93-1004). Where they do not, the
aligner says which passage is which.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from workbench.text.alignment.aligning import align

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workbench.text.meaning import Encoder

__all__ = ["Shift", "find_shifts"]

_WINDOW = 40
_TOGETHER, _APART = 0.6, 0.5
_SMALL = 300
_MOST = 1_200
_LONGEST = 600_000
_LEAST = 3
_SURE = 0.6
_DENSE, _ALIKE = 0.5, 0.7
_Run = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Shift:
    """`start:end` (indices, half-open) where equal places do not say the same.

    `left` and `right` are the first that do: the left text number `left` is answered by the right one number `right`.
    """

    start: int
    end: int
    left: int
    right: int


def find_shifts(left: Sequence[str], right: Sequence[str], *, encoder: "Encoder | None" = None) -> tuple[Shift, ...]:
    """Find the stretches where `left[i]` and `right[i]`, thought to be the same passage, are not.

    Both have one length; they may be in two languages, of which an `encoder` may know more. Stretches of less than some
    three passages are not noticed, in long sequences of less than some twenty; of a very long stretch only the
    beginning is looked at closely.
    """
    found: list[Shift] = []
    suspects = _suspects(left, right)
    if suspects is None:
        return tuple(_look_closely(left, right, 0, len(left), encoder, is_strict=True))
    for start, end in suspects:
        if found and start < found[-1].end:
            continue
        found.extend(_look_closely(left, right, start, end, encoder))
    return tuple(found)


def _suspects(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]] | None:
    """Return the stretches worth a close look: all of a short sequence, else where the lengths do not go together.

    None where they hardly go together anywhere: either nearly all of it is shifted, or these are two other texts.
    """
    if len(left) <= _SMALL:
        return [(0, len(left))]
    lengths = [np.log1p(np.array([len(text) for text in side], dtype=np.float64)) for side in (left, right)]
    starts = list(range(0, len(left) - _WINDOW + 1, _WINDOW // 2))
    together = [_correlate(*(side[at : at + _WINDOW] for side in lengths)) for at in starts]
    if np.median(together) < _TOGETHER:
        return None
    stretches = []
    for is_apart, group in groupby(zip(starts, together, strict=True), key=lambda one: one[1] < _APART):
        places = [at for at, _ in group]
        if is_apart:
            stretches.append((max(places[0] - _WINDOW, 0), min(places[-1] + 2 * _WINDOW, len(left))))
    return _merge(stretches)


def _correlate(left: "NDArray[np.float64]", right: "NDArray[np.float64]") -> float:
    a, b = left - left.mean(), right - right.mean()
    size = float(np.sqrt((a @ a) * (b @ b)))
    return float(a @ b) / size if size > 0 else 1.0


def _merge(stretches: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in stretches:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged


def _look_closely(
    left: Sequence[str],
    right: Sequence[str],
    start: int,
    end: int,
    encoder: "Encoder | None",
    *,
    is_strict: bool = False,
) -> Iterator[Shift]:
    """Align a stretch, or the beginning of a long one, and yield what is shifted in it from end to end.

    `is_strict`: only where the lengths bear it out, since the aligner finds a few pairs in any two texts.
    """
    stop = min(end, start + _MOST)
    if sum(map(len, (*left[start:stop], *right[start:stop]))) > _LONGEST:
        return
    pairs = [
        (bead.source[0], bead.target[0])
        for bead in align(left[start:stop], right[start:stop], encoder=encoder).links
        if len(bead.source) == len(bead.target) == 1 and bead.score >= _SURE
    ]
    for is_moved, group in groupby(pairs, key=lambda pair: pair[0] != pair[1]):
        run = list(group)
        if is_moved and len(run) >= _LEAST and not (is_strict and not _is_borne_out(left[start:], right[start:], run)):
            first, last = run[0], run[-1]
            until = end if stop < end and stop - start - last[0] < _WINDOW else start + max(*last) + 1
            yield Shift(start + min(first), until, start + first[0], start + first[1])


def _is_borne_out(left: Sequence[str], right: Sequence[str], run: _Run) -> bool:
    """Tell whether a run of pairs leaves few passages out, and their lengths go together.

    (The Psalms, King James against the Synodal: 77 % in pairs, correlation 0.79. Thucydides against them, shuffled
    Psalms, Genesis against Exodus: no run of this size with half in pairs has more than 0.65.)
    """
    spread = run[-1][0] - run[0][0] + 1
    if len(run) < _WINDOW or len(run) < _DENSE * spread:
        return False
    lengths = [
        np.log1p(np.array([len(side[at]) for at in places], dtype=np.float64))
        for side, places in zip((left, right), zip(*run, strict=True), strict=True)
    ]
    return _correlate(*lengths) >= _ALIKE
