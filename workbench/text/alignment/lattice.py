"""Forward and backward through a lattice: a chain of steps, each from some states to some others.

A step is a matrix of log weights `[from, to]`, made when it is needed, so that a long chain takes no room.
"""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    Bools = NDArray[np.bool_]
    Floats = NDArray[np.float64]

__all__ = ["posteriors", "viterbi"]


def viterbi(count: int, step: "Callable[[int], Floats]") -> list[int]:
    """Return the best state after each of `count` steps.

    The first step has one row and the last one column. A step must leave at least one way open (`-inf` closes one).
    """
    best = np.zeros(1)
    came = []
    for number in range(count):
        reached = best[:, None] + step(number)
        came.append(reached.argmax(axis=0))
        best = reached.max(axis=0)
    states = [0]
    for back in reversed(came[1:]):
        states.append(int(back[states[-1]]))
    return states[::-1]


def posteriors(
    count: int,
    step: "Callable[[int], Floats]",
    states: list[int],
    caution: float = 1.0,
    moves: "Mapping[int, Bools] | None" = None,
) -> list[float]:
    """Return the posterior probability of each of the `states` after the `count` steps, among all walks.

    `caution` (0..1] multiplies the weights: evidence that repeats itself makes a model too sure, and less than 1 makes
    it doubt. For a step that `moves` names, the probability is that of all the moves its mask `[from, to]` holds.
    """
    total = np.zeros(1)
    totals = [total]
    for number in range(count):
        total = _sum_logs(total[:, None] + caution * step(number), axis=0)
        totals.append(total)
    rest = np.zeros(1)
    found = []
    for number in reversed(range(count)):
        here = caution * step(number) + rest[None, :]
        mass = totals[number + 1][states[number]] + rest[states[number]]
        if moves and number in moves:
            mass = _sum_logs((totals[number][:, None] + here)[moves[number]], axis=0)
        found.append(float(np.exp(min(mass - totals[-1][0], 0.0))))
        rest = _sum_logs(here, axis=1)
    return found[::-1]


def _sum_logs(values: "Floats", axis: int) -> "Floats":
    top = np.maximum(values.max(axis=axis, keepdims=True), -1e300)
    with np.errstate(divide="ignore"):
        return np.asarray(np.log(np.exp(values - top).sum(axis=axis)) + top.squeeze(axis))
