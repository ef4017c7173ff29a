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


FORMS = st.permutations(["sent", "prevented", "the", "to", "people", "of", "sailing"]).map(lambda words: words[:5])
OTHER_FORMS = st.permutations(["send", "prevents", "a", "had", "step", "by", "sailed"]).map(lambda words: words[:5])


@given(FORMS, OTHER_FORMS)
def test_forms_of_a_word_do_not_tear_the_change_they_stand_in(left: list[str], right: list[str]) -> None:
    rows = diff(f"So {' '.join(left)} then.", f"So {' '.join(right)} then.").rows
    one_sided = {"omission" if a < b else "addition" for _, a, b, c, d, _, _ in rows if a == b or c == d}
    assert len(one_sided) < 2


def test_a_name_is_a_pair_of_its_own_between_words_left_out_and_added() -> None:
    left, right = "He regarded the Volscians.", "He the Volsci were watching."
    assert ("Volscians", "Volsci") in [
        (one.left.of(left), one.right.of(right)) for one in diff(left, right).differences
    ]


@pytest.mark.parametrize(
    ("left", "right", "types"),
    [
        ("He quickly sold his old house.", "He sold his old house quickly.", {"move"}),
        ("They went by sea.", "They went by water.", {"wording"}),
        ("Marcus Brutus came.", "Marcius Brutus came.", {"wording"}),
        ("The senate heard it.", "The sent heard it.", {"wording"}),
        ("He came back.", "He came black.", {"wording"}),
        ("Now they sent off a herald.", "Now they had to send a herald.", {"wording"}),
    ],
)
def test_a_reader_sees_one_change(left: str, right: str, types: set[str]) -> None:
    assert {one.type for one in diff(left, right).differences} == types


def test_by_sea_and_by_water_part_in_one_word() -> None:
    left, right = "The army wanted to go by sea.", "The army wanted to go by water."
    assert [(one.left.of(left), one.right.of(right)) for one in diff(left, right).differences] == [("sea", "water")]
