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
_LAST = r"(?P<last>\d{1,5})(?P<last_part>[a-d]?)"
_START = r"(?P<start>\d{1,5})(?P<part>[a-d]?)"
_NUMBER = rf"{_START}(?:[ \t]?{_DASH}[ \t]?{_LAST})?"
_JOINED = rf"{_START}(?:(?:[ \t]?(?:{_DASH}|[/&,،，])[ \t]?|[ ](?:and|und|et|y|e|i|и)[ ]){_LAST})?"
_ACROSS = rf"{_START}(?:[ \t]?{_DASH}[ \t]?(?:(?P<last_chapter>\d{{1,3}})[ ]?[:：.,][ ]?)?{_LAST})?"
"""Numbers alone or bridged: by a dash, also by a word or a sign, also into a later chapter."""
_CHAPTER = r"(?P<chapter>\d{1,3})"
_ROMAN = r"(?P<roman>[IVXLCDM]{1,9}|[\u2160-\u216b])"
_SMALL_ROMAN = r"(?P<roman>[ivxlc]{1,7}|[\u2170-\u217b])"
_HAN = "(?P<han>[〇零一二三四五六七八九十百]{1,7})"
_CALLED = (
    r"(?i:articles?|art(?:ikel|icolo|ículo|[.])|№|n(?:o|r|º|°)[.]?|verses?|vv?[.]?|стих|ст[.]|статья|paragraph|para[.])"
)
_BOOK = r"(?P<book>(?:(?:[1-4]|I{1,3}|IV)[. \u00a0]{0,2})?\p{L}[\p{L}\p{M}.’' \u00a0]{0,40}?)"
_SPACE = r"[ \t\u00a0\u3000\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]*"  # also what cannot be seen
_END = r"(?=\s|$)"
_DRAWN = rf"\{{{_JOINED}\}}|<{_JOINED}>|\|{_JOINED}\||\*\*{_JOINED}[.)]?\*\*|#{{1,6}}[ ]{_JOINED}[.):]?{_END}"
_OPENING = '["“‘«„(]'

STYLES: Mapping[str, str] = {
    "named": rf"{_BOOK}[. \u00a0]{{0,2}}{_CHAPTER}[ ]?[:：.,][ ]?{_ACROSS}[.)\]]?{_END}",
    "pair": rf"[\[(]?{_CHAPTER}[ ]?[:：][ ]?{_ACROSS}[.)\]]?{_END}",
    "section": rf"[§¶]{{1,2}}[ \u00a0]?{_JOINED}[.):]?(?!\d)",
    "bracket": rf"(?:\[{_JOINED}\](?:{_DASH}?\[{_LAST}\])?|【{_JOINED}】|［{_JOINED}］|〔{_JOINED}〕|{_DRAWN})[.:]?",
    "point": rf"(?:\({_JOINED}\)|（{_JOINED}）|{_JOINED}(?:[)）]|[.．。।](?!\d)[-–—]?|[、°º]|[:/]{_END}))",
    "decimal": rf"{_CHAPTER}\.{_NUMBER}[.)]?{_END}",
    "triple": rf"(?P<book>\d{{1,3}})\.{_CHAPTER}\.{_NUMBER}[.)]?{_END}",
    "comma": rf"{_CHAPTER},{_NUMBER}[.)]?{_END}",
    "roman chapter": rf"(?P<roman_chapter>[IVXLC]{{1,9}})[.,:][ ]?{_NUMBER}[.)]?{_END}",
    "called": rf"{_CALLED}[ \u00a0]?{_JOINED}[.):]?{_END}",
    "dashed": rf"{_NUMBER}[ ]?{_DASH}{_END}",
    "circled": r"(?P<start>[①-⑳㉑-㉟])(?P<part>)(?P<last>)?",
    "han": rf"(?:第{_HAN}[條条章節节回首]|{_HAN}[、．。.])",
    "roman": rf"(?:\({_ROMAN}\)|{_ROMAN}[.)]|{_ROMAN}[ ]?{_DASH}){_END}|{_ROMAN}$",
    "small roman": rf"(?:\({_SMALL_ROMAN}\)|{_SMALL_ROMAN}[.)]){_END}",
    "plain": rf"{_NUMBER}(?:[ \t\u00a0\u3000]+(?=\p{{L}}|{_OPENING})|(?={_OPENING}?[\p{{Lu}}\p{{Lo}}])|$)",
    "raised": r"(?P<start>[⁰¹²³⁴-⁹]{1,4})(?P<part>)(?P<last>)?",
}
"""What a number looks like, by name; where two number a text equally well, the one that stands first does."""

_PATTERNS = {name: regex.compile(f"{_SPACE}(?:{pattern}){_SPACE}") for name, pattern in STYLES.items()}
_HAS_NUMBER = regex.compile(
    r"[^\n]{0,60}?[\d⁰¹²³⁴-⁹①-⑳㉑-㉟]|[ \t]*\(?[IVXLCDMivxlc\u2160-\u217b]|\s*第?[〇零一二三四五六七八九十百]"
)
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


@dataclass(frozen=True, slots=True)
class Mark:
    """A number at the beginning of line `line` (from 0); the text goes on at `end` of that line.

    It says `start`, or `start` to `last`, in `chapter` of `book`, 0 and "" where it names none; `part` is a letter
    behind the first, `last_part` behind the last. `last_chapter` is that of the last, where it is a later one. `indent`
    counts the white space before it.
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
    last_chapter: int = 0

    @property
    def reference(self) -> str:
        """The number as a reference: `3`, `2-3`, `3a`, `1:1`, `Ruth 1:1`, `1.1.1`."""
        last = f"{self.last_chapter}:{self.last}" if self.last_chapter else f"{self.last}{self.last_part}"
        number = f"{self.start}{self.part}" + (f"-{last}" if self.is_bridge else "")
        if self.book.isdecimal():
            return f"{self.book}.{self.chapter}.{number}"
        number = f"{self.chapter}:{number}" if self.chapter else number
        return f"{self.book} {number}" if self.book else number

    @property
    def is_bridge(self) -> bool:
        """Whether it stands for several numbers."""
        return self.last > self.start or self.last_chapter > 0

    @property
    def end_chapter(self) -> int:
        """The chapter of the last number."""
        return self.last_chapter or self.chapter


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
    values = [_ROMAN_DIGITS.get(letter, 0) for letter in unicodedata.normalize("NFKC", text)]
    pairs = zip(values, [*values[1:], *([0] if values else [])], strict=True)
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
    start, last = _first_of(said), _digits(said.get("last"))
    chapter = _digits(said.get("chapter")) or read_roman(said.get("roman_chapter") or "")
    last_chapter = _digits(said.get("last_chapter")) or 0
    if start is None or (said.get("roman_chapter") and not chapter):
        return None
    if (last_chapter and last_chapter <= chapter) or (last is not None and not last_chapter and last <= start):
        return None
    return Mark(
        line=at,
        end=found.end(),
        indent=len(line) - len(line.lstrip()),
        start=start,
        last=start if last is None else last,
        part=said.get("part") or "",
        chapter=chapter,
        book=" ".join((said.get("book") or "").split()).rstrip("."),
        last_part=said.get("last_part") or "",
        last_chapter=last_chapter,
    )


def _first_of(said: Mapping[str, str | None]) -> int | None:
    """Return the number that a mark begins with, None where its numeral is written in no regular way."""
    if roman := said.get("roman"):
        return read_roman(unicodedata.normalize("NFKC", roman).upper()) or None
    if han := said.get("han"):
        return _read_han(han) or None
    return _digits(said.get("start"))


def _read_han(text: str) -> int:
    """Return what a numeral below 1,000 says, written with tens (二十三) or digit by digit (二三), 0 for another."""
    digits = {sign: at for at, sign in enumerate("〇一二三四五六七八九")} | {"零": 0}
    if not set(text) & {"十", "百"}:
        return int("".join(str(digits[sign]) for sign in text))
    number, digit = 0, 0
    for sign in text:
        if sign in digits:
            digit = digits[sign]
        else:
            number, digit = number + (digit or 1) * {"十": 10, "百": 100}[sign], 0
    return number + digit


def _digits(text: str | None) -> int | None:
    return int("".join(str(int(unicodedata.numeric(digit))) for digit in text)) if text else None
