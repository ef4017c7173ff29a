"""`align`: which units of two versions say the same thing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.text import align

LETTER = [
    "Dear brother, the harvest is in and the barn is full to the roof beams.",
    "Your nephew Tobias broke his arm when he fell from the walnut tree in September.",
    "The doctor from Ravensburg set the bone and took three florins for it.",
    "Mother asks every evening whether the postman has passed our gate.",
    "She has knitted you stockings of grey wool, and a scarf.",
    "Come home before the snow closes the pass, or wait until Easter.",
]
RETOLD = [
    "My brother: our harvest is home, the barn filled to its beams.",
    "Tobias, your nephew, fell out of the walnut tree in September, and his arm was broken.",
    "A doctor came from Ravensburg, who set the bone for three florins.",
    "Each evening mother asks if the postman went by the gate.",
    "Stockings of grey wool she knitted for you, and a scarf as well.",
    "Before snow closes the pass come home; or else wait till Easter.",
]
UNITS = st.lists(st.text(max_size=40) | st.sampled_from(LETTER + RETOLD), max_size=9)


def pairs(source: list[str], target: list[str]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(link.source, link.target) for link in align(source, target).links]


def test_units_that_say_the_same_are_linked_one_to_one() -> None:
    assert pairs(LETTER, RETOLD) == [((i,), (i,)) for i in range(6)]


def test_two_units_merged_in_the_target_make_a_two_to_one_link() -> None:
    merged = [*RETOLD[:1], f"{RETOLD[1]} {RETOLD[2]}", *RETOLD[3:]]
    assert pairs(LETTER, merged) == [((0,), (0,)), ((1, 2), (1,)), ((3,), (2,)), ((4,), (3,)), ((5,), (4,))]


def test_a_unit_that_the_target_lost_stands_alone() -> None:
    assert pairs(LETTER, RETOLD[:3] + RETOLD[4:]) == [
        ((0,), (0,)), ((1,), (1,)), ((2,), (2,)), ((3,), ()), ((4,), (3,)), ((5,), (4,)),
    ]  # fmt: skip


def test_a_heading_that_is_a_number_here_and_a_line_there_is_one_link() -> None:
    heading = "The letter that the old woman wrote to her son in the autumn of that year"
    found = pairs([LETTER[0], "1", *LETTER[1:]], [RETOLD[0], heading, *RETOLD[1:]])
    assert found == [((i,), (i,)) for i in range(7)]


@pytest.mark.parametrize("heading", ["The second part", "CHAPTER II", "Of the doctor and Tobias"])
def test_a_heading_without_a_counterpart_stands_alone(heading: str) -> None:
    source = [*LETTER[:2], heading, *LETTER[2:]]
    assert pairs(source, RETOLD) == [
        ((0,), (0,)), ((1,), (1,)), ((2,), ()), ((3,), (2,)), ((4,), (3,)), ((5,), (4,)), ((6,), (5,)),
    ]  # fmt: skip
    assert pairs(RETOLD, source) == [(target, source) for source, target in pairs(source, RETOLD)]


@pytest.mark.parametrize("count", [2, 4, 5, 6])
def test_one_unit_may_hold_as_many_of_the_other_side_as_it_has_words_of(count: int) -> None:
    merged = [" ".join(RETOLD[:count]), *RETOLD[count:]]
    expected = [(tuple(range(count)), (0,)), *(((count + n,), (1 + n,)) for n in range(6 - count))]
    assert pairs(LETTER, merged) == expected
    assert pairs(merged, LETTER) == [(target, source) for source, target in expected]


def test_the_sides_can_be_swapped() -> None:
    there = pairs(LETTER, RETOLD[1:])
    assert pairs(RETOLD[1:], LETTER) == [(target, source) for source, target in there]


@pytest.mark.parametrize(
    ("source", "target"), [([], []), (["a"], []), ([], ["a", "b"]), ([""], [""]), (["?!"], ["a", "…"])]
)
def test_nothing_to_align_is_no_error(source: list[str], target: list[str]) -> None:
    assert sorted(i for link in align(source, target).links for i in link.source) == list(range(len(source)))
    assert sorted(i for link in align(source, target).links for i in link.target) == list(range(len(target)))


@settings(max_examples=60)
@given(UNITS, UNITS, st.sampled_from([None, True, False]))
def test_every_unit_stands_in_exactly_one_link_and_links_go_forward(
    source: list[str], target: list[str], same_language: bool | None
) -> None:
    alignment = align(source, target, same_language=same_language)
    assert [i for link in alignment.links for i in link.source] == list(range(len(source)))
    assert [i for link in alignment.links for i in link.target] == list(range(len(target)))
    assert all(link.source or link.target for link in alignment.links)
    assert all(0.0 <= link.score <= 1.0 for link in alignment.links)
    assert align(source, target, same_language=same_language) == alignment
