"""The map of translations."""

from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.variation import place

points = st.lists(st.tuples(st.floats(-0.3, 0.3), st.floats(-0.3, 0.3)), min_size=1, max_size=7)


@given(points)
def test_points_of_a_plane_keep_their_distances(points: list[tuple[float, float]]) -> None:
    matrix = tuple(tuple(dist(a, b) for b in points) for a in points)
    placed = place(matrix)
    for i, row in enumerate(matrix):
        for j, distance in enumerate(row):
            assert dist(placed[i], placed[j]) == pytest.approx(distance, abs=1e-4)


@given(points)
def test_the_middle_is_nought(points: list[tuple[float, float]]) -> None:
    placed = place(tuple(tuple(dist(a, b) for b in points) for a in points))
    assert sum(x for x, _ in placed) == pytest.approx(0, abs=1e-6)
    assert sum(y for _, y in placed) == pytest.approx(0, abs=1e-6)


def test_two_translations_lie_on_a_line_the_first_on_the_right() -> None:
    assert place(((0.0, 0.4), (0.4, 0.0))) == ((pytest.approx(0.2), 0.0), (pytest.approx(-0.2), 0.0))


def test_one_translation_lies_in_the_middle_and_none_nowhere() -> None:
    assert place(((0.0,),)) == ((0.0, 0.0),)
    assert place(()) == ()


def test_what_is_not_known_is_far() -> None:
    assert place(((0.0, None), (None, 0.0))) == place(((0.0, 1.0), (1.0, 0.0)))
