"""Two edits of one text in one text, where they do not touch."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.anchors.merging import merge

BASE = "He asked to be released from the work, and he gave his reasons one by one. Nobody answered him that day."
WORDS = st.lists(st.sampled_from(["one", "two", "three", "four", "five", ",", "six"]), max_size=30).map(" ".join)


def test_changes_in_different_places_are_both_kept() -> None:
    mine = BASE.replace("work", "office")
    theirs = BASE.replace("Nobody", "No one")
    assert merge(BASE, mine, theirs) == BASE.replace("work", "office").replace("Nobody", "No one")


def test_a_change_is_found_again_where_its_words_have_moved() -> None:
    mine = f"On Monday, as the minutes have it, this is what happened in the long session. {BASE}"
    theirs = BASE.replace("that day", "that evening")
    assert merge(BASE, mine, theirs) == mine.replace("that day", "that evening")


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (BASE.replace("work", "office"), BASE.replace("work", "post")),
        (BASE.replace("the work", "his office"), BASE.replace("work", "works")),
        ("Something else altogether.", BASE.replace("Nobody", "No one")),
    ],
)
def test_changes_that_touch_are_left_to_people(mine: str, theirs: str) -> None:
    assert merge(BASE, mine, theirs) is None


def test_the_same_word_elsewhere_is_not_taken_for_the_place() -> None:
    base = "the cat and the dog and the bird and the fish"
    assert merge(base, base.replace("cat", "lion"), base.replace("fish", "whale")) == (
        "the lion and the dog and the bird and the whale"
    )


@given(WORDS, WORDS)
def test_an_edit_against_no_edit_is_the_edit(base: str, other: str) -> None:
    assert merge(base, base, other) == other
    assert merge(base, other, base) == other


@given(WORDS, WORDS, WORDS)
def test_merging_never_fails_and_is_the_same_each_time(base: str, mine: str, theirs: str) -> None:
    assert merge(base, mine, theirs) == merge(base, mine, theirs)


def test_any_script_merges() -> None:
    base = "الأجرة درهم عن كل إنسان ودرهمان عن كل حصان والأطفال بلا أجرة"
    mine, theirs = base.replace("درهم ", "دينار "), base.replace("بلا أجرة", "مجانًا")
    assert merge(base, mine, theirs) == mine.replace("بلا أجرة", "مجانًا")


LIST = " ".join(f"item{n}" for n in range(60))


def test_a_long_passage_that_one_struck_out_and_the_other_changed_is_left_to_people() -> None:
    without = " ".join(word for word in LIST.split() if not 10 <= int(word[4:]) < 50)
    assert merge(LIST, LIST.replace("item30", "thing30"), without) is None
    assert merge(LIST, LIST.replace("item55", "thing55"), without) == without.replace("item55", "thing55")


def test_an_insertion_a_deletion_and_a_change_are_taken_over_together() -> None:
    theirs = LIST.replace("item20 ", "").replace("item30", "thing30").replace("item40", "item40 and more")
    assert merge(LIST, f"First. {LIST} Last.", theirs) == f"First. {theirs} Last."


@pytest.mark.slow
def test_more_different_words_than_can_be_told_apart_are_left_to_people() -> None:
    many = " ".join(map(str, range(140_000)))
    assert merge(many, many, f"{many} more") is None
