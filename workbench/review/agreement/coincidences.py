"""What all coefficients begin with: the values of each unit that can be paired."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

__all__ = ["Unit", "counts_of"]

Unit = Sequence[Any]
"""The values of one unit, None where a rater gave none."""


def counts_of(units: Iterable[Unit], least: int = 2) -> list[Counter[Any]]:
    """Return how often each value was given, unit by unit; units with fewer than `least` values are left out."""
    counted = [Counter(value for value in unit if value is not None) for unit in units]
    return [counts for counts in counted if counts.total() >= least]
