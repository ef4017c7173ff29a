"""What a number says."""

from fractions import Fraction
from typing import Any, NamedTuple

__all__ = ["Meaning", "Value"]

_HAN = "\u2e80"
Value = int | Fraction | tuple[Any, ...]  # a tuple for what is no plain number: an hour, a date, per cent, "1960s"


class Meaning(NamedTuple):
    """The values a number may have (several where languages or habits of writing differ), and whether it is ordinal."""

    values: frozenset[Value]
    is_ordinal: bool = False

    def agrees(self, other: "Meaning") -> bool:
        """Tell whether both may say the same."""
        return not self.values.isdisjoint(other.values)

    def agrees_uncounted(self, other: "Meaning") -> bool:
        """Tell whether both say the same but for what is counted behind Han numerals: 二十年, 二十."""
        mine, theirs = ({_without_unit(value) for value in meaning.values} for meaning in (self, other))
        return not self.agrees(other) and not mine.isdisjoint(theirs)


def _without_unit(value: Value) -> Value:
    is_counted = isinstance(value, tuple) and len(value) == 2 and isinstance(value[1], str) and value[1] >= _HAN
    return value[0] if is_counted and isinstance(value, tuple) else value
