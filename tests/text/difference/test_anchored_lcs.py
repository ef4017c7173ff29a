"""Long texts are divided at what is surely the same: each step against the plain way to do it."""

from collections import Counter
from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workbench.text.difference import anchored_lcs
from workbench.text.difference.anchored_lcs import match_by_anchors
from workbench.text.difference.matching import Block, match_exactly

LETTERS = st.text("abcd", max_size=14).map(list)
NUMBERS = st.lists(st.integers(0, 3), min_size=1, max_size=12)


def numbers(values: list[int]) -> "np.ndarray[tuple[int, ...], np.dtype[np.int64]]":
    return np.array(values, np.int64)


def covered(runs: list[Block]) -> int:
    return sum(length for _, _, length in runs)


def in_order(runs: list[Block]) -> bool:
    ends = [(0, 0), *((a + n, c + n) for a, c, n in runs)]
    return all(end[0] <= a and end[1] <= c for end, (a, c, _) in zip(ends[:-1], runs, strict=True))


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let boxes and slices be so small that a few words are a long text."""
    monkeypatch.setattr(anchored_lcs, "_BOX", 6)
    monkeypatch.setattr(anchored_lcs, "_SLICE", 3)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("left", "right", "runs"),
    [
        ("abcdefghij", "abcdefghij", [(0, 0, 10)]),
        ("abcdefghij", "abcdeXfghij", [(0, 0, 5), (5, 6, 5)]),
        ("abcdeXYfghij", "abcdefghij", [(0, 0, 5), (7, 5, 5)]),
        ("fghijabcde", "abcdefghij", [(5, 0, 5)]),
        ("Xabcdefghij", "abcdefghijY", [(1, 0, 10)]),
        ("abcdefghij", "klmnopqrst", []),
        ("aaaaaaaaaa", "aaaaaaaaaa", [(0, 0, 10)]),
        ("ababababab", "babababa", [(1, 0, 2), (4, 2, 3), (8, 6, 1)]),
        ("", "abc", []),
    ],
)
def test_texts_are_matched_at_what_stands_once(left: str, right: str, runs: list[Block]) -> None:
    found = match_by_anchors(list(left), list(right))
    assert all(left[a : a + n] == right[c : c + n] for a, c, n in found)
    assert in_order(found)
    if "abab" not in left:
        assert found == runs


@pytest.mark.usefixtures("small")
def test_what_is_cut_into_slices_keeps_the_share_of_both_sides() -> None:
    left, right = "ab" * 9, "ba" * 12
    found = match_by_anchors(list(left), list(right))
    assert in_order(found)
    slices = [(0, 2, 0, 3), (2, 4, 3, 6), (4, 6, 6, 9), (6, 9, 9, 12), (9, 11, 12, 15), (11, 13, 15, 18)]
    slices += [(13, 15, 18, 21), (15, 18, 21, 24)]
    lcs = [covered(match_exactly(list(left[a:b]), list(right[c:d]))) for a, b, c, d in slices]
    assert covered(found) == sum(lcs)


@given(LETTERS, LETTERS)
def test_a_small_box_is_matched_exactly(left: list[str], right: list[str]) -> None:
    runs = match_by_anchors(left, right)
    assert covered(runs) == covered(match_exactly(left, right))
    assert all(a[0] + a[2] < b[0] or a[1] + a[2] < b[1] for a, b in pairwise(runs))


def test_words_that_stand_once_are_all_found_whatever_is_put_between_them() -> None:
    words = [f"w{n}" for n in range(3_000)]
    right = [word for n, word in enumerate(words) for word in ([word, "x", "y"] if n % 3 else [word])]
    runs = match_by_anchors(words, right)
    assert covered(runs) == 3_000
    assert in_order(runs)


def test_in_very_long_texts_small_boxes_are_left_unless_both_sides_are_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def both(middle: str, other: str) -> list[Block]:
        left, right = [*"abcdefghij", *middle, *"klmnopqrst"], [*"abcdefghij", *other, *"klmnopqrst"]
        return match_by_anchors(left, right)

    monkeypatch.setattr(anchored_lcs, "_BOX", 6)
    assert both("QXXYZZR", "SXXZZT") == [(0, 0, 10), (11, 11, 2), (14, 13, 2), (17, 16, 10)]
    monkeypatch.setattr(anchored_lcs, "_MANY", 20)
    assert both("QXXYZZR", "SXXZZT") == [(0, 0, 10), (17, 16, 10)]
    assert both("XXYXX", "XXYXX") == [(0, 0, 25)]
    assert both("Z" * 16, "Z" * 16) == [(0, 0, 36)]
    assert both("QXXYZZRQRZQ", "XX") == [(0, 0, 10), (21, 12, 10)]
    assert both("QXXYZZRQR", "SXXZZTSTS") == [(0, 0, 10), (11, 11, 2), (14, 13, 2), (19, 19, 10)]


@example([0, 0], [1, 2, 1, 2], 2)
@given(NUMBERS, NUMBERS, st.integers(1, 3))
def test_runs_of_words_that_stand_once_in_each_are_found(left: list[int], right: list[int], size: int) -> None:
    if min(len(left), len(right)) < size:
        return
    places, others = anchored_lcs._unique_grams(numbers(left), numbers(right), size)
    mine, theirs = ([tuple(side[n : n + size]) for n in range(len(side) - size + 1)] for side in (left, right))
    once = [gram for gram in mine if mine.count(gram) == theirs.count(gram) == 1]
    assert list(zip(places.tolist(), others.tolist(), strict=True)) == [(mine.index(g), theirs.index(g)) for g in once]


@given(NUMBERS, st.integers(1, 4))
def test_runs_have_one_hash_where_they_are_the_same(values: list[int], size: int) -> None:
    if len(values) < size:
        return
    hashes = anchored_lcs._hash_grams(numbers(values), size).tolist()
    grams = [tuple(values[n : n + size]) for n in range(len(values) - size + 1)]
    assert len(hashes) == len(grams)
    assert len(set(hashes)) == len(set(grams))
    assert Counter(zip(hashes, grams, strict=True)).keys() == dict(zip(hashes, grams, strict=True)).items()


def test_the_order_of_words_makes_another_hash() -> None:
    seen = anchored_lcs._hash_grams(numbers([0, 1, 0, 0, 2, 1, 2, 0]), 2).tolist()
    assert len(set(seen)) == 7


@given(st.permutations(range(7)))
def test_the_longest_part_that_increases_is_chosen(others: list[int]) -> None:
    places = [10 * n for n in range(7)]
    chosen = list(anchored_lcs._increasing(numbers(places), numbers(others)))
    assert all(places.index(x) == others.index(y) for x, y in chosen)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(chosen))
    longest = max(len(part) for n in range(8) for part in combinations(others, n) if list(part) == sorted(part))
    assert len(chosen) == longest


def test_runs_that_share_a_hash_and_no_words_are_dropped() -> None:
    left, right = numbers([1, 2, 3, 4, 5, 6]), numbers([1, 2, 9, 4, 5, 6])
    assert anchored_lcs._verify([(0, 0, 2), (2, 2, 2), (4, 4, 2)], left, right) == [(0, 0, 2), (4, 4, 2)]
    assert anchored_lcs._verify([(0, 0, 6)], left, right) == []
    assert anchored_lcs._verify([(3, 3, 3)], left, right) == [(3, 3, 3)]
    assert anchored_lcs._verify([], left, right) == []


@pytest.mark.parametrize(
    ("left", "right", "size", "runs"),
    [
        ([1, 2, 3, 4, 5], [1, 2, 3, 4, 5], 2, [(0, 0, 5)]),
        ([1, 2, 3, 4, 5], [1, 2, 9, 4, 5], 2, [(0, 0, 2), (3, 3, 2)]),
        ([1, 2, 3, 4, 5], [4, 5, 1, 2, 3], 2, [(0, 2, 3)]),
        ([1, 2, 3, 4], [1, 2, 9, 3, 4], 2, [(0, 0, 2), (2, 3, 2)]),
        ([1, 2, 3], [1, 2, 3], 4, []),
        ([1, 2, 3], [1, 2, 3], 3, [(0, 0, 3)]),
        ([0] * 40, [0] * 40, 1, []),
        ([0] * 19 + [1], [0] * 19 + [1], 1, [(19, 19, 1)]),
        ([1, 2, 3, 9, 2, 3, 4], [1, 2, 3, 4], 2, [(0, 0, 2), (5, 2, 2)]),
    ],
)
def test_anchors_grow_as_far_as_they_follow_each_other(
    left: list[int], right: list[int], size: int, runs: list[Block]
) -> None:
    assert anchored_lcs._anchors(numbers(left), numbers(right), size) == runs


@pytest.mark.parametrize(
    ("runs", "merged"),
    [
        ([(0, 0, 2), (2, 2, 3)], [(0, 0, 5)]),
        ([(0, 0, 2), (2, 3, 1)], [(0, 0, 2), (2, 3, 1)]),
        ([(0, 0, 2), (3, 2, 1)], [(0, 0, 2), (3, 2, 1)]),
        ([(0, 0, 2), (2, 2, 0), (2, 2, 1), (3, 3, 1)], [(0, 0, 4)]),
        ([(4, 4, 0)], []),
        ([], []),
    ],
)
def test_runs_without_a_gap_are_one(runs: list[Block], merged: list[Block]) -> None:
    assert anchored_lcs._merge(runs) == merged
