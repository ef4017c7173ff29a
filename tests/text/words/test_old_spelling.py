"""Old spelling is spelling in old texts; in new ones the same letters make two words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text import diff
from workbench.text.words.old_spelling import are_old_spellings, old_form, show_old_spelling

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


FORMS = """
dayes dais|sayde said|seene sen|londe land|citie citi|hee he|blesse bls|darkenesse darkns|foure four|bookes boks
sonne son|hym him|vvord word|iudge iug|ioy ioi|tongue tongu|publique publik|musicke musik|fetche fech|edge eg|sche sh
fieldes felds|daunce dank|greate great|horses horses|beleeue beleu|v u
"""


@pytest.mark.parametrize("pair", FORMS.strip().replace("\n", "|").split("|"))
def test_beneath_its_spelling_a_word_has_these_letters(pair: str) -> None:
    word, form = pair.split()
    assert old_form(word) == form


def test_words_in_other_letters_stay_as_they_are() -> None:
    assert [old_form(word) for word in ("éaa", "слоо", "a-bb")] == ["éaa", "слоо", "a-bb"]


@pytest.mark.parametrize(
    ("texts", "explained", "is_old"),
    [
        (["And vnto him"], 0, True),
        (["and him", "Vnto vs"], 0, True),
        (["and him"], 2, False),
        (["and him"], 3, True),
        (["vnd dem"], 5, False),  # no English
        (["vnto"], 0, False),
        ([], 9, False),
    ],
)
def test_a_text_shows_its_spelling_by_words_or_by_what_the_folds_explain(
    texts: list[str], explained: int, is_old: bool
) -> None:
    assert show_old_spelling(texts, explained) is is_old


@pytest.mark.parametrize(
    ("left", "right", "are_one"),
    [
        ("dayes", "days", True),
        ("vs", "us", True),
        ("iudge", "judge", True),
        ("days", "ways", False),
        ("", "a", False),
        ("a", "", False),
        ("same", "same", False),
        ("éa", "éaa", False),
        ("uuord", "word", True),
        ("beggar", "begar", True),
        ("began", "beg", False),
    ],
)
def test_two_words_may_be_one_in_an_old_spelling(left: str, right: str, are_one: bool) -> None:
    assert are_old_spellings(left, right) is are_old_spellings(right, left) is are_one


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("saide", "said"),
        ("laide", "laid"),
        ("thinge", "thing"),
        ("sinnes", "sins"),
        ("runne", "run"),
        ("lorde", "lord"),
    ],
)
def test_a_verse_shows_its_age_by_the_one_word_that_no_later_text_has(old: str, new: str) -> None:
    assert types_of(f"Then the man {old}, and they were there.", f"Then the man {new}, and they were there.") == [
        "spelling"
    ]
