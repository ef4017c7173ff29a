"""What a difference is called, of two phrases as they stand; and at a glance what a longer look would say."""

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.difference.differences import _glance
from workbench.text.difference.kinds import judge, judge_without
from workbench.text.words.keys import Ignorable, read_keys

SAME = "the same value"

NEAR = [
    ("King", "king", "case", ""),
    ("KING", "king", "case", ""),
    ("Éa", "éa", "case", ""),
    ("ß", "SS", "case", ""),
    ("straße", "STRASSE", "case", ""),
    ("Straße", "Strasse", "spelling", ""),
    ("3.5", "35", "number", ""),
    ("¾", "3/4", "number", SAME),
    ("seven", "7", "number", SAME),
    ("1,000", "1000", "punctuation", ""),
    ("2.5", "2,5", "punctuation", ""),
    ("seven", "nine", "number", ""),
    ("1938", "1939", "number", ""),
    ("XVIe", "XVIIe", "number", ""),
    ("seuen", "seven", "spelling", ""),
    ("king's", "kings", "wording", ""),
    ("KING'S", "KINGS", "wording", ""),
    ("it's", "its", "wording", ""),
    ("kings’", "kings", "punctuation", ""),
    ("don’t", "don't", "punctuation", ""),
    (".", ",", "punctuation", ""),
    ("to-day", "today", "spelling", ""),
    ("to-day", "to day", "punctuation", ""),
    ("a-b", "a-c", "wording", ""),
    ("came", "come", "wording", ""),
    ("the", "thee", "wording", ""),
    ("colour", "color", "spelling", ""),
    ("Ezhov", "Jeschow", "spelling", ""),
    ("naïve", "naive", "diacritics", ""),
    ("Naïve", "naive", "diacritics", ""),
    ("co\u00adop", "coop", "spacing", "U+00AD SOFT HYPHEN / nothing"),
    ("p\u0430st", "past", "spelling", "U+0430 CYRILLIC SMALL LETTER A / U+0061 LATIN SMALL LETTER A"),
]
PHRASES = [
    ("colour", "color", "wording", ""),
    ("red boats", "blue ships", "wording", ""),
    ("red boats", "Red Boats", "case", ""),
    ("a  b", "a b", "spacing", ""),
    ("ab, cd", "ab cd", "punctuation", ""),
    ("well-to-do", "well to-do", "punctuation", ""),
    ("étè", "été", "diacritics", ""),
    ("two boats", "2 boats", "number", ""),
    ("12 men", "13 men", "number", ""),
    ("3.5", "35", "number", ""),
    ("12 men came over", "many men went over", "wording", ""),  # of a long phrase a number is not all
    ("dos", "los", "wording", ""),
    ("x" * 1000, "y" * 1000, "wording", ""),
    ("old", "", "omission", ""),
    ("“Yes”", "", "omission", ""),
    ("é", "", "omission", ""),
    (",", "", "punctuation", ""),
    ("…", "", "punctuation", ""),
]
GLOSSES = [
    ("[x]", "", "gloss", ""),
    ("[x]", "[y]", "gloss", ""),
    ("[X]", "[x]", "gloss", ""),
    ("[x]", "[ x ]", "spacing", ""),
    ("[x]", "x", "gloss", ""),
]
MIRRORED = {"omission": "addition"}


@pytest.mark.parametrize(
    ("left", "right", "kind", "note", "near", "glossed"),
    [
        *[(*row, True, False) for row in NEAR],
        *[(*row, False, False) for row in PHRASES],
        *[(*row, False, True) for row in GLOSSES],
    ],
)
def test_a_difference_is_judged_and_its_mirror_image_alike(
    left: str, right: str, kind: str, note: str, near: bool, glossed: bool
) -> None:
    found, rows, remark = judge((left, right, near, glossed))
    assert (found, remark) == (kind, note)
    assert bool(rows) == near
    back, mirrored, remark = judge((right, left, near, glossed))
    assert back == MIRRORED.get(kind, kind)
    assert [(c, d, a, b) for a, b, c, d in mirrored] == list(rows)
    if " / " not in note:
        assert remark == note


@pytest.mark.parametrize(
    ("left", "right", "near", "glossed", "ignored", "kind"),
    [
        ("King,", "king", True, False, {"case"}, "punctuation"),
        ("King’s", "kings", True, False, {"case"}, "wording"),
        ("Old, red", "old red", False, False, {"case"}, "punctuation"),
        ("old", "Young", False, False, {"case"}, "wording"),
        ("[x] Old", "old", False, True, {"case"}, "gloss"),
        ("naïve,", "naive", True, False, {"diacritics"}, "punctuation"),
        ("a-b", "ab", True, False, {"punctuation"}, "spelling"),
        ("Naïve", "naive", True, False, {"case"}, "diacritics"),
        ("x" * 50 + ",", "X" * 50, True, False, {"case"}, "punctuation"),
    ],
)
def test_what_is_ignored_makes_no_type(
    left: str, right: str, near: bool, glossed: bool, ignored: set[str], kind: str
) -> None:
    fold = cast("frozenset[Ignorable]", frozenset(ignored))
    for _ in range(2):
        found, rows, note = judge_without((left, right, near, glossed, fold))
        assert (found, note) == (kind, "")
        assert list(rows) == list(judge((left, right, near, glossed))[1])


WORDS = st.lists(
    st.sampled_from([*"aA,;-", "old", "Old", "seven", "nine", "7", "XIV", "one", "to-day", "today", "it's", "it", "s"]),
    max_size=3,
)


@given(WORDS, WORDS, st.booleans())
def test_a_glance_says_what_a_longer_look_says(left: list[str], right: list[str], near: bool) -> None:
    if left == right or (near and len(left) * len(right) != 1):
        return
    mine, theirs = " ".join(left), " ".join(right)
    words = read_keys(mine).values, read_keys(theirs).values
    row = (False, 0, len(words[0]), 0, len(words[1]), near, None)
    question = (mine, theirs, near, False)
    judgement = _glance(question, row, words)
    if judgement is not None:
        kind, rows, note = judge(question)
        assert (judgement[0], judgement[2]) == (kind, note)
        assert not near or list(judgement[1]) == list(rows)


@pytest.mark.parametrize(
    ("left", "right", "near", "kind"),
    [
        ("old", "", False, "omission"),
        ("", "old", False, "addition"),
        (",", "", False, "punctuation"),
        ("", ",", False, "punctuation"),
        ("", "--", False, None),
        ("King", "king", True, "case"),
        ("KING", "king", True, "case"),
        (",", ";", True, "punctuation"),
        ("came", "come", True, "wording"),
        ("colour", "color", True, "spelling"),
        ("seven", "seuen", True, None),
        ("7", "9", True, None),
        ("red boats", "blue ships", False, "wording"),
        ("red boats", "Red Boats", False, None),
        ("7 boats", "blue ships", False, None),
        ("one boat", "blue ships", False, "wording"),  # "one" is seldom a number
        ("one boat", "7 ships", False, None),
        ("red", "r ed", False, None),
        ("été", "red", False, None),
    ],
)
def test_what_is_seen_at_a_glance(left: str, right: str, near: bool, kind: str | None) -> None:
    words = read_keys(left).values, read_keys(right).values
    judgement = _glance((left, right, near, False), (False, 0, len(words[0]), 0, len(words[1]), near, None), words)
    assert (judgement and judgement[0]) == kind
