"""What the lengths of a bead's two sides say."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.alignment.evidence import length_evidence
from workbench.text.alignment.weights import Weights

NONE = np.zeros((1, 1))
LENGTHS = st.floats(0, 1e5)


def weigh(source: float, target: float, ratio: float = 0.0) -> float:
    weights = Weights(NONE, NONE, ratio, spread=0.2, wide=0.9, mean=60.0)
    return float(length_evidence(np.array([source]), np.array([target]), weights)[0])


@given(LENGTHS, LENGTHS)
def test_no_pair_of_lengths_says_more_for_a_bead_than_the_expected_one(source: float, target: float) -> None:
    assert weigh(source, target) <= weigh(1e6, 1e6) + 1e-9


@given(st.floats(10, 1e4), st.floats(1, 20), st.floats(1.1, 3))
def test_the_farther_two_lengths_are_apart_the_less_they_say(length: float, times: float, more: float) -> None:
    assert weigh(length, length * times * more) < weigh(length, length * times)


def test_the_texts_own_ratio_is_what_is_expected() -> None:
    assert weigh(100, 200, ratio=np.log(2)) > weigh(100, 100, ratio=np.log(2))
