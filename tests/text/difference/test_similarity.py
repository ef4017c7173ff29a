"""The share of both texts that agrees."""

import pytest

from workbench.text import diff


@pytest.mark.parametrize(
    ("left", "right", "similarity"),
    [("", "", 1.0), ("rain", "rain", 1.0), ("rain all night", "snow all night", 20 / 28), ("rain", "", 0.0)],
)
def test_the_similarity_is_the_share_of_agreeing_characters(left: str, right: str, similarity: float) -> None:
    assert diff(left, right).similarity == similarity


def test_agreeing_words_count_though_there_are_too_many_places_to_show_them_all() -> None:
    count = 9_000
    left = " ".join(f"stone{n:05} leaf{n:05}" for n in range(count))
    right = " ".join(f"stone{n:05} moss{n:05}x" for n in range(count))
    comparison = diff(left, right)
    assert comparison.approximate
    assert comparison.similarity == pytest.approx(2 * count * len(" stone00000 ") / (len(left) + len(right)), abs=0.03)
