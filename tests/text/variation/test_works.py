"""The distances of whole translations."""

import pytest

from workbench.text.variation import distance_matrix, variation


def test_one_passage_has_the_distances_of_its_variants() -> None:
    texts = ["the cat sat", "a cat sat", None]
    assert distance_matrix([texts]) == variation(texts).distances


def test_every_word_weighs_the_same() -> None:
    passages = [["a b c d e f g h i", "a b c d e f g h i"], ["x", "y"]]
    assert distance_matrix(passages)[0][1] == pytest.approx(0.1)


def test_only_passages_that_both_have_are_counted() -> None:
    passages: list[list[str | None]] = [["a", "a", "b"], ["a", None, "a"], [None, "c d e", "a"]]
    matrix = distance_matrix(passages)
    assert matrix[0][1] == 0
    assert matrix[0][2] == 0.5
    assert matrix[1][2] == 1


def test_translations_without_a_passage_in_common_have_no_distance() -> None:
    assert distance_matrix([["a", None, None], [None, "a", None]]) == (
        (0.0, None, None),
        (None, 0.0, None),
        (None, None, None),
    )


def test_passages_of_another_width_are_refused() -> None:
    with pytest.raises(ValueError, match="Expected 2 variants in every passage, found 1"):
        distance_matrix([["a", "b"], ["a"]])


def test_no_passage_makes_an_empty_matrix() -> None:
    assert distance_matrix([]) == ()
