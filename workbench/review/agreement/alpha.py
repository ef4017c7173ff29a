"""Krippendorff's alpha: agreement of any number of raters, with values missing, on several kinds of scale.

K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), sections C and D: alpha is 1 less the disagreement
observed within units, divided by that expected if all values were shared out by chance. A unit with m values counts
with m, its pairs with 1 / (m - 1) each.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import Any, Literal, get_args

from workbench.review.agreement.coincidences import Unit, counts_of

__all__ = ["LEVELS", "Level", "alpha"]

Level = Literal["nominal", "ordinal", "interval"]
"""What a scale says of its values: other or the same; also which is more; also by how much."""

LEVELS: tuple[Level, ...] = get_args(Level)
Distance = Callable[[Any, Any], float]


def alpha(units: Iterable[Unit], level: Level = "nominal") -> float | None:
    """Return Krippendorff's alpha; None where no unit has two values, or all paired values are the same.

    Values are compared by `==` (nominal) or `<` (ordinal), or are numbers (interval). Raises `ValueError` for any other
    level.
    """
    counted = counts_of(units)
    totals: Counter[Any] = Counter()
    for counts in counted:
        totals.update(counts)
    distance = _distance(level, totals)
    paired = totals.total()
    expected = _disagreement(totals, distance) / (paired * (paired - 1)) if paired else 0
    if not expected:
        return None
    observed = sum(_disagreement(counts, distance) / (counts.total() - 1) for counts in counted) / paired
    return 1 - observed / expected


def _disagreement(counts: Counter[Any], distance: Distance) -> float:
    """Add up the distances of all ordered pairs of values."""
    items = list(counts.items())
    return sum(m * n * distance(one, other) for one, m in items for other, n in items)


def _distance(level: Level, totals: Counter[Any]) -> Distance:
    if level == "nominal":
        return lambda one, other: float(one != other)
    if level == "interval":
        return lambda one, other: float(one - other) ** 2
    if level == "ordinal":
        return _distance_of_ranks(totals)
    raise ValueError(f"One of {', '.join(LEVELS)} is expected, not {level!r}.")


def _distance_of_ranks(totals: Counter[Any]) -> Distance:
    """Return the distance by how many values lie between two, half of each end counted."""
    ranks = sorted(totals)
    ends = accumulate(totals[rank] for rank in ranks)
    middle = {rank: end - totals[rank] / 2 for rank, end in zip(ranks, ends, strict=True)}
    return lambda one, other: (middle[one] - middle[other]) ** 2
