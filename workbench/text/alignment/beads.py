"""The best chain of beads through a band, and how sure each bead is: dynamic programming over boundaries.

Gains: the evidence of the bead, plus the logarithm of how often beads of its shape occur.
A unit alone gains only its logarithm, so that every unit of a bead must earn its place.
"""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from workbench.text.alignment.bands import Band

    Floats = NDArray[np.float64]
    Gains = dict[tuple[int, int], Floats]
    Chain = list[tuple[int, int, int, int]]

__all__ = ["SHAPES", "find_beads", "score_beads"]

SHAPES = {
    (1, 1): 0.8, (1, 2): 0.04, (2, 1): 0.04, (2, 2): 0.005, (1, 3): 0.004, (3, 1): 0.004, (2, 3): 0.001, (3, 2): 0.001,
    (1, 4): 0.001, (4, 1): 0.001,
}  # fmt: skip
_ALONE = float(np.log(0.02))
_SOURCE_ALONE: "tuple[tuple[int, int], Floats | None]" = ((1, 0), None)
_NOWHERE = slice(0, 0), slice(0, 0), 0.0


def find_beads(band: "Band", gains: "Gains") -> "Chain":
    """Return the best chain as (source start, source end, target start, target end), in order."""
    best = np.full(band.area, -np.inf)
    best[0] = 0.0
    came = np.full(band.area, len(gains) + 1, np.int8)
    for row in range(len(band.low)):
        for number, (to, origin, gain) in enumerate(_steps(band, row, gains)):
            sums = best[origin] + gain
            better = sums > best[to]
            best[to][better] = sums[better]
            came[to][better] = number
        here = best[band.row(row)]
        slope = _ALONE * np.arange(len(here))
        climbed = np.maximum.accumulate(here - slope) + slope
        came[band.row(row)][climbed > here + 1e-9] = len(gains) + 1
        np.maximum(here, climbed, out=here)
    return _trace(band, came, [*gains, (1, 0), (0, 1)])


def score_beads(band: "Band", gains: "Gains", chain: "Chain") -> list[float]:
    """Return the posterior probability of each bead of `chain` among all chains (forward-backward)."""
    forward, backward = _sweep_forward(band, gains), _sweep_backward(band, gains)
    scores = []
    for a, b, c, d in chain:
        start, end = band.cell(a, c), band.cell(b, d)
        gain = gains[b - a, d - c][end] if (b - a, d - c) in gains else _ALONE
        scores.append(float(np.exp(min(forward[start] + gain + backward[end] - forward[-1], 0.0))))
    return scores


def _steps(band: "Band", row: int, gains: "Gains") -> "Iterator[tuple[slice, slice, Floats | float]]":
    """For each shape, and a source unit alone: the cells of `row` it can end in, the cells it then starts in, its
    gains.

    A shape that does not fit gives empty slices, so that the n-th step is always the n-th shape.
    """
    low, high, start = band.rows[row]
    for (rows, columns), gain in [*gains.items(), _SOURCE_ALONE]:
        if row < rows:
            yield _NOWHERE
            continue
        before_low, before_high, before_start = band.rows[row - rows]
        first = max(low, before_low + columns)
        last = max(first, min(high, before_high + columns))
        shift, origin = start - low, before_start - before_low - columns
        to = slice(shift + first, shift + last)
        yield to, slice(origin + first, origin + last), _ALONE if gain is None else gain[to]


def _sweep_forward(band: "Band", gains: "Gains") -> "Floats":
    """Log sum over all chains from the first corner to each cell."""
    total = np.full(band.area, -np.inf)
    total[0] = 0.0
    for row in range(len(band.low)):
        for to, origin, gain in _steps(band, row, gains):
            total[to] = np.logaddexp(total[to], total[origin] + gain)
        here = total[band.row(row)]
        slope = _ALONE * np.arange(len(here))
        here[:] = np.logaddexp.accumulate(here - slope) + slope
    return total


def _sweep_backward(band: "Band", gains: "Gains") -> "Floats":
    """Log sum over all chains from each cell to the last corner."""
    total = np.full(band.area, -np.inf)
    total[-1] = 0.0
    for row in reversed(range(len(band.low))):
        here = total[band.row(row)]
        slope = _ALONE * np.arange(len(here))[::-1]
        here[:] = (np.logaddexp.accumulate((here - slope)[::-1]))[::-1] + slope
        for to, origin, gain in _steps(band, row, gains):
            total[origin] = np.logaddexp(total[origin], total[to] + gain)
    return total


def _trace(band: "Band", came: "NDArray[np.int8]", shapes: list[tuple[int, int]]) -> "Chain":
    """Walk back from the last corner."""
    row, column = len(band.low) - 1, int(band.high[-1]) - 1
    chain = []
    while row or column:
        rows, columns = shapes[came[band.cell(row, column)]]
        chain.append((row - rows, row, column - columns, column))
        row, column = row - rows, column - columns
    return chain[::-1]
