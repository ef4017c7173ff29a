"""Per cent agreement, and agreement beyond chance by Cohen, Fleiss and Gwet.

J. Cohen, "A coefficient of agreement for nominal scales" (1960); J. L. Fleiss, "Measuring nominal scale agreement among
many raters" (1971); K. L. Gwet, "Computing inter-rater reliability and its variance in the presence of high agreement"
(2008). Where values are missing, Fleiss' and Gwet's are taken as Gwet's "Handbook of Inter-Rater Reliability" (4th
edition, 2014, chapter 2) has them: units with two values or more say what was observed, all values what chance brings.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from workbench.review.agreement.coincidences import Unit, counts_of

__all__ = ["ac1", "cohen", "fleiss", "per_cent"]


def per_cent(units: Iterable[Unit]) -> float | None:
    """Return the share of pairs of values that agree, from 0 to 1: the mean of the units with two values or more."""
    shares = [_agreeing(counts) for counts in counts_of(units)]
    return sum(shares) / len(shares) if shares else None


def cohen(units: Iterable[Unit]) -> float | None:
    """Return Cohen's kappa of two raters. Units with one value are left out.

    Raises `ValueError` for units with more than two raters.
    """
    pairs = [_pair(unit) for unit in units if None not in unit]
    if not pairs:
        return None
    left, right = (Counter(values) for values in zip(*pairs, strict=True))
    chance = sum(count * right[value] for value, count in left.items()) / len(pairs) ** 2
    return _beyond(sum(one == other for one, other in pairs) / len(pairs), chance)


def fleiss(units: Iterable[Unit]) -> float | None:
    """Return Fleiss' kappa: chance brings agreement where two values are drawn from all that were given."""
    units = list(units)
    observed, shares = per_cent(units), _shares(units)
    return None if observed is None else _beyond(observed, sum(share**2 for share in shares))


def ac1(units: Iterable[Unit], values: int = 0) -> float | None:
    """Return Gwet's AC1: chance brings agreement where both raters guess; the rarer a guess, the less of it.

    `values` says how many values there were to choose from; those that were given, if it says fewer.
    """
    units = list(units)
    observed, shares = per_cent(units), _shares(units)
    known = max(values, len(shares))
    if observed is None or known < 2:
        return None
    return _beyond(observed, sum(share * (1 - share) for share in shares) / (known - 1))


def _agreeing(counts: Counter[Any]) -> float:
    total = counts.total()
    return sum(count * (count - 1) for count in counts.values()) / (total * (total - 1))


def _shares(units: Sequence[Unit]) -> list[float]:
    """Return how often each value was given, as a share; every unit counts the same."""
    counted = counts_of(units, least=1)
    values = {value for counts in counted for value in counts}
    return [sum(counts[value] / counts.total() for counts in counted) / len(counted) for value in values]


def _pair(unit: Unit) -> tuple[Any, Any]:
    if len(unit) != 2:
        raise ValueError(f"Two raters are expected, not {len(unit)}.")
    return unit[0], unit[1]


def _beyond(observed: float, chance: float) -> float | None:
    return None if chance == 1 else (observed - chance) / (1 - chance)
