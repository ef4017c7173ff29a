"""Which units look like headings."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.text.alignment.headings import find_headings

PARAGRAPH = "The harvest is in, and the barn is full to the roof beams, as it was last year."


def test_a_short_unit_without_an_end_sign_is_one_where_the_others_have_one() -> None:
    assert find_headings(["CHAPTER II", *[PARAGRAPH] * 5, "Short."]).tolist() == [True] + [False] * 6


def test_verse_has_none_for_its_lines_end_in_letters() -> None:
    assert not find_headings(["Of arms and men", "who came from far", PARAGRAPH, "by sea and land"]).any()


def test_a_long_unit_without_an_end_sign_is_none() -> None:
    assert not find_headings([PARAGRAPH.rstrip("."), *[PARAGRAPH] * 5]).any()


@given(st.lists(st.text(max_size=30), max_size=8))
def test_there_is_one_answer_a_unit_and_a_quarter_at_most_are_headings(texts: list[str]) -> None:
    found = find_headings(texts)
    assert len(found) == len(texts)
    assert 4 * found.sum() <= len(texts)
