"""The tree of kinship."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.variation import Branch, Dendrogram, Leaf, Matrix, cluster


def symmetric(size: int, distances: list[float]) -> Matrix:
    """A distance matrix of the given upper half."""
    pairs = dict(zip(combinations(range(size), 2), distances, strict=True))
    return tuple(tuple(0.0 if i == j else pairs[min(i, j), max(i, j)] for j in range(size)) for i in range(size))


matrices = st.integers(1, 7).flatmap(
    lambda size: st.lists(st.floats(0, 1), min_size=size * (size - 1) // 2, max_size=size * (size - 1) // 2).map(
        lambda distances: symmetric(size, distances)
    )
)


def test_the_nearest_join_first_and_the_mean_gives_the_height() -> None:
    matrix = symmetric(3, [0.1, 0.4, 0.6])
    pair = Branch(Leaf(0), Leaf(1), 0.1, (0, 1))
    assert cluster(matrix) == Branch(pair, Leaf(2), pytest.approx(0.5), (0, 1, 2))  # type: ignore[arg-type]


def test_a_group_weighs_as_many_as_it_holds() -> None:
    tree = cluster(symmetric(4, [0.1, 0.2, 0.9, 0.2, 0.9, 0.6]))
    assert isinstance(tree, Branch)
    assert tree.height == pytest.approx((0.9 + 0.9 + 0.6) / 3)


def test_one_translation_is_a_leaf_and_none_is_refused() -> None:
    assert cluster(((0.0,),)) == Leaf(0)
    with pytest.raises(ValueError, match="at least one"):
        cluster(())


def test_what_is_not_known_is_far() -> None:
    tree = cluster(((0.0, None, 0.2), (None, None, None), (0.2, None, 0.0)))
    assert tree == Branch(Branch(Leaf(0), Leaf(2), 0.2, (0, 2)), Leaf(1), 1.0, (0, 2, 1))


@given(matrices)
def test_heights_never_fall_and_every_translation_is_one_leaf(matrix: Matrix) -> None:
    def check(tree: Dendrogram) -> None:
        if isinstance(tree, Branch):
            assert tree.height >= max(tree.left.height, tree.right.height) - 1e-12
            assert tree.leaves == tree.left.leaves + tree.right.leaves
            check(tree.left)
            check(tree.right)

    tree = cluster(matrix)
    check(tree)
    assert sorted(tree.leaves) == list(range(len(matrix)))
