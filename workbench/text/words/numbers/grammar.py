"""How pieces make a number: adding, multiplying, and what may stand between.

Read from left to right. Below the last multiplier stands a part: "two hundred and five thousand" is (2 · 100 + 5) ·
1000. A piece may be added where the part has room for it, so "two three" is no number and "twenty two" is one; a unit
may stand before its ten where "and" stands between ("five and twenty", "fünfundzwanzig"); after scores room is for 19
("threescore and ten", "quatre-vingt-dix").
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from workbench.text.words.numbers.forms import Piece, Value

__all__ = ["START", "State", "advance", "is_whole", "value_of"]

_UNIT_FIRST = frozenset({"en", "de", "nl", "la"})
_EVERYTHING = 10**15
_HALF = Fraction(1, 2)


class State(NamedTuple):
    """How far a number is read.

    `total`: what is multiplied already, the last time by `limit`; `part`: what is below it, or None. `waits`: for what
    an "and", an article, a comma or a Russian "with" announces. `ending`: "" (goes on), "chain" (ordinals only),
    "half", "end".
    """

    total: Value = 0
    limit: int = _EVERYTHING
    part: Value | None = None
    waits: str = ""
    ending: str = ""
    scored: bool = False
    ordinal: bool = False


START = State()


def value_of(state: State) -> Value:
    """Return the value of what is read."""
    return state.total + (state.part or 0)


def is_whole(state: State) -> bool:
    """Tell whether the number may end here."""
    return not state.waits and state != START


def advance(states: Iterable[State], ways: Iterable[Iterable[Piece]], language: str) -> set[State]:
    """Read one more word, which may be each of these sequences of pieces; returns the states it may lead to."""
    reached: set[State] = set()
    for state in states:
        for way in ways:
            here: State | None = state
            for piece in way:
                here = here and _STEPS[piece.kind](here, piece.value, language)
            if here:
                reached.add(here)
    return reached


def _add(state: State, value: Value, language: str) -> State | None:
    if state.ending or state.waits in {"article", "with", "hundred"}:
        return None
    part = _sum(state, value, language)
    if part is None:
        return None
    is_year = state.part is not None and part > 10 * state.part >= 110 and language == "en"
    ending = "end" if value == 0 or (is_year and not state.scored and value < 100 <= part) else ""
    return state._replace(part=part, waits="hundred" if state.waits == "comma" else "", ending=ending)


def _sum(state: State, value: Value, language: str) -> Value | None:
    """Return the part with this value added, or None where there is no room for it."""
    part = state.part
    if part is None:
        return value if value < state.limit and (value > 0 or state == START) else None
    if value == 0 or part.denominator > 1:
        return None
    room = 10 ** len(str(value))
    if part % room == 0 or (value < 20 and part % 20 == 0 and (state.scored or language == "fr") and part % 100):
        return part + value
    return _sum_otherwise(state, part, value, language)


def _sum_otherwise(state: State, part: Value, value: Value, language: str) -> Value | None:
    """Add a ten to a unit before it; read "quatre-vingt" and "nineteen seventeen"."""
    if state.waits == "and" and language in _UNIT_FIRST and 0 < part % 100 < 10 and value in _TENS:
        return part + value if language == "la" or value > 10 else None
    if language == "fr" and value == 20 and part % 10 in {4, 6} and part % 100 < 10:
        return part + part % 10 * 19
    if language == "en" and not state.waits and not state.total and 11 <= part <= 19 and 10 <= value <= 99:
        return part * 100 + value
    return None


_TENS = frozenset(range(10, 100, 10))


def _add_scored(state: State, value: Value, language: str) -> State | None:
    added = _add(state, value, language)
    return added and added._replace(scored=True)


def _add_ordinal(state: State, value: Value, language: str) -> State | None:
    if not value:  # the ending of a compound
        return state._replace(ending="end", ordinal=True) if is_whole(state) else None
    added = _add(state, value, language)
    return added and added._replace(ending="end", ordinal=True)


def _add_chained(state: State, value: Value, language: str) -> State | None:
    if state.ending == "chain":
        state = state._replace(ending="")
    added = _add(state, value, language)
    return added and added._replace(ending="chain", ordinal=True)


def _multiply(state: State, value: Value, _language: str) -> State | None:
    factor = int(value)
    if (
        state.ending not in {"", "half"}
        or (state.waits in {"with", "hundred"} and factor > 100)
        or (state.ending == "half" and factor < 1000)
    ):
        return None
    part = 1 if state.part is None else state.part
    if factor == 100:
        fits = part < 100 and (state.part is not None or state.waits != "comma")
        return state._replace(part=part * 100, waits="", scored=False) if fits else None
    if state.part is None and state.total:
        return _multiply_all(state, factor)
    rest = state._replace(part=None, waits="", ending="", scored=False, limit=factor)
    if factor < state.limit:
        return rest._replace(total=state.total + part * factor)
    has_room = factor == state.limit and (state.total // factor) % 10 ** len(str(int(part))) == 0
    return rest._replace(total=state.total + part * factor) if has_room else None


def _multiply_all(state: State, factor: int) -> State | None:
    """Read "mil millones": what is multiplied already is multiplied again."""
    if state.waits or factor <= state.limit or state.limit != 1000:
        return None
    return state._replace(total=state.total * factor, limit=factor)


def _multiply_some(state: State, value: Value, language: str) -> State | None:
    return None if state.part is None or state.waits == "article" else _multiply(state, value, language)


def _multiply_last(state: State, value: Value, language: str) -> State | None:
    product = _multiply(state, value, language)
    return product and product._replace(ending="end", ordinal=True)


def _score(state: State, value: Value, _language: str) -> State | None:
    if state.total or state.ending not in {"", "half"} or state.waits in {"and", "with"}:
        return None
    if state.part is None:
        fits = state.waits == "article" or value != 20
        return state._replace(part=value, waits="", ending="end") if fits else None
    if state.part >= 100 or (state.part.denominator > 1 and value == 20):
        return None
    ending = "" if value == 20 else "end"
    return state._replace(part=state.part * value, waits="", ending=ending, scored=value == 20)


def _halve(state: State, _value: Value, language: str) -> State | None:
    if state == START:
        return state._replace(part=_HALF, ending="half")
    if state.ending:
        return None
    if state.part is None and not state.total:
        return state._replace(part=_HALF, waits="", ending="half")
    if state.waits in {"and", "with", "article"}:
        return _add_half(state)
    is_one = state.part == 1 and not state.total and language != "ru"
    return state._replace(part=_HALF, ending="end") if is_one else None


def _add_half(state: State) -> State:
    if state.part is None:
        return state._replace(total=state.total + Fraction(state.limit, 2), waits="", ending="end")
    return state._replace(part=state.part + _HALF, waits="")


def _add_plus(state: State, _value: Value, _language: str) -> State | None:
    return _add_half(state) if state.part is not None and not state.waits and not state.ending else None


def _divide(state: State, value: Value, _language: str) -> State | None:
    part = state.part
    if part is None or state.total or state.waits or state.ending or part.denominator > 1 or not 0 < part < 2 * value:
        return None
    return state._replace(part=Fraction(part) / value, ending="end")


def _announce(state: State, _value: Value, _language: str) -> State | None:
    if state.waits not in {"", "comma"} or state == START or state.ending not in {"", "chain"}:
        return None
    return state._replace(waits="and")


def _pause(state: State, _value: Value, _language: str) -> State | None:
    """Read the comma of "a thousand, and five" and "a thousand, two hundred", but not of "a thousand, five"."""
    is_fit = state.total and state.part is None and not state.waits and not state.ending
    return state._replace(waits="comma") if is_fit else None


def _announce_half(state: State, value: Value, language: str) -> State | None:
    announced = _announce(state, value, language)
    return announced and announced._replace(waits="with")


def _take_article(state: State, _value: Value, _language: str) -> State | None:
    is_fit = state == START or state.waits == "and" or (state.ending == "half" and not state.waits)
    return state._replace(waits="article") if is_fit else None


_STEPS = {
    "number": _add,
    "ordinal": _add_ordinal,
    "chain": _add_chained,
    "times": _multiply,
    "many": _multiply_some,
    "last": _multiply_last,
    "score": _score,
    "scored": _add_scored,
    "half": _halve,
    "plus": _add_plus,
    "part": _divide,
    "and": _announce,
    "with": _announce_half,
    "article": _take_article,
    "comma": _pause,
}
