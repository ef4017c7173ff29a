"""Agreeing runs, exact and rough, and the rows that cover both lists."""

from itertools import chain, pairwise

from hypothesis import given
from hypothesis import strategies as st

from workbench.text.difference.anchored_lcs import match_by_anchors
from workbench.text.difference.matching import Block
from workbench.text.difference.shortest_edit import cover, find_matching_blocks

WORDS = st.lists(st.sampled_from("abcde"), max_size=30)


def agree(runs: list[Block], left: list[str], right: list[str]) -> bool:
    ends = [(0, 0), *((a + length, c + length) for a, c, length in runs)]
    in_order = all(before[0] <= run[0] and before[1] <= run[1] for before, run in zip(ends[:-1], runs, strict=True))
    return in_order and all(left[a : a + n] == right[c : c + n] for a, c, n in runs)


@given(WORDS, WORDS)
def test_runs_are_the_same_words_in_the_order_of_both(left: list[str], right: list[str]) -> None:
    runs, is_approximate = find_matching_blocks(left, right)
    assert agree(runs, left, right)
    assert not is_approximate


@given(WORDS, st.integers(0, 200), st.data())
def test_rough_runs_agree_too(words: list[str], count: int, data: st.DataObject) -> None:
    left = [*words, *map(str, range(count))] * 20
    right = data.draw(st.permutations([left[n : n + 500] for n in range(0, len(left), 500)]))
    assert agree(match_by_anchors(left, list(chain.from_iterable(right))), left, list(chain.from_iterable(right)))


@given(WORDS, WORDS)
def test_cells_cover_both_lists_in_turn(left: list[str], right: list[str]) -> None:
    rows = cover(find_matching_blocks(left, right)[0], len(left), len(right))
    assert [word for _, a, b, _, _, _, _ in rows for word in left[a:b]] == left
    assert [word for _, _, _, c, d, _, _ in rows for word in right[c:d]] == right
    assert all(before[0] != after[0] for before, after in pairwise(rows))
    assert all(left[a:b] == right[c:d] for equal, a, b, c, d, _, _ in rows if equal)
