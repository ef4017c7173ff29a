"""What alignment refuses: more units than it can align in reasonable time."""

import pytest

from workbench.text import TooManyUnits, align, distribute
from workbench.text.alignment.distributing import _split
from workbench.text.alignment.pieces import split_passages


@pytest.mark.parametrize("sides", [(["a"] * 100_001, ["a"]), (["a"], ["a"] * 100_001)])
def test_too_many_units_on_either_side_are_refused_with_their_number(sides: tuple[list[str], list[str]]) -> None:
    with pytest.raises(TooManyUnits, match="100,001 units are too many to align at once; 100,000 is the most") as error:
        align(*sides)
    assert (error.value.count, error.value.most) == (100_001, 100_000)


def test_too_many_passages_are_refused() -> None:
    with pytest.raises(TooManyUnits, match="100,001"):
        distribute(["a"] * 100_001, "a barn")


def test_passages_without_words_do_not_count() -> None:
    found = distribute(["", "the barn", *[""] * 100_001], "the barn")
    assert [place.span.end for place in found.placements[:3]] == [0, 8, 8]


def test_passages_of_too_many_sentences_stay_whole() -> None:
    passages = ["The barn is full. " * 40, "The walnut tree in front of the gate has lost all of its leaves. " * 3]
    assert split_passages(passages, 100).counts == [13, 3]
    assert split_passages(passages, 15).texts == passages


def test_a_text_of_too_many_sentences_is_split_at_some_of_them() -> None:
    assert _split("A! B! C! D! E!", 2) == ["A! B! C! ", "D! E!"]
    assert _split("A! B! C!", 3) == ["A! ", "B! ", "C!"]
