"""What alignment refuses: more units than it can align in reasonable time."""

import pytest

from workbench.text import TooManyUnits, align, distribute


@pytest.mark.parametrize("sides", [(["a"] * 100_001, ["a"]), (["a"], ["a"] * 100_001)])
def test_too_many_units_on_either_side_are_refused_with_their_number(sides):
    with pytest.raises(TooManyUnits, match="100,001 units are too many to align at once; 100,000 is the most") as error:
        align(*sides)
    assert (error.value.count, error.value.most) == (100_001, 100_000)


def test_too_many_passages_are_refused():
    with pytest.raises(TooManyUnits, match="100,001"):
        distribute(["a"] * 100_001, "a barn")


def test_passages_without_words_do_not_count():
    found = distribute(["", "the barn", *[""] * 100_001], "the barn")
    assert [place.span.end for place in found.placements[:3]] == [0, 8, 8]
