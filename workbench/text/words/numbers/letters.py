"""Numbers written with letters or with signs of their own: Roman, Greek, Hebrew, Ethiopic, Han."""

import re
from fractions import Fraction
from itertools import pairwise
from unicodedata import normalize

from workbench.text.words.numbers.values import Meaning

__all__ = ["HAN_DIGITS", "KERAIAS", "is_roman", "read_letters", "roman_part"]

_ROMAN = re.compile(r"(?=[mdclxvi])m{0,4}(?:cm|cd|d?c{0,4})(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})")
_ROMAN_VALUES = {"m": 1000, "d": 500, "c": 100, "l": 50, "x": 10, "v": 5, "i": 1}
_ROMAN_ENDING = (
    "[-‐‑]?(?:st|nd|rd|th|er|re|ère|e|ème|eme|ᵉ|ᵉʳ|ʳᵉ|º|ª|de|ste|te|ter|ten|ii?ème|"
    "й|го|ого|му|ому|м|ым|я|ая|ю|ую|ой|е|ое|ом|х|ых)"
)
# in capitals, or with a small ending; in small letters only what no word looks like
_ROMAN_ORDINAL = re.compile(
    rf"([MDCLXVI]+){_ROMAN_ENDING}|([mdclxvi]{{2,}}j?)(?:ᵉ|[-‐‑][а-я]+)|([xvi]{{3,}}j?)(?:e|st|nd|rd|th)|([xvi]{{2}})th"
)
_WORDS_TOO = frozenset(["Me", "Le", "Ce", "De", "Mere", "Dite"])

KERAIAS = "´΄\u02b9\u0374"  # after Greek letters that are a number
_GREEK = dict(zip("αβγδεϛζηθ", range(1, 10), strict=True)) | {"ϝ": 6, "ϟ": 90, "ϙ": 90, "ϡ": 900, "ͳ": 900}
_GREEK |= dict(zip("ικλμνξοπ", range(10, 90, 10), strict=True)) | dict(
    zip("ρστυφχψω", range(100, 900, 100), strict=True)
)
_GREEK_NUMBER = re.compile("(͵?[α-ωϛϝϟϙϡͳ]{1,5})[´΄\u02b9\u0374]")

_HEBREW = dict(zip("אבגדהוזחט", range(1, 10), strict=True)) | dict(zip("יכלמנסעפצ", range(10, 100, 10), strict=True))
_HEBREW |= dict(zip("קרשת", range(100, 500, 100), strict=True))
_HEBREW_NUMBER = re.compile("(?:([א-ט])[׳'])?((?:[א-ת]+[״\"])?[א-ת])(׳)?")

_ETHIOPIC = re.compile("[በለከየ]?([፩-፼]+)")  # perhaps with a preposition
_ETHIOPIC_HUNDRED, _ETHIOPIC_MYRIAD = "፻", "፼"

_HAN = dict(zip("〇一二三四五六七八九", range(10), strict=True)) | {
    "零": 0,
    "两": 2,
    "兩": 2,
    "壹": 1,
    "貳": 2,
    "參": 3,
}
_HAN_TENS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_HAN_GREAT = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
_HAN_JOINT = {"廿": 20, "卅": 30}
HAN_DIGITS = "".join([*_HAN, *_HAN_TENS, *_HAN_GREAT, *_HAN_JOINT])
_HAN_NUMBER = re.compile(f"第?([{HAN_DIGITS}]+)")
# With what they count, as the dictionary leaves them together; not one alone, for "一日" is also "one day".
_HAN_COUNTED = re.compile(f"([{HAN_DIGITS}]+)(月|(?<=..)(?:[年日号號时時章節节卷篇頁页]|世[紀纪]))")


def read_letters(text: str) -> Meaning | None:
    """Return what letters or signs say as a number, whether or not they are one where they stand; None if nothing."""
    if text[0] in "MDCLXVImdclxvi":
        return _read_roman(text)
    if text.isascii():
        return None
    for pattern, read in _READERS:
        if match := pattern.fullmatch(text):
            value = read(match)
            return Meaning(frozenset({Fraction(value)}), text[0] == "第") if value else None
    if match := _HAN_COUNTED.fullmatch(text):
        return Meaning(frozenset({(Fraction(_read_han(match)), match[2])}))
    folded = normalize("NFKC", text)
    return _read_roman(folded) if folded != text and folded.isascii() and folded.isalpha() else None


def is_roman(word: str) -> bool:
    """Tell whether all of the word is a Roman number, in one case, perhaps with a last "j"."""
    folded = word.casefold()
    if folded.endswith("j") and len(folded) > 1:
        folded = folded[:-1] + "i"
    return (word.isupper() or word.islower()) and _ROMAN.fullmatch(folded) is not None


def roman_part(word: str) -> str:
    """Return the Roman number of an ordinal such as "XIXᵉ", "XIX-м", "IInd"; "" for another word."""
    match = _ROMAN_ORDINAL.fullmatch(word)
    if match is None or word in _WORDS_TOO or (word[0] in "MDCL" and len(word) < 4):
        return ""
    roman = match[1] or match[2] or match[3] or match[4]
    return roman if is_roman(roman) else ""


def _read_roman(word: str) -> Meaning | None:
    if is_roman(word):
        return Meaning(frozenset({Fraction(_sum_roman(word.casefold().replace("j", "i")))}))
    part = roman_part(word)
    return (
        Meaning(frozenset({Fraction(_sum_roman(part.casefold().replace("j", "i")))}), is_ordinal=True) if part else None
    )


def _sum_roman(letters: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in letters]
    return sum(-v if v < max(values[n:]) else v for n, v in enumerate(values))


def _read_greek(match: re.Match[str]) -> int:
    letters = match[1]
    thousands = 1000 * _GREEK[letters[1]] if letters[0] == "͵" else 0
    return thousands + _sum_falling([_GREEK.get(c, 0) for c in (letters[2:] if thousands else letters)])


def _read_hebrew(match: re.Match[str]) -> int:
    thousands, letters, geresh = match.groups()
    if len(letters) == 1 and not geresh:
        return 0
    value = _sum_falling([_HEBREW.get(c, 0) for c in letters if c not in '״"'])
    return value and value + 1000 * (_HEBREW[thousands] if thousands else 0)


def _sum_falling(values: list[int]) -> int:
    """Add values that fall, as those of letters do (in Hebrew 400 may stand twice); else 0."""
    falls = all(first > last or first == last == 400 for first, last in pairwise(values))
    return sum(values) if falls and 0 not in values else 0


def _read_ethiopic(match: re.Match[str]) -> int:
    total = part = 0
    for sign in match[1]:
        if sign == _ETHIOPIC_MYRIAD:
            total, part = (total + (part or (0 if total else 1))) * 10_000, 0
        elif sign == _ETHIOPIC_HUNDRED:
            part = (part or 1) * 100
        else:
            number = ord(sign) - ord("፩") + 1
            part += number if number < 10 else (number - 9) * 10
    return total + part


def _read_han(match: re.Match[str]) -> int:
    signs = match[1]
    if len(signs) > 1 and all(sign in _HAN for sign in signs):
        return int("".join(str(_HAN[sign]) for sign in signs))
    total = part = unit = 0
    for sign in signs:
        if sign in _HAN_GREAT:
            total, part, unit = total + (part + unit or 1) * _HAN_GREAT[sign], 0, 0
        elif sign in _HAN_TENS:
            part, unit = part + (unit or 1) * _HAN_TENS[sign], 0
        else:
            part, unit = (part + _HAN_JOINT[sign], 0) if sign in _HAN_JOINT else (part, _HAN[sign])
    return total + part + unit


_READERS = (
    (_HAN_NUMBER, _read_han),
    (_ETHIOPIC, _read_ethiopic),
    (_GREEK_NUMBER, _read_greek),
    (_HEBREW_NUMBER, _read_hebrew),
)
