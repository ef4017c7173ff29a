"""The variation of one passage: the laws of its distances, and figures worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.variation import variation

texts = st.lists(st.sampled_from(["a", "b", "c", "d", "."]), max_size=8).map(" ".join)
variants = st.lists(st.none() | texts, max_size=6)


@given(variants)
def test_distances_are_symmetric_between_nought_and_one(texts: list[str | None]) -> None:
    distances = variation(texts).distances
    for i, row in enumerate(distances):
        for j, distance in enumerate(row):
            assert distance == distances[j][i]
            assert distance is None or 0 <= distance <= 1


@given(variants)
def test_what_is_omitted_has_no_distance_and_changes_no_other(texts: list[str | None]) -> None:
    measured, without = variation(texts), variation([text for text in texts if text is not None])
    there = [index for index, text in enumerate(texts) if text is not None]
    assert [[measured.distances[i][j] for j in there] for i in there] == [list(row) for row in without.distances]
    assert measured.variation == without.variation
    assert [measured.distinctiveness[i] for i in there] == list(without.distinctiveness)
    gone = set(range(len(texts))) - set(there)
    assert all(measured.distances[i] == (None,) * len(texts) for i in gone)
    assert all(measured.distinctiveness[i] is None for i in gone)


@given(variants.flatmap(lambda texts: st.tuples(st.just(texts), st.permutations(range(len(texts))))))
def test_the_order_of_the_texts_changes_no_figure(case: tuple[list[str | None], list[int]]) -> None:
    texts, order = case
    plain, shuffled = variation(texts), variation([texts[index] for index in order])
    assert shuffled.variation == plain.variation
    assert shuffled.distinctiveness == tuple(plain.distinctiveness[index] for index in order)


@given(texts, texts, st.integers(2, 4))
def test_a_longer_passage_is_not_farther_apart_for_being_longer(left: str, right: str, times: int) -> None:
    once = variation([left, right]).distances[0][1]
    often = variation([" ".join([left] * times), " ".join([right] * times)]).distances[0][1]
    assert once is not None
    assert often is not None
    assert often <= once + 1e-12


@given(texts)
def test_a_text_has_no_distance_to_itself(text: str) -> None:
    assert variation([text, text]).variation == 0


def test_the_distance_is_the_share_of_words_that_are_not_common() -> None:
    measured = variation(["the cat sat on the mat", "the dog sat on a mat"])
    assert measured.distances == ((0.0, pytest.approx(1 / 3)), (pytest.approx(1 / 3), 0.0))


def test_variation_is_the_mean_of_the_pairs_and_distinctiveness_that_of_a_text() -> None:
    measured = variation(["a b", "a b", "a c"])
    assert measured.variation == pytest.approx(1 / 3)
    assert measured.distinctiveness == (pytest.approx(0.25), pytest.approx(0.25), pytest.approx(0.5))


def test_texts_without_a_word_are_the_same_and_far_from_any_other() -> None:
    assert variation(["", " ", "a"]).distances == ((0.0, 0.0, 1.0), (0.0, 0.0, 1.0), (1.0, 1.0, 0.0))


def test_one_text_alone_has_no_variation() -> None:
    measured = variation(["a", None])
    assert (measured.variation, measured.distinctiveness) == (None, (None, None))


def test_what_is_ignored_makes_no_distance() -> None:
    assert variation(["The cat.", "the cat"], ignore=frozenset({"case", "punctuation"})).variation == 0
