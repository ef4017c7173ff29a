"""Words in their surroundings."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.web.typesetting.excerpts import excerpt

LONG = "word " * 200


def shown(text: str, spans: list[tuple[int, int]], around: int = 220) -> list[tuple[str, bool]]:
    return [(run.text, run.is_words) for run in excerpt(text, spans, around)]


def test_a_short_text_is_shown_whole_with_its_words_marked() -> None:
    assert shown("The cat sat.", [(4, 7)]) == [("The ", False), ("cat", True), (" sat.", False)]


def test_a_long_text_is_cut_at_spaces_around_the_words() -> None:
    runs = shown(f"{LONG}cat {LONG}", [(1000, 1003)], 12)
    assert runs == [("… ", False), ("word word ", False), ("cat", True), (" word word", False), (" …", False)]


def test_overlapping_words_are_marked_once() -> None:
    assert shown("abcd", [(0, 2), (1, 3)]) == [("a", True), ("b", True), ("c", True), ("d", False)]


def test_without_words_the_text_is_one_run() -> None:
    assert shown("The cat.", []) == [("The cat.", False)]


@given(st.text("a b", min_size=1, max_size=60), st.data())
def test_the_words_are_always_shown_whole(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    runs = shown(text, [(start, end)], 5)
    assert "".join(words for words, is_words in runs if is_words) == text[start:end]
