"""Numbers that open a line of running text, in the ways in which people number: `1.`, `[1]`, `§1`, `Ruth 1:1`, `IV.`

Digits are the decimal digits of any script (`１．`, `١.`). A number may bridge several (`2-3.`) or be a part (`3a.`).
Which of the numbers of a text number it is not asked here, but by `chains`.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import regex

__all__ = ["STYLES", "Mark", "find_marks", "read_roman"]

_DASH = "[-\u2010-\u2015\u2212\uff0d]"
_NUMBER = rf"(?P<start>\d{{1,4}})(?P<part>[a-d]?)(?:[ \t]?{_DASH}[ \t]?(?P<last>\d{{1,4}})(?P<last_part>[a-d]?))?"
_CHAPTER = r"(?P<chapter>\d{1,3})"
_ROMAN = r"(?P<roman>[IVXLCDM]{1,9}|[\u2160-\u216b])"
_BOOK = r"(?P<book>(?:(?:[1-4]|I{1,3}|IV)[. \u00a0]{0,2})?\p{L}[\p{L}\p{M}.’' \u00a0]{0,40}?)"
_SPACE = r"[ \t\u00a0\u3000]*"
_END = r"(?=\s|$)"
_OPENING = '["“‘«„(]'

STYLES: Mapping[str, str] = {
    "named": rf"{_BOOK}[. \u00a0]{{0,2}}{_CHAPTER}[ ]?[:：.,][ ]?{_NUMBER}[.)\]]?{_END}",
    "pair": rf"[\[(]?{_CHAPTER}[ ]?[:：][ ]?{_NUMBER}[.)\]]?{_END}",
    "section": rf"§{{1,2}}[ \u00a0]?{_NUMBER}[.):]?(?!\d)",
    "bracket": rf"(?:\[{_NUMBER}\]|【{_NUMBER}】|［{_NUMBER}］|〔{_NUMBER}〕)[.:]?",
    "point": rf"(?:\({_NUMBER}\)|（{_NUMBER}）|{_NUMBER}[)）]|{_NUMBER}[.．。](?!\d)|{_NUMBER}、)",
    "decimal": rf"{_CHAPTER}\.{_NUMBER}[.)]?{_END}",
    "roman": rf"(?:\({_ROMAN}\)|{_ROMAN}[.)]){_END}|{_ROMAN}$",
    "plain": rf"{_NUMBER}(?:[ \t\u00a0]+(?=\p{{L}}|{_OPENING})|(?={_OPENING}?[\p{{Lu}}\p{{Lo}}])|$)",
    "raised": r"(?P<start>[⁰¹²³⁴-⁹]{1,4})(?P<part>)(?P<last>)?",
}
"""What a number looks like, by name; where two number a text equally well, the one that stands first does."""

_PATTERNS = {name: regex.compile(f"{_SPACE}(?:{pattern}){_SPACE}") for name, pattern in STYLES.items()}
_HAS_NUMBER = regex.compile(r"[^\n]{0,60}?[\d⁰¹²³⁴-⁹]|[ \t]*\(?[IVXLCDM\u2160-\u216b]")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


@dataclass(frozen=True, slots=True)
class Mark:
    """A number at the beginning of line `line` (from 0); the text goes on at `end` of that line.

    It says `start`, or `start` to `last`, in `chapter` of `book`, 0 and "" where it names none; `part` is a letter
    behind the first, `last_part` behind the last. `indent` counts the white space before it.
    """

    line: int
    end: int
    indent: int
    start: int
    last: int
    part: str = ""
    chapter: int = 0
    book: str = ""
    last_part: str = ""

    @property
    def reference(self) -> str:
        """The number as a reference: `3`, `2-3`, `3a`, `1:1`, `Ruth 1:1`."""
        number = f"{self.start}{self.part}" + (f"-{self.last}{self.last_part}" if self.last > self.start else "")
        number = f"{self.chapter}:{number}" if self.chapter else number
        return f"{self.book} {number}" if self.book else number


def find_marks(lines: Sequence[str]) -> dict[str, list[Mark]]:
    """Return the numbers that open lines, by style, for each style that any line has."""
    found: dict[str, list[Mark]] = {}
    for at, line in enumerate(lines):
        if _HAS_NUMBER.match(line):
            for style, mark in _marks_of(at, line):
                found.setdefault(style, []).append(mark)
    return found


def read_roman(text: str) -> int:
    """Return what a Roman numeral in capitals says, 0 if it is written in no regular way."""
    values = [_ROMAN_DIGITS[letter] for letter in unicodedata.normalize("NFKC", text)]
    pairs = zip(values, [*values[1:], 0], strict=True)
    number = sum(-value if value < following else value for value, following in pairs)
    return number if 0 < number < 400 and _write_roman(number) == unicodedata.normalize("NFKC", text) else 0


def _write_roman(number: int) -> str:
    numerals = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    written = ""
    for value, letters in numerals:
        written += letters * (number // value)
        number %= value
    return written


def _marks_of(at: int, line: str) -> Iterator[tuple[str, Mark]]:
    for style, pattern in _PATTERNS.items():
        if (found := pattern.match(line)) and (mark := _read(at, line, found)):
            yield style, mark


def _read(at: int, line: str, found: "regex.Match[str]") -> Mark | None:
    said = found.groupdict()
    start = read_roman(said["roman"]) if said.get("roman") else _digits(said.get("start"))
    if start is None or (said.get("roman") and not start):
        return None
    last = _digits(said.get("last"))
    if last is not None and last <= start:
        return None
    return Mark(
        line=at,
        end=found.end(),
        indent=len(line) - len(line.lstrip()),
        start=start,
        last=start if last is None else last,
        part=said.get("part") or "",
        chapter=_digits(said.get("chapter")) or 0,
        book=" ".join((said.get("book") or "").split()).rstrip("."),
        last_part=said.get("last_part") or "",
    )


def _digits(text: str | None) -> int | None:
    return int("".join(str(unicodedata.digit(digit)) for digit in text)) if text else None
