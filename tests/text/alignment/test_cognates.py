"""Cognate keys: names that look alike across scripts."""

import pytest

from workbench.text.alignment.cognates import cognate
from workbench.text.alignment.words import fold, read_words


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Иерусалим", "Jerusalem"),
        ("Ежов", "Yezhov"),
        ("Θουκυδίδης", "Thukydides"),
        ("يوسف", "Yusuf"),
        ("דוד", "David"),
    ],
)
def test_a_name_has_one_key_in_two_scripts(left: str, right: str) -> None:
    assert cognate(fold(left)) == cognate(fold(right)) != ""


@pytest.mark.parametrize(("left", "right"), [("Moses", "Aaron"), ("Марк", "Luke"), ("1938", "1937")])
def test_other_names_and_numbers_have_other_keys(left: str, right: str) -> None:
    assert cognate(fold(left)) != cognate(fold(right))


@pytest.mark.parametrize("word", ["i", "the", "я", "是"])
def test_words_with_too_few_consonants_have_none(word: str) -> None:
    assert cognate(word) == ""


def test_numbers_are_the_same_in_all_digits() -> None:
    assert cognate(fold("٢٤")) == cognate(fold("24")) == "24"


def test_words_are_folded_to_their_beginnings() -> None:
    text = "L’homme didn't see N. I. Yezhov’s 1,000 naïve conspirators."
    words = read_words(text)
    assert [text[a:b] for a, b in zip(words.starts, words.ends, strict=True)][:2] == ["L’homme", "didn't"]
    assert words.keys == ["homme", "didn", "see", "n", "i", "yezhov", "1000", "naive", "conspi"]
