"""Counts of many passages give the figures that the texts give."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.variation import Tally, count_pairs, distance_matrix, relate, variation

WORDS = st.lists(st.sampled_from("abcde"), max_size=6).map(" ".join)
WIDTH = st.shared(st.integers(2, 5), key="width")
PASSAGES = WIDTH.flatmap(
    lambda width: st.lists(st.lists(WORDS, min_size=width, max_size=width), min_size=1, max_size=5)
)
COLUMNS = WIDTH.flatmap(lambda width: st.sets(st.integers(0, width - 1), min_size=2).map(sorted))


def tally(passages: list[list[str]]) -> Tally:
    counts = [count_pairs(texts) for texts in passages]
    words, common = (np.array([getattr(one, name) for one in counts], "<i4") for name in ("words", "common"))
    return Tally(counts[0].size, words, common)


@given(PASSAGES)
def test_a_tally_has_the_variation_and_distinctiveness_of_each_passage(passages: list[list[str]]) -> None:
    measured = [variation(texts) for texts in passages]
    counted = tally(passages)
    assert counted.distances.mean(axis=1) == pytest.approx([one.variation for one in measured])
    expected = [one.distinctiveness for one in measured]
    assert counted.distinctiveness() == pytest.approx(np.array(expected, float))


@given(PASSAGES)
def test_the_sums_of_a_tally_give_the_distances_of_the_works(passages: list[list[str]]) -> None:
    counted = tally(passages)
    left, right = counted.pairs
    sums = zip(left, right, counted.common.sum(axis=0), counted.words.sum(axis=0), strict=True)
    matrix = distance_matrix(passages)
    assert [relate(common, both) for _, _, common, both in sums] == pytest.approx(
        [matrix[i][j] for i, j in zip(left, right, strict=True)]
    )


@given(PASSAGES, COLUMNS)
def test_chosen_columns_count_as_if_the_others_were_not_there(passages: list[list[str]], columns: list[int]) -> None:
    chosen = tally(passages).choose(columns)
    alone = tally([[texts[column] for column in columns] for texts in passages])
    assert (chosen.words == alone.words).all()
    assert (chosen.common == alone.common).all()


def test_a_translation_by_itself_stands_out_from_nobody() -> None:
    assert np.isnan(tally([["a b"]]).distinctiveness()).all()
