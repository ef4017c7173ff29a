"""What one text has for words of another, and how consistent that is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text import Span
from workbench.text.alignment.answers import Answer
from workbench.text.alignment.renderings import consistency_of, find_inner, find_rendering, rendering_key


def answer(left: tuple[int, int], *right: tuple[int, int]) -> Answer:
    return Answer((Span(*left),), tuple(Span(*one) for one in right), 1.0, "near")


def test_words_that_stand_together_are_one_place_and_others_two() -> None:
    text = "he gave, up all hope"
    texts = ("leave one", text)
    found = find_rendering([answer((0, 5), (3, 7), (9, 11)), answer((0, 5), (16, 20))], Span(0, 5), texts)
    assert [span.of(text) for span in found] == ["gave, up", "hope"]
    assert find_rendering([answer((6, 9), (0, 2))], Span(0, 5), texts) == ()


@pytest.mark.parametrize(
    ("right", "found"), [("lay on the rug", "rug"), ("was lying on the rug", "was lying on the rug")]
)
def test_of_stretches_with_as_many_words_the_word_at_the_same_place_answers(right: str, found: str) -> None:
    texts = ("sat on the mat", right)
    (span,) = find_rendering([answer((0, 14), (0, len(right)))], Span(11, 14), texts)
    assert span.of(right) == found


def test_renderings_are_the_same_whatever_their_case_and_signs() -> None:
    assert rendering_key("The  LORD,") == rendering_key("the lord")


def test_a_stretch_that_holds_a_rendering_of_other_places_is_that_rendering() -> None:
    counts = {"jehovah": 24, "lord": 23, "and jehovah doth put him to": 2, "jehovahs": 1, "the": 9, "": 3}
    assert find_inner(counts) == {"and jehovah doth put him to": "jehovah"}
    assert find_inner({"the man": 1, "the": 9}) == {}
    assert find_inner({"a b": 1, "betrayer": 1, "the betrayer": 1}) == {}
    assert find_inner({"my lord king": 1, "lord": 3, "king": 5}) == {"my lord king": "king"}


@pytest.mark.parametrize(("counts", "value"), [((3,), 1.0), ((1, 1), 0.0), ((2, 2), 1 / 3), ((1,), None), ((), None)])
def test_consistency_is_how_probably_two_places_agree(counts: tuple[int, ...], value: float | None) -> None:
    assert consistency_of(counts) == (value if value is None else pytest.approx(value))


@given(st.lists(st.integers(1, 50), min_size=1, max_size=6).filter(lambda counts: sum(counts) > 1))
def test_it_lies_between_nothing_and_one_and_only_one_rendering_gives_one(counts: list[int]) -> None:
    value = consistency_of(counts)
    assert value is not None
    assert 0 <= value <= 1
    assert (value == 1) == (len(counts) == 1)
