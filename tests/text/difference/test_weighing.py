"""How much differences matter: what is stated weighs more than how it is worded."""

import pytest

from workbench.text import diff
from workbench.text.difference.weighing import FAINT, STRONG, weigh_difference


def weigh(left: str, right: str) -> list[tuple[str, float]]:
    weights = [weigh_difference(one, left, right, "en") for one in diff(left, right).differences]
    return [(one.matter, one.value) for one in weights]


@pytest.mark.parametrize(
    ("left", "right", "matter"),
    [
        ("He came on 19 May.", "He came on 9 May.", "number"),
        ("He did come home.", "He did not come home.", "negation"),
        ("Then Peter spoke.", "Then Andrew spoke.", "name"),
        ("It was so.", "It was so in the strong old wooden house.", "content"),
    ],
)
def test_what_is_stated_otherwise_is_strong(left: str, right: str, matter: str) -> None:
    assert [(found, value >= STRONG) for found, value in weigh(left, right)] == [(matter, True)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The house.", "the house."),
        ("A house, there.", "A house there."),
        ("The colour is red.", "The color is red."),
        ("He is 70 years old.", "He is seventy years old."),
        ("He sat upon the house.", "He sat on the house."),
    ],
)
def test_form_and_light_words_are_faint(left: str, right: str) -> None:
    assert [(matter, value < FAINT) for matter, value in weigh(left, right)] == [("", True)]
