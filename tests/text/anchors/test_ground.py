"""The ground that anchors are followed on: where it is firm, what cuts a word, what is found in its place."""

import pytest

from workbench.text import Outcome, follow_all, make_anchor
from workbench.text.anchors.ground import Ground, Window
from workbench.text.anchors.staying import find_in_place, places_of, words_between

OLD = "Red apples fall, soft rain sings; blue night ends."
NEW = "Red apples drop, hard hail sings; blue night ends."


def seen(window: Window, old: str = OLD, new: str = NEW) -> tuple[str, str]:
    return old[window.old_start : window.old_end], new[window.new_start : window.new_end]


@pytest.mark.parametrize(
    ("quote", "old", "new"),
    [
        ("apples", "apples", "apples"),  # both edges in words that both have
        ("apples fall", "apples fall, soft rain", "apples drop, hard hail"),  # a comma alone is not firm
        ("fall", "fall, soft rain", "drop, hard hail"),
        ("rain sings", "fall, soft rain sings", "drop, hard hail sings"),
        ("sings; blue", "sings; blue", "sings; blue"),
        ("apples fall, soft rain sings", "apples fall, soft rain sings", "apples drop, hard hail sings"),
    ],
)
def test_a_window_reaches_from_firm_words_to_firm_words(quote: str, old: str, new: str) -> None:
    start = OLD.index(quote)
    left, right = seen(Ground.compare(OLD, NEW).window(start, start + len(quote)))
    assert (left.strip(), right.strip()) == (old, new)


def test_a_window_at_the_ends_of_a_text_ends_there() -> None:
    old, new = "Soft rain. The river rose. Night came.", "Hard hail. The river rose. Dawn broke."
    ground = Ground.compare(old, new)
    assert tuple(map(str.strip, seen(ground.window(0, 4), old, new))) == ("Soft rain", "Hard hail")
    at = old.index("came")
    left, right = seen(ground.window(at, at + 4), old, new)
    assert (left.strip(), right.strip()) == ("Night came.", "Dawn broke.")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("ab", [1]),
        ("a b", []),
        ("a-b", []),
        ("ab.", [1]),
        (".ab", [2]),
        ("a1 2b", [1, 4]),
        ("ab漢", [1]),
        ("漢字", []),
        ("かな", []),
        ("ไทย", []),
        ("한글", [1]),
    ],
)
def test_a_word_is_cut_between_two_of_its_letters_only(text: str, places: list[int]) -> None:
    ground = Ground.compare(text, text)
    assert [place for place in range(-1, len(text) + 2) if ground.is_cut(text, place)] == places


def place_of(quote: str, old: str, new: str) -> str | None:
    start = old.index(quote)
    found = find_in_place(make_anchor(old, start, start + len(quote)), Ground.compare(old, new))
    return found and new[found[0] - 3 : found[0]] + "|" + new[found[0] : found[1]] + "|" + new[found[1] : found[1] + 3]


@pytest.mark.parametrize(
    ("quote", "old", "new", "place"),
    [
        # signs alone, which no words can find
        (";", "The old men sat; they sang.", "The old women sat; few sang.", "sat|;| fe"),
        ("…", "He waited … and left.", "He paused … then left.", "ed |…| th"),
        ("…", "He waited … and left.", "He paused … then … left.", None),  # twice now
        # parts of words stay parts, whole words whole
        ("under", "They understand it well.", "They understood it badly.", "ey |under|sto"),
        ("sun", "One sun shone there.", "One sunny day there.", None),
        # words among others, by what they weigh
        ("lantern", "An old lantern burned.", "The new lantern glowed.", "ew |lantern| gl"),
        ("the", "In the wood of owls he sang.", "In the wood of elks he sang.", "In |the| wo"),
    ],
)
def test_words_are_found_where_they_stood(quote: str, old: str, new: str, place: str | None) -> None:
    assert place_of(quote, old, new) == place


def follow(quote: str, old: str, new: str) -> Outcome:
    start = old.index(quote)
    return follow_all([make_anchor(old, start, start + len(quote))], old, new)[0]


@pytest.mark.parametrize(
    ("quote", "old", "new", "kind", "words", "score"),
    [
        ("seven lanterns", "By night seven lanterns burned.", "At dusk seven lanterns glowed.", "kept", None, 1.0),
        ("to day", "We leave to day at noon.", "We leave today at noon.", "kept", "today", 1.0),
        ("any one", "Has any one seen it?", "Has anyone seen it?", "kept", "anyone", 1.0),
    ],
)
def test_what_is_the_same_is_kept_for_certain(
    quote: str, old: str, new: str, kind: str, words: str | None, score: float
) -> None:
    outcome = follow(quote, old, new)
    assert (outcome.kind, outcome.new, outcome.score) == (kind, words or quote, score)
    assert outcome.anchor is not None
    assert new[outcome.anchor.start : outcome.anchor.end] == outcome.new


def test_a_sentence_that_moved_is_sure_and_takes_its_words_along() -> None:
    first, second = "The abbot hid the golden chalice below.", "Snow fell on all the seven hills that night."
    outcome = follow("golden chalice", f"{first} {second}", f"{second} {first}")
    assert (outcome.kind, outcome.new, outcome.score) == ("moved", "golden chalice", 1.0)


def test_an_orphan_has_no_words_and_no_score() -> None:
    outcome = follow("golden chalice", "The abbot hid the golden chalice below.", "Snow fell.")
    assert outcome == Outcome("orphan", None, "golden chalice", "", 0.0)


def test_places_overlap_and_words_are_whole() -> None:
    assert places_of(["a", "a"], ["a", "a", "a", "b", "a"]) == [0, 1]
    assert places_of(["b"], ["a"]) == []
    words = Ground.compare("One, two three", "").old_words
    assert words_between(words, 0, 3) == ["one"]
    assert words_between(words, 0, 8) == ["one", "two"]
    assert words_between(words, 3, 4) == []
    assert words_between(words, 0, 2) == []
    assert words_between(words, 1, 3) == []
    assert words_between(words, 5, 10) == []
