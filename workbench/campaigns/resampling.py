"""Intervals and significance by the bootstrap: pure, seeded, so that the same answers give the same figures.

Whole items are drawn with replacement, as often as there are (Efron, 1979; the percentile interval). Of two versions
the differences within an item are drawn (Koehn, 2004); p is twice the smaller share of draws on either side of zero.
"""

import random
from collections.abc import Callable, Sequence
from typing import TypeVar

__all__ = ["DRAWS", "interval_of", "significance_of"]

DRAWS = 1_000
_SEED = 20_061

Unit = TypeVar("Unit")


def interval_of(
    units: Sequence[Unit], figure: Callable[[Sequence[Unit]], float | None], draws: int = DRAWS
) -> tuple[float, float] | None:
    """Return the 95 % interval of a figure of some units; None where it says nothing of most draws."""
    if not units:
        return None
    source = random.Random(_SEED)  # noqa: S311 - draws, no secret
    drawn = sorted(found for _ in range(draws) if (found := figure(source.choices(units, k=len(units)))) is not None)
    if len(drawn) * 2 <= draws:
        return None
    return drawn[int(0.025 * len(drawn))], drawn[min(len(drawn) - 1, int(0.975 * len(drawn)))]


def significance_of(differences: Sequence[float], draws: int = DRAWS) -> float | None:
    """Return how probable the mean of differences is by chance, from 1/draws to 1; None for fewer than two."""
    if len(differences) < 2:
        return None
    source = random.Random(_SEED)  # noqa: S311
    sums = [sum(source.choices(differences, k=len(differences))) for _ in range(draws)]
    below, above = sum(one <= 0 for one in sums), sum(one >= 0 for one in sums)
    return min(1.0, max(2 * min(below, above), 1) / draws)
