"""The scale of the overview bars: from a little under the least variation of a work to its greatest.

The translations of one work part about as far in most passages. Drawn from 0 to 100% the strokes all look alike; drawn
so they say where it matters. Small spreads are not blown up: a scale covers 20 hundredths at least.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor

__all__ = ["WHOLE", "Scale", "fit_scale", "say_distance"]

_LEAST_SPAN = 20  # hundredths
_UNDER = (
    0.15  # how far under the least it begins, as a part of the spread: what varies least keeps a stroke to point at
)


@dataclass(frozen=True, slots=True)
class Scale:
    """Where a bar begins and where it is full, in hundredths of variation; `bottom` < `top`."""

    bottom: int = 0
    top: int = 100

    def height_of(self, variation: float | None) -> int:
        """Return how tall the stroke of a variation (0..1) is, in hundredths of the bar; 0 where it is unknown."""
        if variation is None:
            return 0
        return min(100, max(0, round(100 * (100 * variation - self.bottom) / (self.top - self.bottom))))


WHOLE = Scale()


def fit_scale(variations: Iterable[float | None]) -> Scale:
    """Return the scale for variations (0..1); 0 to 100 where none is known."""
    known = [100 * variation for variation in variations if variation is not None]
    if not known:
        return WHOLE
    least, most = min(known), max(known)
    top = ceil(round(most, 6))
    bottom = max(0, min(floor(least - _UNDER * (most - least)), top - _LEAST_SPAN))
    return Scale(bottom, max(top, bottom + _LEAST_SPAN))


def say_distance(distance: float | None, *, is_waiting: bool) -> str:
    """Say how far texts are apart, or why that is not known."""
    if distance is None:
        return "still to be measured" if is_waiting else "nothing to compare"
    return f"{distance:.0%} apart"
