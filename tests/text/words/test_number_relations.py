"""Numbers in phrases: other values, the same written otherwise, or no matter of numbers."""

import pytest

from workbench.text.words.numerals import are_of_one_value, compare_numbers, holds_number, is_numeral
from workbench.text.words.segmentation import SEGMENTER


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("seventy", "70", "same"),
        ("19", "9", "other"),
        ("1,000", "1000", ""),
        ("5", "+5", ""),
        ("five", "Five", ""),
        ("twenty-one", "twenty one", ""),
        ("a hundred", "an hundred", ""),
        ("three men", "four men", "other"),
        ("three", "many", "other"),
        ("third", "thirdly", ""),
        ("two or three of the men", "two or three of the old men", ""),
        ("in the year 1914 it rained there", "in the year 1915 it snowed there", "other"),
        ("in the year 1914 it rained there", "in the years 1914 and 1915 it snowed", ""),
        ("in the year seventy it rained there", "in the year 70 it snowed there", "same"),
        ("in the year of the rain", "in the year 70 of the rain", ""),
        ("five and six and seven", "five and seven and six", "other"),
        ("XIV", "14", "same"),
        ("XIV", "XV", "other"),
        ("I", "you", ""),
        ("I", "V", "other"),
        ("mix", "stir", ""),
        ("mix", "1009", "same"),
        ("one", "the", ""),
        ("words", "things", ""),
        ("", "", ""),
    ],
)
def test_what_two_phrases_numbers_are_to_each_other(left: str, right: str, relation: str) -> None:
    assert compare_numbers(left, right) == relation
    assert compare_numbers(right, left) == relation


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("seven", "seuen", True),
        ("seven", "sept", True),
        ("seven", "seventh", False),
        ("seven", "eight", False),
        ("seven", "7", False),
        ("7", "7", False),
        ("seven", "men", False),
        ("men", "men", False),
    ],
)
def test_words_of_one_value(left: str, right: str, same: bool) -> None:
    assert are_of_one_value(left, right) is same
    assert are_of_one_value(right, left) is same


@pytest.mark.parametrize(
    ("word", "sure", "holds"),
    [
        ("seventy", True, True),
        ("70", True, True),
        ("−5", True, True),
        ("XIV", True, True),
        ("XIVth", True, True),
        ("xviij", True, True),
        ("dix", True, True),
        ("DIX", False, True),
        ("mix", False, True),
        ("I", False, True),
        ("i", False, True),
        ("三", False, True),
        ("三十", True, True),
        ("三月", True, True),
        ("十二日", True, True),
        ("一日", False, SEGMENTER is None),  # cut by the character, it holds "一"
        ("five-year", True, True),
        ("year-old", False, False),
        ("king", False, False),
        ("Did", False, False),
        ("vivid", False, False),
        (".", False, False),
    ],
)
def test_what_is_surely_a_number_and_what_may_be(word: str, sure: bool, holds: bool) -> None:
    assert is_numeral(word) is sure
    assert holds_number(word) is holds
