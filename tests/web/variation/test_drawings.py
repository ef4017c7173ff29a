"""The tree and the map in numbers."""

import re
from itertools import combinations
from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text import Matrix
from workbench.web.variation.drawings import draw_map, draw_tree

THREE: Matrix = ((0.0, 0.1, 0.5), (0.1, 0.0, 0.4), (0.5, 0.4, 0.0))


@st.composite
def matrices(draw: st.DrawFn) -> Matrix:
    size = draw(st.integers(1, 9))
    known = {pair: draw(st.none() | st.floats(0, 1)) for pair in combinations(range(size), 2)}
    return tuple(tuple(0.0 if i == j else known[min(i, j), max(i, j)] for j in range(size)) for i in range(size))


def name(matrix: Matrix) -> list[str]:
    return [f"T{number}" for number in range(len(matrix))]


def test_the_nearest_join_first() -> None:
    tree = draw_tree(THREE, "ABC")
    assert [(list(join.left), list(join.right), join.height) for join in tree.joins] == [
        (["A"], ["B"], pytest.approx(0.1)),
        (["A", "B"], ["C"], pytest.approx(0.45)),
    ]
    assert [label.text for label in tree.labels] == ["A", "B", "C"]
    assert [tick.text for tick in tree.ticks] == ["0%", "10%", "20%", "30%", "40%"]


@given(matrices())
def test_a_tree_joins_all_leaves_inside_its_frame(matrix: Matrix) -> None:
    tree = draw_tree(matrix, name(matrix))
    assert sorted(label.text for label in tree.labels) == name(matrix)
    assert len(tree.joins) == len(tree.paths) == len(matrix) - 1
    numbers = [float(number) for path in tree.paths for number in re.findall(r"-?[0-9.]+", path)]
    assert all(0 <= number <= max(tree.width, tree.height) for number in numbers)


@given(matrices())
def test_points_and_labels_stand_inside_the_map(matrix: Matrix) -> None:
    drawn = draw_map(matrix, name(matrix))
    for point in drawn.points:
        assert 0 <= point.x <= drawn.width
        assert 0 <= point.y <= drawn.height
        assert 0 <= point.label.x <= point.label.x + point.label.width <= drawn.width
        assert 0 <= point.label.y <= drawn.height


def test_long_sigla_leave_team_for_the_map() -> None:
    drawn = draw_map(THREE, ["A" * 20, "B" * 20, "C" * 20])
    assert max(point.x for point in drawn.points) - min(point.x for point in drawn.points) == pytest.approx(210, abs=1)


def test_lengths_on_the_map_are_distances_by_its_scale() -> None:
    drawn = draw_map(THREE, "ABC")
    a, b, c = ((point.x, point.y) for point in drawn.points)
    unit = drawn.scale / drawn.step
    assert dist(a, c) / unit == pytest.approx(0.5, abs=0.01)
    assert dist(a, b) / unit == pytest.approx(0.1, abs=0.01)
    assert drawn.error == pytest.approx(0, abs=1e-6)


def test_what_a_plane_cannot_show_is_said() -> None:
    corners: Matrix = tuple(tuple(0.0 if i == j else 0.6 for j in range(4)) for i in range(4))
    assert draw_map(corners, "ABCD").error > 0.05
