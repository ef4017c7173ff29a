"""What was compared is looked up when the same pair is asked for again; the answer is what it would have been."""

import pytest

from workbench.text import diff
from workbench.text.difference import diff as module
from workbench.text.words.cache import forget
from workbench.text.words.keys import Rule

PAIR = "The old man came home in the morning.", "In the evening the old woman came home."


def test_a_pair_is_compared_once_until_it_is_forgotten() -> None:
    forget()
    first = diff(*PAIR)
    assert diff(*PAIR) is first
    forget()
    assert diff(*PAIR) == first
    assert diff(*PAIR) is not first


def test_what_is_ignored_and_the_order_of_the_sides_are_part_of_what_is_asked() -> None:
    assert diff("Home", "home").verdict == "different"
    assert diff("Home", "home", ignore={"case"}).verdict == "equal"
    assert [one.type for one in diff("a house", "a").differences] == ["omission"]
    assert [one.type for one in diff("a", "a house").differences] == ["addition"]


def test_rules_count_whatever_was_compared_without_them() -> None:
    assert diff("the car", "the auto").verdict == "different"
    assert diff("the car", "the auto", rules=[Rule("car", "auto")]).verdict == "equal"
    assert diff("the car", "the auto").verdict == "different"


@pytest.mark.parametrize("times", [1, 100, 400])
def test_no_more_is_kept_than_was_said_and_nothing_of_long_texts(times: int) -> None:
    forget()
    for number in range(150):
        diff("word " * times, f"word {number} " * times)
    assert len(module._compare_again) <= 100
    assert len(module._compare_long_again) <= 6
    long = "word " * 2_000
    assert diff(long, long + "more") is not diff(long, long + "more")
