"""One change stays one change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text import diff

WORDS = st.lists(
    st.sampled_from(["the", "and", "of", "to", "king", "queen", "rose", "sailed", "Marcus", "Marcius", "dawn", "in"]),
    max_size=10,
)


@given(WORDS, WORDS)
def test_between_words_that_answer_each_other_nothing_is_left_out_beside_something_added(
    left: list[str], right: list[str]
) -> None:
    seen: set[str] = set()
    for equal, a, b, c, d, _, move in diff(" ".join(left), " ".join(right)).rows:
        if equal or (a < b and c < d):
            seen = set()
        elif move is None:
            seen.add("omission" if a < b else "addition")
        assert len(seen) < 2


@pytest.mark.parametrize(
    ("left", "right", "types"),
    [
        ("He quickly sold his old house.", "He sold his old house quickly.", {"move"}),
        ("They went by sea.", "They went by water.", {"wording"}),
        ("Marcus Brutus came.", "Marcius Brutus came.", {"wording"}),
        ("The senate heard it.", "The sent heard it.", {"wording"}),
        ("He came back.", "He came black.", {"wording"}),
    ],
)
def test_a_reader_sees_one_change(left: str, right: str, types: set[str]) -> None:
    assert {one.type for one in diff(left, right).differences} == types


def test_by_sea_and_by_water_part_in_one_word() -> None:
    left, right = "The army wanted to go by sea.", "The army wanted to go by water."
    assert [(one.left.of(left), one.right.of(right)) for one in diff(left, right).differences] == [("sea", "water")]
