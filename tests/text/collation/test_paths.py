"""The best way through a matrix of values."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from workbench.text.collation.paths import best_path


def matrices(rows: int, columns: int) -> st.SearchStrategy[list[list[int]]]:
    row = st.lists(st.sampled_from([0, 0, 1, 3, 1 << 37]), min_size=columns, max_size=columns)
    return st.lists(row, min_size=rows, max_size=rows)


def weigh(values: list[list[int]]) -> int:
    return sum(values[row][column] for row, column in best_path(values))


def try_all(values: list[list[int]]) -> int:
    """The heaviest path by trying every one."""
    rows, columns = range(len(values)), range(len(values[0]))
    return max(
        sum(values[row][column] for row, column in zip(some_rows, some_columns, strict=True))
        for length in range(min(len(rows), len(columns)) + 1)
        for some_rows in combinations(rows, length)
        for some_columns in combinations(columns, length)
    )


@given(matrices(4, 4))
def test_no_other_path_is_heavier(values: list[list[int]]) -> None:
    assert weigh(values) == try_all(values)


@given(matrices(3, 4))
def test_a_wide_matrix_is_solved_as_a_narrow_one(values: list[list[int]]) -> None:
    assert weigh([row + [0] * 40 for row in values]) == weigh(values)


@given(matrices(5, 30))
def test_paths_rise_and_take_no_empty_cell(values: list[list[int]]) -> None:
    path = best_path(values)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(path))
    assert all(values[row][column] for row, column in path)


def test_nothing_has_no_path() -> None:
    assert best_path([]) == []
    assert best_path([[], []]) == []
