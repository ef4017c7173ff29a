"""Words of whole translations, counted and weighed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.concordance import (
    count_phrases,
    count_vocabulary,
    find_avoided,
    find_distinctive,
    find_only_in,
)
from workbench.text.concordance.vocabulary import log_likelihood

counts = st.integers(0, 1_000)


def test_words_are_counted_whatever_their_case_and_figures_are_left_out() -> None:
    found = count_vocabulary(["The LORD, the Lord’s 12", "lórd"])
    assert (found.counts["lord"], found.counts["the"], found.counts["12"], found.written["lord"]) == (3, 2, 0, "LORD")


def test_the_ratio_is_that_of_the_paper() -> None:
    # 10 of 100 here, 1 of 100 there; 5.5 expected: 2 (10 ln 10/5.5 + ln 1/5.5 + 90 ln 90/94.5 + 99 ln 99/94.5).
    assert log_likelihood(10, 100, 1, 100) == pytest.approx(8.976, abs=0.001)


@given(counts, counts, st.integers(1_000, 5_000), st.integers(1_000, 5_000))
def test_it_is_never_negative_and_the_same_from_both_sides(one: int, other: int, here: int, there: int) -> None:
    ratio = log_likelihood(one, here, other, there)
    assert ratio >= -1e-6
    assert ratio == pytest.approx(log_likelihood(other, there, one, here))


def test_a_word_of_ones_own_comes_first_and_one_of_all_not_at_all() -> None:
    one = count_vocabulary(["Jehovah said and Jehovah saw and Jehovah came"] * 5)
    other = count_vocabulary(["the Lord said and the Lord saw and the Lord came"] * 5)
    assert [each.written for each in find_distinctive(one, [other], 9)] == ["Jehovah"]
    assert [(each.written, each.count) for each in find_only_in(other, one, 1)] == [("Lord", 15)]


def test_phrases_are_two_and_three_words_with_no_sign_between_and_one_that_is_not_light() -> None:
    found = count_phrases(["In the Beginning God made, of the sea. In the beginning"])
    assert (found.counts["the beginning"], found.counts["beginning god made"]) == (2, 1)
    assert not {"in the", "of the", "made of"} & found.counts.keys()
    assert found.written["the beginning"] == "the Beginning"


def test_what_others_say_and_one_does_not_is_avoided() -> None:
    one = count_phrases(["Jehovah spake unto Moses"] * 9)
    other = count_phrases(["the Lord said unto Moses"] * 9)
    assert [(each.written, each.count, each.other) for each in find_avoided(one, [other], 2)] == [
        ("Lord said", 0, 9),
        ("Lord said unto", 0, 9),
    ]
    assert {each.written for each in find_distinctive(one, [other], 9)} >= {"Jehovah spake", "spake unto Moses"}


def test_what_is_too_rare_to_be_kept_is_still_counted_in_all() -> None:
    found = count_phrases(["red cat", "red cat", "blue dog"])
    found.drop_rare(2)
    assert (found.total, dict(found.counts), found.written) == (3, {"red cat": 2}, {"red cat": "red cat"})
