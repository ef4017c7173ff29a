"""What a word or a phrase says as a number, in whatever way it is written."""

import re

from workbench.text.words.cache import Cache
from workbench.text.words.numbers.compounds import may_say, ways_to_read
from workbench.text.words.numbers.figures import SIGNS, read_figures
from workbench.text.words.numbers.forms import SILENT, Pieces, says_value
from workbench.text.words.numbers.grammar import START, State, advance, is_whole, value_of
from workbench.text.words.numbers.letters import HAN_DIGITS, read_letters
from workbench.text.words.numbers.values import Meaning

__all__ = [
    "PERCENT",
    "Reading",
    "begin",
    "list_whole",
    "meaning_of",
    "multiplies",
    "opens_number",
    "read_on",
    "split_word",
]

_LANGUAGES = ("en", "de", "nl", "fr", "es", "it", "pt", "la", "ru")
PERCENT = re.compile(
    r"\s?(?:[%٪‰]|(?:per ?cent|prozent|procent|pour ?cent|por ?ciento|per ?cento|por ?cento|процент(?:а|ов)?)\b)",
    re.IGNORECASE,
)
_MIXED = re.compile(r"(\S*\d)[\s\-‐‑]*(\D+)")
_GREAT = frozenset("十百千万萬亿億兆")
_BETWEEN = re.compile(r"[\s\-‐‑­]+|(?<=[^,])(?=,)")
_LONGEST = 200
_MULTIPLYING = frozenset({"times", "many", "score"})

Reading = dict[str, set[State]]  # by language, how far a number is read
_NOTHING: Reading = {language: {START} for language in _LANGUAGES}


def begin() -> Reading:
    """Return a reading of nothing yet."""
    return _NOTHING


def split_word(word: str) -> list[str]:
    """Split a token at its hyphens, case folded: "five-and-twenty" is three words."""
    if word.isalpha():
        return [word.casefold()]
    return [part for part in _BETWEEN.split(word.casefold()) if part]


def read_on(reading: Reading, word: str) -> Reading:
    """Read one more word, case folded and without hyphens; the languages in which this goes on."""
    found: Reading = {}
    for language, ways in _ways[word].items():
        if (states := reading.get(language)) and (reached := advance(states, ways, language)):
            found[language] = reached
    return found


def list_whole(reading: Reading) -> list[State]:
    """List the numbers that may end here."""
    return [state for states in reading.values() for state in states if is_whole(state)]


def opens_number(word: str) -> bool:
    """Tell whether the word says a number, or half of one: not an article, nor what joins two words."""
    if word.isalpha():
        folded = word.casefold()
        if says_value(folded) or not may_say(folded):
            return says_value(folded)
    first = split_word(word)[:1]
    return any(way[0].kind not in SILENT for part in first for ways in _ways[part].values() for way in ways)


def _find_ways(word: str) -> dict[str, list[Pieces]]:
    return ways_to_read(word)


_ways = Cache(_find_ways, most=5_000)


def multiplies(word: str) -> bool:
    """Tell whether figures before the word are multiplied by it: "thousand", "Millionen", "万"."""
    if _GREAT.issuperset(word):
        return True
    folded = word.casefold()
    return may_say(folded) and any(way[0].kind in _MULTIPLYING for ways in _ways[folded].values() for way in ways)


def _find_meaning(text: str) -> Meaning | None:
    if not text or len(text) > _LONGEST:
        return None
    if text.isalpha() and text[0] not in HAN_DIGITS:
        folded = text.casefold()
        return _join(read_letters(text), _read_words(text) if may_say(folded) and _ways[folded] else None)
    if (match := PERCENT.search(text)) and match.end() == len(text) and match.start():
        inner = meaning_of(text[: match.start()])
        return inner and Meaning(frozenset(("%" if match[0].strip() != "‰" else "‰", v) for v in inner.values))
    first = text[0]
    if (first.isnumeric() and not first.isalpha()) or (first in SIGNS and text[1:2].isnumeric()):
        return _read_mixed(text) or read_figures(text) or read_letters(text)
    return _join(read_letters(text), _read_words(text))


def _join(left: Meaning | None, right: Meaning | None) -> Meaning | None:
    if left is None or right is None:
        return left or right
    return Meaning(left.values | right.values, right.is_ordinal)


def _read_words(text: str) -> Meaning | None:
    reading = begin()
    for word in split_word(text):
        if not (reading := read_on(reading, word)):
            return None
    states = list_whole(reading)
    return Meaning(frozenset(map(value_of, states)), all(state.ordinal for state in states)) if states else None


def _read_mixed(text: str) -> Meaning | None:
    """Read figures before a word that multiplies: "12 thousand", "3万"."""
    match = _MIXED.fullmatch(text)
    figures = match and read_figures(match[1])
    factor = match and meaning_of(match[2])
    if not (match and figures and factor and multiplies(match[2])):
        return None
    pairs = [
        (a, b) for a in figures.values for b in factor.values if not isinstance(a, tuple) and not isinstance(b, tuple)
    ]
    return Meaning(frozenset(a * b for a, b in pairs)) if pairs else None


meaning_of = Cache(_find_meaning, most=10_000).__getitem__
