"""What may be stored as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.words.validity import InvalidText, check_text, describe_character, with_lf_line_ends

ACUTE, GRAVE_BELOW = "\u0301", "\u0316"


@given(before=st.integers(0, 600), row=st.integers(0, 600), after=st.text("ab\u00e9", max_size=400))
def test_a_row_of_marks_is_refused_where_it_gets_too_long(before: int, row: int, after: str) -> None:
    text = "x" * before + (ACUTE + GRAVE_BELOW) * (row // 2) + after
    if row // 2 * 2 <= 250:
        assert check_text(text) == text
        return
    with pytest.raises(InvalidText) as refused:
        check_text(text)
    assert refused.value.position == before + 250


@pytest.mark.parametrize("mark", ["\u0301", "\u0344", "\u0f73", "\uff9e", "\U0001d165", "\U0001e944"])
def test_marks_that_decompose_to_marks_count_as_marks(mark: str) -> None:
    assert check_text("a" + mark * 250)
    with pytest.raises(InvalidText):
        check_text("a" + mark * 251)


def test_many_marked_letters_are_no_row_of_marks() -> None:
    text = "\u05d1\u05b0\u05bc\u05e8\u05b5" * 1_000
    assert check_text(text) == text


REFUSED = [
    "\0",
    "\x08",
    "\x0b",
    "\x1f",
    "\x7f",
    "\ud800",
    "\udfff",
    "\ufdd0",
    "\ufdef",
    "\ufffe",
    "\uffff",
    "\U0001ffff",
]


def test_every_character_is_stored_or_refused_as_the_rule_has_it() -> None:
    controls = {*range(0x20), 0x7F} - {0x09, 0x0A, 0x0D}  # CR becomes LF
    noncharacters = {*range(0xFDD0, 0xFDF0), *(plane << 16 | low for plane in range(17) for low in (0xFFFE, 0xFFFF))}
    expected = controls | noncharacters | set(range(0xD800, 0xE000))
    assert {code for code in range(0x110000) if not _is_storable(chr(code))} == expected


def _is_storable(text: str) -> bool:
    try:
        check_text(text)
    except InvalidText:
        return False
    return True


@pytest.mark.parametrize("character", [*REFUSED, "\U0010fffe"])
def test_what_breaks_a_store_is_refused_with_its_place(character: str) -> None:
    with pytest.raises(InvalidText) as refused:
        check_text(f"ab{character}c{character}")
    assert (refused.value.character, refused.value.position) == (character, 2)
    assert str(refused.value) == (
        f"Character U+{ord(character):04X} at position 2 may not be stored. Expected text without NUL, control "
        "characters, lone surrogates and noncharacters, and with at most 250 combining marks in a row."
    )


@pytest.mark.parametrize(
    "text", ["", "a\tb\nc", "\u00a0\u200b\u202e\ufeff", "\ufdcf\ufdf0\ufffd", "\U0001fffd", "\u00a0 é"]
)
def test_everything_else_is_content(text: str) -> None:
    assert check_text(text) == text


@pytest.mark.parametrize(
    ("text", "kept"), [("a\r\nb", "a\nb"), ("a\rb", "a\nb"), ("a\n\rb", "a\n\nb"), ("\r\r\n", "\n\n"), ("a\nb", "a\nb")]
)
def test_line_ends_are_one_character(text: str, kept: str) -> None:
    assert with_lf_line_ends(text) == kept
    assert check_text(text) == kept


def test_a_mark_is_named_where_a_row_of_them_gets_too_long() -> None:
    with pytest.raises(InvalidText, match=r"U\+0301 COMBINING ACUTE ACCENT at position 251 "):
        check_text("a" + ACUTE * 251)


@pytest.mark.parametrize("before", [0, 1, 249, 250, 251, 499, 500])
def test_a_row_of_marks_is_found_wherever_it_begins(before: int) -> None:
    assert check_text("x" * before + ACUTE * 250) == "x" * before + ACUTE * 250
    for row in (251, 252, 500):
        with pytest.raises(InvalidText) as refused:
            check_text("x" * before + ACUTE * row + "x")
        assert refused.value.position == before + 250


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("a", "U+0061 LATIN SMALL LETTER A"),
        ("\0", "U+0000"),
        ("\U0010fffd", "U+10FFFD"),
        ("\u00a0", "U+00A0 NO-BREAK SPACE"),
    ],
)
def test_a_character_is_described_by_number_and_name(character: str, name: str) -> None:
    assert describe_character(character) == name
