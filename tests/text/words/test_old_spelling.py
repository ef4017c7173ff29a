"""Old spelling is spelling in old texts; in new ones the same letters make two words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text import diff
from workbench.text.words.old_spelling import are_old_spellings, old_form

FOLDED = [
    ("dayes", "days"),
    ("sayde", "said"),
    ("daye", "day"),
    ("seene", "seen"),
    ("londe", "land"),
    ("citie", "city"),
    ("hee", "he"),
    ("blesse", "bless"),
    ("wildernes", "wilderness"),
    ("darkenesse", "darkness"),
    ("foure", "four"),
    ("bookes", "books"),
    ("sonne", "son"),
    ("hym", "him"),
    ("ioy", "joy"),
    ("Iob", "Job"),
    ("beleeue", "believe"),
    ("feelde", "field"),
]
MODERN = [("met", "meet"), ("god", "good"), ("loss", "lose"), ("past", "paste"), ("horses", "horse"), ("of", "off")]


def types_of(left: str, right: str) -> list[str]:
    return [difference.type for difference in diff(left, right).differences]


@pytest.mark.parametrize(("left", "right"), FOLDED)
def test_what_a_fold_makes_one_is_spelling_beside_words_of_the_time(left: str, right: str) -> None:
    old, new = f"And they gaue vnto him that {left} was there.", f"And they gave unto him that {right} was there."
    assert types_of(old, new) == ["spelling"] * 3
    assert types_of(new, old) == ["spelling"] * 3


@pytest.mark.parametrize(("left", "right"), MODERN)
def test_in_new_texts_it_is_another_word(left: str, right: str) -> None:
    assert types_of(f"then {left} there", f"then {right} there") == ["wording"]


def test_many_differences_that_the_folds_explain_show_an_old_text() -> None:
    assert types_of("a tale of the shipe and the boye", "a tale of the ship and the boy") == ["wording"] * 2
    assert (
        types_of("a tale of the shipe, the boye and a dogge", "a tale of the ship, the boy and a dog")
        == ["spelling"] * 3
    )


def test_other_languages_have_no_old_english() -> None:
    assert types_of("vnd alle Danke sonne", "vnd alle Dank sonn") == ["wording", "wording"]


@given(st.text("uvwijyescktdgnlmhao", min_size=1, max_size=5), st.text("uvwijyescktdgnlmhao", min_size=1, max_size=5))
def test_no_two_words_of_one_fold_are_told_apart_at_a_glance(first: str, second: str) -> None:
    for left, right in ((first, second), (first, old_form(first)), (first + first[-1], first), (first + "e", first)):
        if left != right and left[0] == right[:1]:
            assert are_old_spellings(left, right) == (old_form(left) == old_form(right))
