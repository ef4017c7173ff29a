"""Texts of a megabyte: divided at what is surely the same, compared exactly in between.

Runs of words that occur once in each text (first of eight, then of four, of two, of one) are anchors where they
stand in the same order in both (the longest increasing subsequence). Between anchors the boxes are small, and compared
exactly. A box without anchors that is still too large (two words repeated a hundred thousand times) is cut into
slices of equal share of both texts. Versions of one text keep 99 % and more of the longest common subsequence; texts
over few words lose more. Time grows with the length, not with its square.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt

from workbench.text.difference.matching import Block, match_exactly

__all__ = ["match_by_anchors"]

_Numbers = npt.NDArray[np.int64]
_BOX = 10**6  # product of lengths that is compared exactly at once
_SLICE = 1_000  # words on the longer side of a slice
_MANY = 200_000  # words of both texts, from which on boxes of up to
_SMALL = 8  # words on a side are not looked into, unless both sides are the same: the anchors say enough
_GRAMS = (8, 4, 2, 1)
_CROWDED = 16  # times as many places as there are runs of words: then hardly any run stands once


def match_by_anchors(left: Sequence[str], right: Sequence[str]) -> list[Block]:
    """Return a long common subsequence as runs `(start on the left, start on the right, length)`, in order."""
    numbers = {word: n for n, word in enumerate(dict.fromkeys(chain(left, right)))}
    first, second = (np.fromiter(map(numbers.__getitem__, words), np.int64, len(words)) for words in (left, right))
    smallest = _SMALL if len(left) + len(right) > _MANY else 0
    return _merge(_match_box(first, second, (0, 0), _GRAMS, smallest))


def _match_box(
    left: _Numbers, right: _Numbers, corner: tuple[int, int], grams: tuple[int, ...], smallest: int
) -> list[Block]:
    """Match one box with this corner, with the runs of words of the lengths `grams` as anchors."""
    i, j = corner
    if len(left) * len(right) <= _BOX:
        return [(i + a, j + c, n) for a, c, n in match_exactly(left.tolist(), right.tolist())]
    if not grams:
        return _match_slices(left, right, i, j)
    runs: list[Block] = []
    a = c = 0
    for x, y, length in [*_anchors(left, right, grams[0]), (len(left), len(right), 0)]:
        if x - a > smallest and y - c > smallest:
            runs += _match_box(left[a:x], right[c:y], (i + a, j + c), grams[1:], smallest)
        elif 0 < x - a == y - c and left[a:x].tolist() == right[c:y].tolist():
            runs.append((i + a, j + c, x - a))
        runs.append((i + x, j + y, length))
        a, c = x + length, y + length
    return runs


def _match_slices(left: _Numbers, right: _Numbers, i: int, j: int) -> list[Block]:
    """Cut the box into slices with the same share of both sides, and match each."""
    count = -(-max(len(left), len(right)) // _SLICE)
    lefts = [len(left) * n // count for n in range(count + 1)]
    rights = [len(right) * n // count for n in range(count + 1)]
    runs: list[Block] = []
    for n in range(count):
        part = left[lefts[n] : lefts[n + 1]].tolist(), right[rights[n] : rights[n + 1]].tolist()
        runs += [(i + lefts[n] + a, j + rights[n] + c, length) for a, c, length in match_exactly(*part)]
    return runs


def _anchors(left: _Numbers, right: _Numbers, size: int) -> list[Block]:
    """Find runs of `size` words and more that occur once in each text and in the same order in both."""
    shorter = min(len(left), len(right))
    if shorter < size or shorter > _CROWDED * int(max(left.max(), right.max()) + 1) ** size:
        return []
    places, others = _unique_grams(left, right, size)
    runs: list[Block] = []
    start = other = a = c = 0
    for x, y in _increasing(places, others):
        if x <= a and x - start == y - other and runs:
            a, c = x + size, y + size
            runs[-1] = (start, other, a - start)
        elif x >= a and y >= c:
            start, other, a, c = x, y, x + size, y + size
            runs.append((x, y, size))
    return _verify(runs, left, right)


def _verify(runs: list[Block], left: _Numbers, right: _Numbers) -> list[Block]:
    """Keep the runs that are equal word by word, for two runs may share a hash."""
    if not runs:
        return []
    lefts, rights, lengths = np.fromiter(chain.from_iterable(runs), np.int64, 3 * len(runs)).reshape(-1, 3).T
    firsts = np.cumsum(lengths) - lengths
    steps = np.arange(lengths.sum()) - np.repeat(firsts, lengths)
    same = left[np.repeat(lefts, lengths) + steps] == right[np.repeat(rights, lengths) + steps]
    return [run for run, is_same in zip(runs, np.logical_and.reduceat(same, firsts), strict=True) if is_same]


def _unique_grams(left: _Numbers, right: _Numbers, size: int) -> tuple[_Numbers, _Numbers]:
    """Find the runs of `size` words that occur once in each text; return where, in the order of the left text."""
    mine, theirs = _hash_grams(left, size), _hash_grams(right, size)
    hashes = np.concatenate((mine, theirs))
    order = np.argsort(hashes)
    ranked = hashes[order]
    changes = np.concatenate(([True], ranked[1:] != ranked[:-1], [True]))
    twice = np.flatnonzero(changes[:-2] & ~changes[1:-1] & changes[2:])
    first, second = np.minimum(order[twice], order[twice + 1]), np.maximum(order[twice], order[twice + 1])
    on_both = (first < len(mine)) & (second >= len(mine))
    first, second = first[on_both], second[on_both] - len(mine)
    order = np.argsort(first)
    return first[order], second[order]


def _hash_grams(numbers: _Numbers, size: int) -> npt.NDArray[np.uint64]:
    """Hash every run of `size` words."""
    parts = numbers.astype(np.uint64)
    hashes = np.zeros(len(numbers) - size + 1, np.uint64)
    for n in range(size):
        hashes ^= parts[n : n + len(hashes)]
        hashes *= np.uint64(0x9E3779B97F4A7C15)
        hashes += np.uint64(n + 1)
        hashes ^= hashes >> np.uint64(29)
    return hashes


def _increasing(places: _Numbers, others: _Numbers) -> Iterable[tuple[int, int]]:
    """Return a longest part of the places, in order on the left, that increases on both sides (Fredman 1975)."""
    if np.all(others[1:] > others[:-1]):
        return zip(places.tolist(), others.tolist(), strict=True)
    ends: list[int] = []  # of the chains of each length, the one that ends lowest
    last: list[int] = []
    before: list[int] = []
    for n, other in enumerate(others.tolist()):
        rank = bisect_left(ends, other)
        before.append(last[rank - 1] if rank else -1)
        if rank == len(ends):
            ends.append(other)
            last.append(n)
        else:
            ends[rank] = other
            last[rank] = n
    longest = []
    n = last[-1]
    while n >= 0:
        longest.append(n)
        n = before[n]
    longest.reverse()
    return zip(places[longest].tolist(), others[longest].tolist(), strict=True)


def _merge(runs: list[Block]) -> list[Block]:
    """Join runs that follow each other without a gap, and drop empty ones."""
    merged: list[Block] = []
    for run in runs:
        if run[2] and merged and merged[-1][0] + merged[-1][2] == run[0] and merged[-1][1] + merged[-1][2] == run[1]:
            merged[-1] = (merged[-1][0], merged[-1][1], merged[-1][2] + run[2])
        elif run[2]:
            merged.append(run)
    return merged
