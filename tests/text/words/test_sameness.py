"""The same words, together or apart; what is left of a text; how many words it has."""

from typing import cast

import pytest

from workbench.text import Ignorable, InvalidRange, QuoteAmbiguous, QuoteNotFound
from workbench.text.words.counting import count_words
from workbench.text.words.keys import read_keys
from workbench.text.words.sameness import are_same_texts, are_same_words
from workbench.text.words.spans import Span
from workbench.text.words.survival import share_kept


@pytest.mark.parametrize(
    ("left", "right", "ignored", "same"),
    [
        ("every one", "everyone", {"spacing"}, True),
        ("every one", "everyone", {"punctuation"}, False),
        ("every one", "everyone", set(), False),
        ("U.S.A.", "USA", {"punctuation"}, True),
        ("U.S.A.", "USA", set(), False),
        ("well-known", "well known", {"punctuation"}, True),
        ("well-known", "wellknown", {"punctuation"}, True),
        ("well-known", "well-know", {"punctuation"}, False),
        ("a, b", "a b", {"punctuation"}, True),
        ("a, b", "a b", {"spacing"}, False),
        ("a  b", "a b", {"spacing"}, True),
        ("a  b", "a b", {"case"}, False),
        ("A b", "a b", {"case"}, True),
        ("(a)", "a", {"punctuation"}, True),
        ("(a)", "a", {"case"}, False),
        ("a!", "a", {"case"}, False),
        ("", "", set(), True),
        ("…", "", {"punctuation"}, True),
        ("…", "", {"case"}, False),
        ("a", "", {"punctuation"}, False),
        ("", "a", {"punctuation"}, False),
        ("every one", "every two", {"spacing"}, False),
        ("no one here", "noone here", {"punctuation"}, False),
    ],
)
def test_texts_are_the_same_under_what_is_ignored(left: str, right: str, ignored: set[str], same: bool) -> None:
    fold = cast("frozenset[Ignorable]", frozenset(ignored))
    one, other = read_keys(left, fold), read_keys(right, fold)
    assert are_same_texts(one, other, fold) is same
    assert are_same_texts(other, one, fold) is same


def test_runs_of_words_are_compared_and_nothing_beyond_them() -> None:
    left, right = read_keys("one every one two", {"spacing"}), read_keys("six everyone ten", {"spacing"})
    assert are_same_words(left, right, (1, 3), (1, 2), frozenset({"spacing"}))
    assert not are_same_words(left, right, (0, 3), (1, 2), frozenset({"spacing"}))
    assert are_same_words(left, right, (1, 1), (2, 2), frozenset())


@pytest.mark.parametrize(
    ("before", "after", "share"),
    [
        ("one two three four", "four, THREE!", 0.5),
        ("one one", "one", 0.5),
        ("one", "one one", 1.0),
        ("one two", "three", 0.0),
        ("", "one", 1.0),
        ("every day", "Day every", 1.0),
    ],
)
def test_each_word_that_is_left_counts_once(before: str, after: str, share: float) -> None:
    assert share_kept(before, after) == share


@pytest.mark.parametrize(("text", "count"), [("", 0), ("One, two: 34!", 3), ("well-known men", 2), (" … ", 0)])
def test_words_and_numbers_are_counted(text: str, count: int) -> None:
    assert count_words(text) == count


def test_errors_say_what_was_expected() -> None:
    wrong = InvalidRange(3, 2, 9)
    assert (wrong.start, wrong.end, wrong.length) == (3, 2, 9)
    assert str(wrong) == ("The range 3:2 is not in the text. Expected 0 <= start < end <= 9 (code points).")
    found = QuoteNotFound("x" * 100)
    assert (found.quote, str(found)) == ("x" * 100, f"The quote {'x' * 80!r} is not in the text with this context.")
    several = QuoteAmbiguous("y", 3)
    assert (several.quote, several.count) == ("y", 3)
    assert str(several) == "The quote 'y' fits 3 places. Give more of what stands before and after it."
    assert f"{'z' * 80!r} fits" in str(QuoteAmbiguous("z" * 81, 2))


def test_a_span_is_as_much_as_it_holds() -> None:
    assert Span(1, 3)
    assert not Span(1, 1)
    assert Span(1, 3).of("abcd") == "bc"
