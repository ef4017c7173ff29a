"""Which translations are nearest kin: a tree that joins the nearest two, again and again."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from workbench.text.variation.distances import Matrix

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Distances = NDArray[np.float64]

__all__ = ["Branch", "Dendrogram", "Leaf", "cluster", "fill_unknown"]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One translation: its `index` in the matrix."""

    index: int

    @property
    def height(self) -> float:
        """A leaf stands on the ground."""
        return 0.0

    @property
    def leaves(self) -> tuple[int, ...]:
        """Its own index."""
        return (self.index,)


@dataclass(frozen=True, slots=True)
class Branch:
    """Two parts that join at `height`: the mean distance of a translation of the one to one of the other.

    `leaves` are the indices below, from left to right; the part that holds the lowest index stands left.
    """

    left: "Dendrogram"
    right: "Dendrogram"
    height: float
    leaves: tuple[int, ...]


Dendrogram = Leaf | Branch


def cluster(matrix: Matrix) -> Dendrogram:
    """Build the tree of a distance matrix by average linkage (UPGMA).

    Sokal and Michener, "A statistical method for evaluating systematic relationships", 1958. Distances that
    are not known (None) count as 1, the farthest there is. Heights never fall from the leaves to the root;
    between equally near pairs the lower indices join first. Raises ValueError for a matrix without a row.
    """
    if not matrix:
        raise ValueError("Expected at least one translation")
    parts: list[Dendrogram] = [Leaf(index) for index in range(len(matrix))]
    distances = fill_unknown(matrix)
    np.fill_diagonal(distances, np.inf)
    while len(parts) > 1:
        i, j = divmod(int(distances.argmin()), len(parts))
        left, right = parts[i], parts[j]
        parts[i] = Branch(left, right, float(distances[i, j]), left.leaves + right.leaves)
        _merge_row(distances, i, j, len(left.leaves), len(right.leaves))
        distances = np.delete(np.delete(distances, j, axis=0), j, axis=1)
        del parts[j]
    return parts[0]


def _merge_row(distances: "Distances", i: int, j: int, size_i: int, size_j: int) -> None:
    """Let row and column `i` stand for `i` and `j` together: the mean, weighted by their sizes."""
    distances[i] = (size_i * distances[i] + size_j * distances[j]) / (size_i + size_j)
    distances[:, i] = distances[i]


def fill_unknown(matrix: Matrix) -> "Distances":
    """Return the matrix as an array, with 1 where a distance is not known and 0 on the diagonal."""
    distances = np.array([[1.0 if d is None else d for d in row] for row in matrix])
    np.fill_diagonal(distances, 0.0)
    return distances
