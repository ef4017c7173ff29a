"""What may be typed: characters, lengths, lines and language tags."""

import pytest

from workbench.accounts.checks import checked_language, checked_line, checked_text
from workbench.accounts.errors import Invalid

BAD = ["\x00", "\x1b", "\x7f", "\ud800", "\udfff", "\ufdd0", "\uffff", "\U0010ffff"]


@pytest.mark.parametrize("bad", BAD)
def test_characters_that_break_stores_are_refused_with_their_place(bad: str) -> None:
    with pytest.raises(Invalid) as refusal:
        checked_text("body", f"ab{bad}", maximum=10)
    assert "position 2" in refusal.value.fields["body"]


def test_tabs_line_ends_and_invisible_characters_stay(db: None) -> None:
    assert checked_text("body", "a\tb\r\nc\rd\u00a0\u200b\u202e", maximum=20) == "a\tb\nc\nd\u00a0\u200b\u202e"


def test_lengths_count_code_points() -> None:
    assert checked_text("body", "𝔘" * 5, maximum=5) == "𝔘" * 5
    with pytest.raises(Invalid):
        checked_text("body", "𝔘" * 6, maximum=5)


def test_a_line_is_trimmed_and_has_no_second_line() -> None:
    assert checked_line("title", "  The letter ", maximum=20) == "The letter"
    with pytest.raises(Invalid):
        checked_line("title", "a\nb", maximum=20)


@pytest.mark.parametrize("tag", ["", "en", "en-GB", "zh-Hans-CN", "sr-Latn", "de-1996", "grc", "x-klingon", "de-x-old"])
def test_well_formed_language_tags_pass(tag: str) -> None:
    assert checked_language("language", tag) == tag


@pytest.mark.parametrize("tag", ["english language", "e", "en_GB", "en--GB", "de-", "<b>", "en-GB-US-FR", "abcd-efg"])
def test_other_language_tags_are_refused(tag: str) -> None:
    with pytest.raises(Invalid):
        checked_language("language", tag)
