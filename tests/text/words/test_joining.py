"""Passages read as one."""

import pytest

from workbench.text.words.joining import JOINED, JoinedText, Part, Said, join_parts, reach, unit_around
from workbench.text.words.spans import Span

FIRST: list[Said] = ["a", JOINED, "c", "d", JOINED, JOINED]
SECOND: list[Said] = ["a", "b", JOINED, "d", None, "f"]
THIRD: list[Said] = ["a", "b"]


@pytest.mark.parametrize(
    ("columns", "ends"),
    [
        ([FIRST], [2, 2, 3, 6, 6, 6]),
        ([SECOND], [1, 3, 3, 4, 5, 6]),
        ([FIRST, SECOND], [3, 3, 3, 6, 6, 6]),
        ([SECOND, THIRD], [1, 3, 3, 4, 5, 6]),
    ],
)
def test_a_unit_reaches_as_far_as_somebody_joins(columns: list[list[Said]], ends: list[int]) -> None:
    assert [reach(columns, row) for row in range(6)] == ends
    assert reach(columns) == ends[0]


def test_a_unit_begins_where_nobody_joins() -> None:
    columns = [FIRST, SECOND]
    assert [unit_around(columns, row) for row in range(6)] == [range(3)] * 3 + [range(3, 6)] * 3
    assert unit_around([["a", "b"]], 1) == range(1, 2)


def test_texts_are_put_together_with_a_space_where_none_is() -> None:
    column: list[Said] = ["One.", JOINED, " Two.", "Three", None, "four\n", "five"]
    assert join_parts(column, range(7)) == JoinedText(
        "One. Two. Three four\nfive",
        (
            Part(0, Span(0, 4)),
            Part(2, Span(4, 9)),
            Part(3, Span(10, 15)),
            Part(5, Span(16, 21)),
            Part(6, Span(21, 25)),
        ),
    )
    joined = join_parts(column, range(2, 4))
    assert joined
    assert [seam.of(joined.text) for seam in joined.seams] == [" "]


def test_seams_that_are_given_stand_as_they_are() -> None:
    joined = join_parts(["a", "b", "c", "d"], range(4), ["", "\n\n"])
    assert joined
    assert joined.text == "ab\n\nc d"
    assert joined.seams == (Span(1, 1), Span(2, 4), Span(5, 6))


def test_an_empty_text_needs_no_seam_and_none_is_nothing() -> None:
    joined = join_parts(["", "b"], range(2))
    assert joined
    assert (joined.text, joined.seams) == ("b", (Span(0, 0),))
    assert join_parts([None, JOINED], range(2)) is None
    assert join_parts(["a"], range(0)) is None


@pytest.mark.parametrize(("row", "end"), [(0, 3), (1, 3), (2, 3), (3, 6)])
def test_a_column_that_is_shorter_joins_nothing_more(row: int, end: int) -> None:
    assert reach([["a"], FIRST, SECOND, []], row) == end


def test_some_seams_may_be_given_and_others_not() -> None:
    joined = join_parts(["a", None, "b ", "c", "", "d"], range(6), ["-"])
    assert joined
    assert joined.text == "a-b c d"
    assert [part.row for part in joined.parts] == [0, 2, 3, 4, 5]
    assert joined.seams == (Span(1, 2), Span(4, 4), Span(5, 6), Span(6, 6))
