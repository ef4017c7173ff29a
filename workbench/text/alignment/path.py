"""The path of one text through the other: rare words common to both, as long a chain as goes forward.

A word that stands only a few times on each side ties a place of one text to a few of the other. True ties lie
along one line, false ones all over the plane. So the plane is divided into a coarse grid, the way through its
cells that gathers most ties is found, and near that way the longest chain of ties that runs forward in both texts
is the path (longest increasing subsequence; M. L. Fredman, Discrete Mathematics 11, 1975).
"""

from bisect import bisect_left
from typing import TYPE_CHECKING

import numpy as np

from workbench.text.alignment.grid import find_way

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workbench.text.alignment.grid import Way

    Ints = NDArray[np.int64]

__all__ = ["find_path", "longest_rising"]

_RARE = 6  # times on each side
_NEAR = 2  # cells

_MOST_TIES = 1_500_000


def find_path(source: "Ints", target: "Ints") -> "tuple[Ints, Ints]":
    """Return word positions (in source, in target), both rising, of the longest chain of shared rare words."""
    left, right = _ties(source, target, _RARE)
    way = _find_way(source, target, left, right)
    row, column = left * way.shape[0] // len(source), right * way.shape[1] // len(target)
    near = (column >= way.low[row] - _NEAR) & (column <= way.high[row] + _NEAR)
    left, right = left[near], right[near]
    order = np.lexsort((-right, left))
    left, right = left[order], right[order]
    chain = longest_rising(right.tolist())
    return left[chain], right[chain]


def _find_way(source: "Ints", target: "Ints", left: "Ints", right: "Ints") -> "Way":
    return find_way(left, right, 1 / np.bincount(source)[source[left]], len(source), len(target))


def _ties(source: "Ints", target: "Ints", rare: int) -> "tuple[Ints, Ints]":
    """All pairs of positions of equal words, of words that stand at most `rare` times on each side."""
    size = int(max(source.max(initial=-1), target.max(initial=-1))) + 1
    in_source, in_target = np.bincount(source, minlength=size), np.bincount(target, minlength=size)
    product = in_source * in_target
    kept = (product > 0) & (in_source <= rare) & (in_target <= rare)
    while product[kept].sum() > _MOST_TIES and rare > 1:
        rare -= 1
        kept &= (in_source <= rare) & (in_target <= rare)
    positions = np.flatnonzero(kept[source])
    by_word = np.argsort(target, kind="stable")
    first = np.searchsorted(target[by_word], source[positions])
    times = in_target[source[positions]]
    left = np.repeat(positions, times)
    within = np.arange(len(left)) - np.repeat(np.cumsum(times) - times, times)
    return left, by_word[np.repeat(first, times) + within]


def longest_rising(values: list[int]) -> list[int]:
    """Return the indices of a longest strictly rising subsequence (patience with back pointers)."""
    tops: list[int] = []
    top_at: list[int] = []
    before: list[int] = []
    for at, value in enumerate(values):
        pile = bisect_left(tops, value)
        before.append(top_at[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(value)
            top_at.append(at)
        else:
            tops[pile], top_at[pile] = value, at
    chain = []
    at = top_at[-1] if top_at else -1
    while at >= 0:
        chain.append(at)
        at = before[at]
    return chain[::-1]
