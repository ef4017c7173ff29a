"""What the eye cannot tell is said by name, and nothing where the eye can."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.words.hidden import confusable_skeleton, explain

SAME = "(the same characters in another Unicode form)"
JOINER, SHY, NBSP = "\u200d", "\u00ad", "\u00a0"
CYRILLIC_A = "\u0430"


@pytest.mark.parametrize(
    ("left", "right", "note"),
    [
        (f"a{NBSP}b", "a b", "U+00A0 NO-BREAK SPACE / U+0020 SPACE"),
        (f"p{CYRILLIC_A}st", "past", "U+0430 CYRILLIC SMALL LETTER A / U+0061 LATIN SMALL LETTER A"),
        (f"so{SHY}ft", "soft", "U+00AD SOFT HYPHEN / nothing"),
        (f"x{NBSP}é", "x è", "U+00A0 NO-BREAK SPACE / nothing"),  # the accent is seen, the space is not
        (f"{JOINER}x", f"y{SHY}", "U+200D ZERO WIDTH JOINER / U+00AD SOFT HYPHEN"),
        (f"{JOINER}éy", "éx", "U+200D ZERO WIDTH JOINER / nothing"),
        (f"{JOINER}{JOINER}x", f"{JOINER}y", "U+200D ZERO WIDTH JOINER / nothing"),
        ("café", "cafe\u0301", f"NFC / NFD {SAME}"),
        ("e\u0301é", "éé", f"mixed form / NFC {SAME}"),
        ("漢", "漢", f"NFC and NFD / NFC and NFD {SAME}"),
        ("a b", "a c", ""),
        ("é", "è", ""),
        ("a\nb", "a b", ""),
        (f"{JOINER}é", f"{JOINER}è", ""),  # what is hidden is the same on both sides
    ],
)
def test_what_only_one_side_has_is_named(left: str, right: str, note: str) -> None:
    assert explain(left, right) == note
    if note and left != right:
        mine, _, theirs = note.removesuffix(SAME).partition(" / ")
        assert explain(right, left).removesuffix(SAME).strip() == f"{theirs.strip()} / {mine}"


def test_five_are_named_and_more_are_counted() -> None:
    hidden = ["\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff"]
    assert explain("".join(hidden[:5]) + "ab", "ab").endswith("U+2060 WORD JOINER / nothing")
    assert explain("".join(hidden) + "ab", "ab").endswith("U+2060 WORD JOINER and 1 more / nothing")


def test_only_what_one_side_has_more_of_is_named() -> None:
    assert explain(f"{NBSP}{JOINER}é", f"{NBSP}è") == "U+200D ZERO WIDTH JOINER / nothing"
    assert explain(f"{NBSP}é", f"{NBSP}{JOINER}è") == "nothing / U+200D ZERO WIDTH JOINER"


def test_long_texts_are_not_looked_into() -> None:
    assert explain(CYRILLIC_A * 1000, "a" * 1000) != ""
    assert explain(CYRILLIC_A * 1000, "a" * 1001) == ""
    assert explain("é" * 666, "e\u0301" * 667) == explain("é" * 667, "e\u0301" * 667) == ""
    assert explain("é" * 666, "e\u0301" * 666) != ""


@pytest.mark.parametrize(
    ("text", "skeleton"),
    [
        (f"a{NBSP}b", "a b"),
        ("a\nb", "a\nb"),
        ("a\tb", "a b"),
        ("a\u2003\u200bb", "a b"),
        ("АВЕ" + "МІР", "ABEMIP"),
        ("ﬁn", "fin"),
        ("cafe\u0301", "café"),
        ("a-b", "a-b"),
    ],
)
def test_a_skeleton_is_the_text_as_it_looks(text: str, skeleton: str) -> None:
    assert confusable_skeleton(text) == skeleton


@given(st.text("aеοé \n\u00a0\u200b-", max_size=8))
def test_a_skeleton_looks_like_itself(text: str) -> None:
    once = confusable_skeleton(text)
    assert confusable_skeleton(once) == once


@given(st.text("ab -.", max_size=6), st.text("ab -.", max_size=6))
def test_plain_letters_hide_nothing(left: str, right: str) -> None:
    assert explain(left, right) == ""
