"""Agreement: against the published example, the definition written out, the laws, and another library."""

from collections.abc import Callable
from itertools import permutations

import iaa_kit
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from workbench.review.agreement import ac1, alpha, cohen, fleiss, per_cent
from workbench.review.agreement.alpha import LEVELS

# Krippendorff 2011, section C: four observers, twelve units, 1 to 5, values missing.
OBSERVERS = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3),
    (None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None),
)
UNITS = list(zip(*OBSERVERS, strict=True))
VALUES = st.integers(1, 4)
Distances = dict[str, Callable[[int, int], float]]


def tables(raters: int, values: st.SearchStrategy[int | None]) -> st.SearchStrategy[list[tuple[int | None, ...]]]:
    return st.lists(st.tuples(*[values] * raters), min_size=2, max_size=12)


@pytest.mark.parametrize(("level", "expected"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)])
def test_alpha_of_the_published_example(level: str, expected: float) -> None:
    assert alpha(UNITS, level) == pytest.approx(expected, abs=0.0005)  # type: ignore[arg-type]


def test_kappas_of_worked_examples() -> None:
    # Cohen's 2 by 2 of 50: 20 yes and 15 no agree, 5 and 10 do not.
    grants = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    assert (per_cent(grants), cohen(grants)) == (0.7, pytest.approx(0.4))
    # Gwet 2008: 118 of 125 agree on the one value, the kappas fall below nothing.
    lopsided = [(1, 1)] * 118 + [(1, 2)] * 5 + [(2, 1)] * 2
    assert cohen(lopsided) == pytest.approx(-0.0234, abs=0.0005)
    assert ac1(lopsided) == pytest.approx(0.9408, abs=0.0005)


@given(tables(3, st.none() | VALUES))
def test_alpha_is_what_its_definition_says_pair_by_pair(units: list[tuple[int | None, ...]]) -> None:
    kept = [[value for value in unit if value is not None] for unit in units]
    kept = [unit for unit in kept if len(unit) > 1]
    everything = [value for unit in kept for value in unit]

    def between(one: int, other: int) -> float:
        low, high = sorted((one, other))
        inner = sum(low < value < high for value in everything)
        return (inner + (everything.count(low) + everything.count(high)) / 2) ** 2 if low != high else 0.0

    distances: Distances = {
        "nominal": lambda one, other: float(one != other),
        "ordinal": between,
        "interval": lambda one, other: float(one - other) ** 2,
    }
    for level in LEVELS:
        distance = distances[level]
        expected = sum(distance(*pair) for pair in permutations(everything, 2))
        if not expected:
            assert alpha(units, level) is None
            continue
        observed = sum(distance(*pair) / (len(unit) - 1) for unit in kept for pair in permutations(unit, 2))
        wanted = 1 - (observed / len(everything)) / (expected / (len(everything) * (len(everything) - 1)))
        assert alpha(units, level) == pytest.approx(wanted)


# The other library weighs no missing values and takes ordinal for interval: only the rest is asked.
@given(tables(3, VALUES))
def test_another_library_says_the_same_of_complete_ratings(units: list[tuple[int, ...]]) -> None:
    assume(len({value for unit in units for value in unit}) > 1)
    assert alpha(units) == pytest.approx(iaa_kit.alpha_value(units, "nominal"))
    assert alpha(units, "interval") == pytest.approx(iaa_kit.alpha_value(units, "interval"))
    assert fleiss(units) == pytest.approx(iaa_kit.fleiss_kappa(units))


@given(tables(2, st.none() | VALUES))
def test_another_library_says_the_same_of_two_raters(units: list[tuple[int | None, ...]]) -> None:
    paired = [unit for unit in units if None not in unit]
    assume(len({value for unit in paired for value in unit}) > 1)
    left, right = zip(*units, strict=True)
    assert cohen(units) == pytest.approx(iaa_kit.cohen_kappa(left, right))
    assert ac1(paired) == pytest.approx(iaa_kit.ac1(left, right))


@given(tables(3, st.none() | VALUES), st.randoms())
def test_neither_the_order_of_units_nor_of_raters_matters(units: list[tuple[int | None, ...]], random: object) -> None:
    shuffled = [tuple(random.sample(unit, 3)) for unit in units]  # type: ignore[attr-defined]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    for figure in (per_cent, fleiss, ac1, *(lambda them, level=level: alpha(them, level) for level in LEVELS)):
        one, other = figure(units), figure(shuffled)
        assert other == (None if one is None else pytest.approx(one, abs=1e-9))


@given(st.lists(VALUES, min_size=2, max_size=9))
def test_raters_who_agree_agree_wholly(values: list[int]) -> None:
    units = [(value, None, value, value) for value in values]
    pairs = [(value, value) for value in values]
    assert per_cent(units) == 1
    if len(set(values)) > 1:
        found = [
            alpha(units),
            alpha(units, "ordinal"),
            alpha(units, "interval"),
            fleiss(units),
            ac1(units),
            cohen(pairs),
        ]
        assert found == [pytest.approx(1)] * 6


@pytest.mark.parametrize("units", [[], [(1, None)], [(None, None), (2, None)]])
def test_what_nobody_judged_twice_has_no_agreement(units: list[tuple[int | None, ...]]) -> None:
    assert [alpha(units), per_cent(units), cohen(units), fleiss(units)] == [None] * 4


def test_one_value_throughout_says_nothing_beyond_chance() -> None:
    units = [(1, 1), (1, 1)]
    assert (per_cent(units), alpha(units), cohen(units), fleiss(units), ac1(units)) == (1, None, None, None, None)
    assert ac1(units, values=3) == 1  # two others were there to choose


def test_what_is_no_scale_and_no_pair_is_refused() -> None:
    with pytest.raises(ValueError, match="nominal, ordinal, interval"):
        alpha(UNITS, "cardinal")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="Two raters are expected, not 4"):
        cohen([(1, 1, 1, 1)])
