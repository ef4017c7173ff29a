"""What may be stored as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text import InvalidText, check_text

ACUTE, GRAVE_BELOW = "\u0301", "\u0316"


@given(before=st.integers(0, 600), row=st.integers(0, 600), after=st.text("ab\u00e9", max_size=400))
def test_a_row_of_marks_is_refused_where_it_gets_too_long(before: int, row: int, after: str) -> None:
    text = "x" * before + (ACUTE + GRAVE_BELOW) * (row // 2) + after
    if row // 2 * 2 <= 250:
        assert check_text(text) == text
        return
    with pytest.raises(InvalidText) as refused:
        check_text(text)
    assert refused.value.position == before + 250


@pytest.mark.parametrize("mark", ["\u0301", "\u0344", "\u0f73", "\uff9e", "\U0001d165", "\U0001e944"])
def test_marks_that_decompose_to_marks_count_as_marks(mark: str) -> None:
    assert check_text("a" + mark * 250)
    with pytest.raises(InvalidText):
        check_text("a" + mark * 251)


def test_many_marked_letters_are_no_row_of_marks() -> None:
    text = "\u05d1\u05b0\u05bc\u05e8\u05b5" * 1_000
    assert check_text(text) == text
