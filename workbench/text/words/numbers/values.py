"""What a number says."""

from fractions import Fraction
from typing import Any, NamedTuple

__all__ = ["Meaning", "Value"]

Value = int | Fraction | tuple[Any, ...]  # a tuple for what is no plain number: an hour, a date, per cent, "1960s"


class Meaning(NamedTuple):
    """The values a number may have (several where languages or habits of writing differ), and whether it is ordinal."""

    values: frozenset[Value]
    is_ordinal: bool = False

    def agrees(self, other: "Meaning") -> bool:
        """Tell whether both may say the same."""
        return not self.values.isdisjoint(other.values)
