"""Which tokens of a text are one number: "two hundred and five", "100 000", "−5", "50 %", "½ million", "二千".

Nearly every word of a text is known to be no part of a number after it was met once, most by how it begins.
"""

import re
from collections.abc import Sequence
from itertools import filterfalse, product

from workbench.text.words.cache import LONGEST, Cache
from workbench.text.words.numbers.figures import SIGNS
from workbench.text.words.numbers.forms import OPENINGS
from workbench.text.words.numbers.letters import HAN_DIGITS, KERAIAS
from workbench.text.words.numbers.meaning import (
    PERCENT,
    begin,
    list_whole,
    meaning_of,
    multiplies,
    opens_number,
    read_on,
    split_word,
)
from workbench.text.words.weights import LISTED

__all__ = ["find_numbers", "list_openings"]

_FIGURES = re.compile(
    r"(?:\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?![ \u00a0\u202f\u2009.,]?\d)|\d+(?:[.,:'’٫٬\u00a0\u202f\u2009]\d+)*)"
    r"(?: ?[¼-¾⅐-⅞]|[/⁄∕]\d+(?![\d/])|(?<!\d{4})[⁰¹²³⁴-⁹]+)?[十百千万萬亿億兆]*"
)
_FRACTION = re.compile("[¼-¾⅐-⅞]")
_ETHIOPIC = re.compile("[፩-፼]+")
_HAN = re.compile(f"第?[{HAN_DIGITS}]+")
_ORDINAL_SIGN = "第"
_NO_NUMBERS = frozenset(["万一", "千万", "万万", "一一", "三三两两", "千百"])
_GREEK = re.compile("͵?[α-ωϛϝϟϙϡͳ]+")
_HEBREW = re.compile("[א-ת]")
_GERESH = "׳"
_SIGNS_OF_NUMBERS = frozenset([*HAN_DIGITS, *KERAIAS, _GERESH, _ORDINAL_SIGN])
# What Han numerals count, where a dictionary leaves it together with some of them.
_COUNTED = frozenset("年月日号號时時章節节卷篇頁页")
_BEFORE_SIGN = frozenset("([{“„‘«\"'=<>~≈,;:/|")  # what may touch a sign that belongs to figures

_ARTICLES = frozenset({"a", "an"})
_JOINTS = frozenset(["a", "an", "and", "&", "und", "en", "et", "atque", "ac", "e", "ed", "y", "и", "с"])
_MONEY = (["six", "cent"], ["six", "cents"])
_FRENCH_WORDS = """
les de des du le la ces ses leurs y avait ont aux avec à et par en dans environ sont étaient il ils elle que
"""
_FRENCH = frozenset(_FRENCH_WORDS.split())

# How words in English letters that may open a number begin, in every mixture of cases; "un-" is "un" of "un-deux".
_CASED_OPENINGS = frozenset(
    "".join(letters)
    for opening in OPENINGS
    for written in ((opening, f"{opening}-") if len(opening) < 3 else (opening,))
    for letters in product(*[(letter, letter.upper()) for letter in written])
)

_DIGITS = frozenset("0123456789")
_MOST = 5_000  # words known to be part of a number or not

Range = tuple[int, int]


def find_numbers(text: str, words: Sequence[str], starts: Sequence[int], ends: Sequence[int]) -> list[Range]:
    """List, in order, which of the words make one number together, half-open; single words are left out."""
    openings = list_openings(words)
    if not openings:
        return []
    found: list[Range] = []
    done = 0
    scanner = _Scanner(text, words, starts, ends)
    for place in openings:
        if place >= done and (unit := scanner.read_at(place, done)):
            found.append(unit)
            done = unit[1]
    return found


def list_openings(words: Sequence[str]) -> list[int]:
    """List the places of words that may be in a number; of most words that were met before it is known that not."""
    unknown = set(filterfalse(_closed.__contains__, words))
    if not unknown:
        return []
    # Of letters the first three tell at a glance, so most words need no call.
    suspects = [word for word in unknown if word[:3] in _CASED_OPENINGS or not (word.isascii() and word.isalpha())]
    opening = set(filter(_opens, suspects))
    _closed.learn({word: False for word in unknown if word not in opening and len(word) <= LONGEST})
    return [n for n, word in enumerate(words) if word in opening] if opening else []


def _opens(word: str) -> bool:
    """Tell whether a word may be in a number; of English letters the first three tell most."""
    if word.isascii():
        return word[0] in _DIGITS or (word[:3] in _CASED_OPENINGS and _may_open(word))
    return _may_open(word)


def _may_be_number(word: str) -> bool:
    first = word[0]
    if first.isalpha() and first not in _SIGNS_OF_NUMBERS:
        return opens_number(word)
    return first.isnumeric() or first in _SIGNS_OF_NUMBERS


_may_open = Cache(_may_be_number, most=_MOST, known={word: _may_be_number(word) for word in LISTED}).__getitem__
_closed = Cache(_opens, most=_MOST, known={word: False for word in LISTED if not _opens(word)})


class _Scanner:
    """One text, read for numbers from one place on."""

    def __init__(self, text: str, words: Sequence[str], starts: Sequence[int], ends: Sequence[int]) -> None:
        self.text = text
        self.words = words
        self.starts = starts
        self.ends = ends

    def read_at(self, place: int, done: int) -> Range | None:
        """Find the longest number that this word opens, not before the word `done`; None where it is the word alone."""
        first = self.words[place][0]
        if first.isdecimal() or _FRACTION.match(first):
            found = self._read_figures(place, done)
        elif first.isnumeric() or first in HAN_DIGITS or first == _ORDINAL_SIGN:
            found = self._read_signs(place)
        elif first in KERAIAS or first == _GERESH:
            found = self._read_greek(place, done)
        else:
            found = self._read_words(place, done)
        first_word, last = self._with_percent(*found)
        return (first_word, last) if last - first_word > 1 else None

    def _read_figures(self, place: int, done: int) -> Range:
        start = self.starts[place]
        match = _FIGURES.match(self.text, start)
        last = self._last_before(place, match.end() if match else self.ends[place])
        if last < len(self.words) and self._is_next(last) and multiplies(self.words[last]):
            last += 1
        first = self._with_sign(place, done)
        if last - first == 1 or meaning_of(self.text[self.starts[first] : self.ends[last - 1]]):
            return first, last
        return place, place + 1

    def _with_sign(self, place: int, done: int) -> int:
        """Return the place of a sign that belongs to figures, else theirs."""
        sign = place - 1
        if sign < done or self.words[sign] not in SIGNS or self.ends[sign] != self.starts[place]:
            return place
        at = self.starts[sign]
        is_free = at == 0 or self.text[at - 1].isspace() or self.text[at - 1] in _BEFORE_SIGN
        return sign if is_free else place

    def _last_before(self, place: int, end: int) -> int:
        last = place + 1
        while last < len(self.words) and self.ends[last] <= end:
            last += 1
        return last

    def _read_signs(self, place: int) -> Range:
        """Read Han or Ethiopic numerals, each of which may be a token."""
        start = self.starts[place]
        match = _HAN.match(self.text, start) or _ETHIOPIC.match(self.text, start)
        if match is None or match[0] in _NO_NUMBERS or not meaning_of(match[0]):
            return place, place + 1
        last = self._last_before(place, match.end())
        if last < len(self.words) and self.starts[last] < match.end() and self._is_counted(place, last):
            return place, last + 1
        if self.ends[last - 1] != match.end():
            return place, place + 1
        follows = last < len(self.words) and self.words[last] in _COUNTED and self.starts[last] == match.end()
        return place, last + (follows and self._is_counted(place, last))

    def _is_counted(self, place: int, last: int) -> bool:
        """Tell whether a dictionary left the last numeral together with what is counted: 一九, 四, 五年."""
        return meaning_of(self.text[self.starts[place] : self.ends[last]]) is not None

    def _read_greek(self, place: int, done: int) -> Range:
        """Read letters before a keraia or geresh that stands as a sign of its own."""
        first = place - 1
        letters = _HEBREW if self.words[place][0] == _GERESH else _GREEK
        if first < done or self.ends[first] != self.starts[place] or not letters.fullmatch(self.words[first]):
            return place, place + 1
        is_number = meaning_of(self.text[self.starts[first] : self.ends[place]])
        return (first, place + 1) if is_number else (place, place + 1)

    def _read_words(self, place: int, done: int) -> Range:
        if place > done and self.words[place - 1].casefold() in _ARTICLES and self._is_next(place):
            found = self._longest(place - 1)
            if found[1] > place:
                return found
        return self._longest(place) if self._goes_on(place + 1) else (place, place + 1)

    def _goes_on(self, place: int) -> bool:
        """Tell whether the word may be in a number that began before it."""
        if place == len(self.words):
            return False
        word = self.words[place]
        return _may_open(word) or word.casefold() in _JOINTS

    def _longest(self, place: int) -> Range:
        """Read number words as far as they make one number, in any language."""
        reading = begin()
        best = place + 1
        for n in range(place, len(self.words)):
            if n > place and self.words[n] != "," and not self._is_next(n):
                break
            for part in split_word(self.words[n]):
                reading = read_on(reading, part)
            if not reading:
                break
            if n > place and list_whole(reading) and not self._is_money(place, n + 1):
                best = n + 1
        return place, best

    def _is_money(self, first: int, last: int) -> bool:
        """Tell whether these words are English "six cents" and not French, which a word before them shows."""
        words = [word.casefold() for word in self.words[max(first - 3, 0) : last]]
        return words[-2:] in _MONEY and last - first == 2 and _FRENCH.isdisjoint(words)

    def _with_percent(self, first: int, last: int) -> Range:
        end = self.ends[last - 1]
        match = PERCENT.match(self.text, end)
        if match is None or not meaning_of(self.text[self.starts[first] : end]):
            return first, last
        longer = self._last_before(last - 1, match.end())
        return first, longer if self.ends[longer - 1] == match.end() else last

    def _is_next(self, place: int) -> bool:
        """Tell whether nothing but white space parts the word from the one before it."""
        between = self.text[self.ends[place - 1] : self.starts[place]]
        return between.isspace() and between.count("\n") < 2
