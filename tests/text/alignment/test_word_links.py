"""Which words answer which in two languages."""

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


def test_no_words_have_no_links() -> None:
    assert word_links("", "…") == ()


@given(st.text(max_size=60), st.text(max_size=60))
def test_links_lie_in_the_texts_in_order(left: str, right: str) -> None:
    links = word_links(left, right)
    assert [one.left.start for one in links] == sorted(one.left.start for one in links)
    assert all(0 <= one.score <= 1 and one.left.end <= len(left) and one.right.end <= len(right) for one in links)
