"""Numbers in figures: which value the digits, signs and separators of a text have.

Digits of any script count. A mark before each three digits parts thousands ("5,000", "5.000", "5'000", "5 000"), any
other is kept: "2.5" is a fraction, "10:30" and "1.15" may be an hour or a verse.
"""

import re
from collections.abc import Iterable
from fractions import Fraction
from unicodedata import digit, numeric

from workbench.text.words.numbers.values import Meaning, Value

__all__ = ["SIGNS", "read_figures", "without_grouping"]

SIGNS = "+-−–‑＋－"
_MINUS = frozenset("-−–‑－")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:([.,'’\u00a0\u202f\u2009 ])\d{3}(?:\1\d{3})*|(?:,\d{2})+,\d{3})")
_WITH_FRACTION = re.compile(r"([1-9]\d{0,2}(?:([.,'’\u00a0\u202f\u2009 ])\d{3})(?:\2\d{3})*)(?!\2)[.,](\d+)")
_SEPARATORS = re.compile(r"[.,:'’\u00a0\u202f\u2009]")
_BODY = re.compile(r"(\d[\d.,:'’\u00a0\u202f\u2009 ]*(?<=\d))?(.*)", re.DOTALL)
_RATIO = re.compile(r"(\d{1,6})[/⁄∕](\d{1,6})")
_POWER = re.compile("([0-9]{1,3})([⁰¹²³⁴-⁹]{1,2})")
_ORDINAL = re.compile(
    "[-‐‑]?(?:st|nd|rd|th|d|er|re|ère|e|è|ème|eme|ᵉ|ʳᵉ|º|ª|o|a|de|ste|te|ten|ter|й|го|ого|му|ому|м|ым|я|ая|ю|ую|ой|е|ое|ые|х|ых|ми)\\.?"
)
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_ARABIC = str.maketrans("٫٬", ".,")


def read_figures(text: str) -> Meaning | None:
    """Return what figures say: "-5", "5,000", "2½", "3/4", "10⁵", "19th", "1960s"; None for what is none."""
    sign, text = (text[0], text[1:].lstrip()) if text[:1] in SIGNS and len(text) > 1 else ("", text)
    meaning = _read_unsigned(_in_ascii(text))
    if meaning is None or sign not in _MINUS:
        return meaning
    return Meaning(frozenset(("-", v) if isinstance(v, tuple) else -v for v in meaning.values), meaning.is_ordinal)


def _in_ascii(text: str) -> str:
    """Write the digits of every script as ASCII digits, and the Arabic separators as ours."""
    if text.isascii():
        return text
    return "".join(str(digit(c)) if c.isdecimal() else c for c in text).translate(_ARABIC)


def _read_unsigned(text: str) -> Meaning | None:
    if match := _POWER.fullmatch(text):
        return _mean(Fraction(int(match[1]) ** int(match[2].translate(_SUPERSCRIPTS))))
    if match := _RATIO.fullmatch(text):
        return _mean(Fraction(int(match[1]), int(match[2]))) if int(match[2]) else None
    match = _BODY.fullmatch(text)
    body, rest = (match[1] or "", match[2].strip()) if match else ("", text)
    if rest:
        return _read_with(body, rest)
    return Meaning(frozenset(_read_body(body))) if body else None


def _read_with(body: str, rest: str) -> Meaning | None:
    """Read figures with what follows them: a fraction, an ordinal ending, other letters."""
    if len(rest) == 1 and not rest.isdecimal() and not rest.isalpha() and rest.isnumeric():  # "½", "5½"
        values = _read_body(body) if body else [Fraction(0)]
        more = Fraction(numeric(rest)).limit_denominator(100)
        return Meaning(frozenset(value + more for value in values if isinstance(value, Fraction)))
    if not body:
        return None
    if _ORDINAL.fullmatch(rest.casefold()):
        return Meaning(frozenset(_read_body(body)), is_ordinal=True)
    return Meaning(frozenset((value, rest.casefold()) for value in _read_body(body)))


def _mean(*values: Value) -> Meaning:
    return Meaning(frozenset(values))


def _read_body(body: str) -> Iterable[Value]:
    """List the values of digits with separators: as they are written, and as a fraction where that may be."""
    plain = without_grouping(body)
    parts = plain.split(".")
    if len(parts) == 1:
        return [Fraction(int(plain))]
    written = tuple(parts)
    return [written, Fraction(plain)] if len(parts) == 2 and ":" not in body else [written]


def without_grouping(body: str) -> str:
    """Return digits without what parts thousands, every other separator written as a stop."""
    body = body.translate(_ARABIC)
    if body.isdecimal():
        return body
    if _THOUSANDS.fullmatch(body):
        return "".join(filter(str.isdecimal, body))
    if match := _WITH_FRACTION.fullmatch(body):
        return "".join(filter(str.isdecimal, match[1])) + "." + match[3]
    return _SEPARATORS.sub(".", body.replace(" ", "."))
