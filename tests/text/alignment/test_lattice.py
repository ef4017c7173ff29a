"""The walk through a lattice: the best way, and how probable its states are."""

import itertools

import numpy as np
import numpy.typing as npt
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.alignment.lattice import posteriors, viterbi

Step = npt.NDArray[np.float64]
Way = tuple[int, ...]
WEIGHTS = st.floats(-5, 5).map(lambda weight: round(weight, 3))


@st.composite
def lattices(draw: st.DrawFn) -> list[Step]:
    sizes = [1, *draw(st.lists(st.integers(1, 3), min_size=1, max_size=3)), 1]
    return [
        np.array([[draw(WEIGHTS) for _ in range(columns)] for _ in range(rows)])
        for rows, columns in itertools.pairwise(sizes)
    ]


def count_all(steps: list[Step], caution: float) -> tuple[dict[Way, float], dict[Way, float]]:
    """Every walk with its sum of weights, one by one."""
    ways = itertools.product(*(range(step.shape[1]) for step in steps))
    sums = {
        way: sum(step[a, b] for step, (a, b) in zip(steps, itertools.pairwise((0, *way)), strict=True)) for way in ways
    }
    total = sum(np.exp(caution * value) for value in sums.values())
    return sums, {way: np.exp(caution * value) / total for way, value in sums.items()}


@given(lattices(), st.sampled_from([0.3, 0.7, 1.0]))
def test_the_way_is_the_best_of_all_and_its_states_have_the_share_of_all_ways_through_them(
    steps: list[Step], caution: float
) -> None:
    states = viterbi(len(steps), steps.__getitem__)
    scores = posteriors(len(steps), steps.__getitem__, states, caution)
    sums, shares = count_all(steps, caution)
    assert np.isclose(sums[tuple(states)], max(sums.values()))
    for at, state in enumerate(states):
        assert np.isclose(scores[at], sum(share for way, share in shares.items() if way[at] == state))


def test_caution_makes_the_better_of_two_ways_less_sure() -> None:
    steps = [np.array([[2.0, 0.0]]), np.zeros((2, 1))]
    assert posteriors(2, steps.__getitem__, [0, 0], 0.5)[0] < posteriors(2, steps.__getitem__, [0, 0])[0]
