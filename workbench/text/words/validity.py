"""What may be stored as text: one rule, shared by forms, serializers, importers and JSON bodies.

Text is kept as it was received, with LF line ends. Refused are the characters that break a store or a
reader later: NUL (PostgreSQL cannot hold it), lone surrogates (they cannot be encoded), noncharacters
(Unicode 16, section 23.7) and the C0 controls other than TAB and LF, with DEL. Everything else stays: NBSP,
zero-width and bidirectional characters are content, and the comparison shows them by name.

Refused too is a row of more than 250 combining marks. No writing has one (the Stream-Safe Text Format of UAX #15,
section 13, allows 30), and normalising it takes time that grows with the square of its length: 250,000 marks take a
minute or more.
"""

import re
import unicodedata

__all__ = ["InvalidText", "check_text", "describe_character", "with_lf_line_ends"]

_STORABLE = re.compile(
    "[\t\n\x20-\x7e\x80-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd"
    + "".join(f"{chr(plane << 16)}-{chr(plane << 16 | 0xFFFD)}" for plane in range(1, 17))
    + "]*+"
)
"""Named are the characters that may be stored: they are matched ten times faster than the others are looked for."""

MOST_MARKS = 250
# All that decompose to marks alone, even if they are of class 0 themselves; beyond U+1FFFF there are none (Unicode 16).
_MARKS = frozenset(
    chr(code) for code in range(0x300, 0x20000) if unicodedata.combining(unicodedata.normalize("NFKD", chr(code))[0])
)
_TOO_MANY_MARKS = re.compile(f"[{''.join(sorted(_MARKS))}]{{{MOST_MARKS + 1}}}")


class InvalidText(ValueError):
    """A character that may not be stored, with its place.

    `position` counts code points from 0 in the text given, `character` is the character refused.
    """

    def __init__(self, character: str, position: int) -> None:
        self.character = character
        self.position = position
        super().__init__(
            f"Character {describe_character(character)} at position {position} may not be stored. "
            "Expected text without NUL, control characters, lone surrogates and noncharacters, "
            f"and with at most {MOST_MARKS} combining marks in a row."
        )


def describe_character(character: str) -> str:
    """Name one character for a message: `U+0000 NULL` style, the name left out where Unicode has none."""
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X} {name}".rstrip()


def with_lf_line_ends(text: str) -> str:
    """Return the text with CR LF and lone CR written as LF."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def check_text(text: str) -> str:
    """Return `text` with LF line ends, or raise `InvalidText` at the first character that may not be stored."""
    text = with_lf_line_ends(text)
    if (end := _storable_until(text)) < len(text):
        raise InvalidText(text[end], end)
    if (place := _find_too_many_marks(text)) is not None:
        raise InvalidText(text[place], place)
    return text


def _storable_until(text: str) -> int:
    found = _STORABLE.match(text)
    return found.end() if found else 0


def _find_too_many_marks(text: str) -> int | None:
    """Return the place of the first mark that is one too many. Such a row covers one of the few places looked at."""
    for place in () if text.isascii() else range(0, len(text), MOST_MARKS):
        if text[place] in _MARKS:
            row = _TOO_MANY_MARKS.search(text, max(0, place - MOST_MARKS), place + MOST_MARKS + 1)
            if row:
                return row.end() - 1
    return None
