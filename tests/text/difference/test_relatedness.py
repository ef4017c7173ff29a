"""When two texts are said to share too little for a comparison word by word."""

import pytest

from workbench.text import diff

MORNING = (
    "The boatman untied the rope before sunrise, pushed off from the muddy bank and rowed across the river to fetch "
    "the doctor, whose lantern he could see in the window of the mill."
)
FREELY = (
    "Before the sun was up the ferryman had loosed his rope; he shoved off the bank, all mud, and was rowing over the "
    "river to bring back the doctor, whose lantern shone from a window in the mill."
)
EVENING = (
    "From the mill they sent two sacks of flour every autumn, which the doctor gave away in winter; the price of bread "
    "had doubled since the flood, when the river carried off the lower bank and the boatman's hut with it."
)


def test_a_free_translation_is_related() -> None:
    assert diff(MORNING, FREELY).verdict == "different"


def test_another_passage_of_the_same_story_is_unrelated_though_it_has_its_people_and_places() -> None:
    shared = {"doctor", "river", "boatman", "bank", "mill"}
    assert all(word in MORNING and word in EVENING for word in shared)
    assert diff(MORNING, EVENING).verdict == "unrelated"


def test_an_abridgement_is_related() -> None:
    assert diff(f"{EVENING} {MORNING} {EVENING}", "The boatman rowed across the river").verdict == "different"


def test_a_list_sorted_otherwise_is_related() -> None:
    names = [f"{first}{second}{third}on" for first in "bdfgk" for second in "aeiou" for third in "lmnrst"]
    assert diff(" ".join(names), " ".join(reversed(names))).verdict == "different"


@pytest.mark.parametrize(("left", "right"), [("Rain all night.", "Nobody came home."), ("", EVENING), ("1812", "Yes")])
def test_texts_of_few_words_are_never_called_unrelated(left: str, right: str) -> None:
    assert diff(left, right).verdict == "different"


def test_words_of_one_stem_answer_each_other() -> None:
    left = "resigning ministers published letters accusing generals"
    right = "resigned minister publishes letter accused general"
    assert diff(left, right).verdict == "different"


def test_unrelated_texts_have_one_difference_the_whole() -> None:
    comparison = diff(MORNING, EVENING)
    assert [(d.type, d.left.of(MORNING), d.right.of(EVENING)) for d in comparison.differences] == [
        ("wording", MORNING, EVENING)
    ]
    assert comparison.similarity == 0.0
