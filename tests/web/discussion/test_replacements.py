"""Old words -> new words, also when the old ones stand only in a former revision."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.web.discussion.replacements import Replacement, replaced_words


def test_the_words_that_were_replaced_are_found_in_the_former_text() -> None:
    assert replaced_words("lately of chairman U.", "lately of the traitor U.", "the traitor", 10) == "chairman"


def test_words_that_were_left_out_are_found_too() -> None:
    assert replaced_words("the very cat", "the cat", "", 4) == "very "


def test_of_several_possible_places_the_nearest_counts() -> None:
    assert replaced_words("aa", "aaa", "aa", 1) == "a"


def test_texts_that_differ_otherwise_say_nothing() -> None:
    assert replaced_words("one two", "three four", "four", 6) is None


def test_a_replacement_is_shown_as_what_stays_and_what_is_exchanged() -> None:
    parts = Replacement("chairman Uspensky", "the traitor Uspensky", "en").parts
    assert "".join(old for old, _ in parts) == "chairman Uspensky"
    assert "".join(new for _, new in parts) == "the traitor Uspensky"
    assert any(old == new and "Uspensky" in old for old, new in parts)


def test_a_replacement_of_unknown_words_shows_the_new_ones() -> None:
    assert Replacement(None, "new", "").parts == [("", "new")]


@given(st.text("ab ", max_size=12), st.text("ab ", max_size=6), st.text("ab ", max_size=6), st.text("ab ", max_size=12))
def test_whatever_was_replaced_by_the_answer_the_new_text_comes_out(head: str, old: str, new: str, tail: str) -> None:
    before, after = head + old + tail, head + new + tail
    found = replaced_words(before, after, new, len(head))
    assert found == old
