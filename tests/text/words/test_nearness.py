"""Which words a reader takes for each other."""

import pytest

from workbench.text.words.nearness import nearness


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("resign", "resignation"),
        ("brake", "break"),
        ("zhuravelev", "zhuravlev"),
        ("ezhov", "yezhov"),
        ("kept", "keepeth"),
    ],
)
def test_forms_of_one_word_are_near(left: str, right: str) -> None:
    assert nearness(left, right) == nearness(right, left) > 0


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("making", "marching"),
        ("delivered", "deserved"),
        ("cannot", "connect"),
        ("was", "has"),
        ("form", "from"),
        ("to", "too"),
    ],
)
def test_words_that_merely_look_alike_are_not_near(left: str, right: str) -> None:
    assert nearness(left, right) == nearness(right, left) == 0.0
