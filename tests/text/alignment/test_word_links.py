"""Which words answer which in two languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.alignment.word_links import word_links


def pairs(left: str, right: str, lexicon: dict[tuple[str, str], float] | None = None) -> list[tuple[str, str]]:
    links = word_links(left, right, lexicon=lexicon)
    return [(left[one.left.start : one.left.end], right[one.right.start : one.right.end]) for one in links]


def test_names_and_numbers_are_linked_in_any_script() -> None:
    assert pairs("In 1450 Petrov came", "В 1450 пришёл Петров") == [("1450", "1450"), ("Petrov", "Петров")]


def test_a_lexicon_links_what_it_knows() -> None:
    lexicon = {("haus", "house"): 0.9, ("alt", "old"): 0.8}
    assert pairs("das alt Haus", "the old house", lexicon) == [("alt", "old"), ("Haus", "house")]


@pytest.mark.parametrize(
    ("left", "right", "signs"),
    [
        ("Petrov, 1450.", "Петров, 1450.", [(",", ","), (".", ".")]),
        ("“Petrov”, 1450!", "«Петров», 1450！", [("“", "«"), ("”", "»"), (",", ","), ("!", "！")]),
        ("Yes, Petrov, 1450.", "Петров, 1450.", [(",", ","), (".", ".")]),
        ("Petrov – 1450?", "Петров, 1450？", [("?", "？")]),
    ],
)
def test_signs_of_one_kind_are_linked_where_the_words_beside_them_are(
    left: str, right: str, signs: list[tuple[str, str]]
) -> None:
    assert [pair for pair in pairs(left, right) if not pair[0].isalnum()] == signs
    assert all(left[one.left.start].isalnum() for one in word_links(left, right, signs=False))


def test_the_comma_is_the_one_behind_the_same_name() -> None:
    left, right = "Yes, Petrov, 1450.", "Петров, 1450."
    commas = [one.left.start for one in word_links(left, right) if left[one.left.start] == ","]
    assert commas == [left.rindex(",")]


def test_no_words_have_no_links() -> None:
    assert word_links("", "…") == ()


@given(st.text(max_size=60), st.text(max_size=60))
def test_links_lie_in_the_texts_in_order(left: str, right: str) -> None:
    links = word_links(left, right)
    assert [one.left.start for one in links] == sorted(one.left.start for one in links)
    assert all(0 <= one.score <= 1 and one.left.end <= len(left) and one.right.end <= len(right) for one in links)
