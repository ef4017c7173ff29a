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


def weights(left: str, right: str, language: str) -> list[tuple[str, float]]:
    found = [weigh_difference(one, left, right, language) for one in diff(left, right).differences]
    return [(one.matter, round(one.value, 3)) for one in found]


@pytest.mark.parametrize(
    ("left", "right", "language", "expected"),
    [
        ("He came on 19 May.", "He came on 9 May.", "en", [("number", 1.0)]),
        ("He is 70.", "He is seventy.", "en", [("", 0.05)]),
        ("He did come home.", "He did not come home.", "en", [("negation", 0.9)]),
        ("Nobody came.", "None came.", "en", [("content", 0.3)]),  # both deny
        ("Er sah nichts.", "Er sah etwas.", "de", [("negation", 0.9)]),
        ("Er sah nichts.", "Er sah etwas.", "fr", [("content", 0.3)]),
        ("Then Peter spoke.", "Then Andrew spoke.", "en", [("name", 0.8)]),
        ("He, Peter, came.", "He, the old one, came.", "en", [("name", 0.8)]),
        ("He, the old one, came.", "He, Peter, came.", "en", [("name", 0.8)]),
        ("Peter came.", "Andrew came.", "en", [("content", 0.3)]),  # a sentence begins so
        ("He said: Peter came.", "He said: Andrew came.", "en", [("content", 0.3)]),
        ("He saw Peter.", "He saw Pieter.", "en", [("", 0.05)]),
        ("So he saw Peter.", "So he saw peter.", "en", [("", 0.05)]),
        ("He saw boats.", "He saw ships.", "en", [("content", 0.3)]),
        ("upon the house", "on the house", "en", [("", 0.1)]),
        ("boats of stone", "boats of stones and iron", "en", [("", 0.1), ("content", 0.3)]),
        ("a red boat", "a red boat, built in wood and iron", "en", [("content", 0.7)]),
        ("a red boat", "a red boat, built in wood and iron and copper and gold", "en", [("content", 0.9)]),
        ("a red boat, built in wood and iron", "a red boat", "en", [("content", 0.7)]),
    ],
)
def test_a_difference_weighs_by_what_its_words_state(
    left: str, right: str, language: str, expected: list[tuple[str, float]]
) -> None:
    assert weights(left, right, language) == expected
