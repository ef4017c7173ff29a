"""A map of the translations: points in the plane, as far from each other as the translations differ."""

from typing import TYPE_CHECKING

import numpy as np

from workbench.text.variation.clusters import fill_unknown
from workbench.text.variation.distances import Matrix

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["place"]

_ROUNDING = 1e-9  # eigenvalues and coordinates below this are rounding, not distance


def place(matrix: Matrix) -> tuple[tuple[float, float], ...]:
    """Place the translations of a distance matrix in the plane, a point (x, y) for each.

    Classical multidimensional scaling (principal coordinates; W. S. Torgerson, Psychometrika 17, 1952,
    doi:10.1007/BF02288916): the two axes along which the distances spread most, x the longer. The centre of
    all points is (0, 0). Distances that are not known (None) count as 1. The plane can be turned over
    without any distance changing, so on each axis the translation that lies farthest out (the first of
    them) is put on the positive side.
    """
    if not matrix:
        return ()
    squared = fill_unknown(matrix) ** 2
    centred = squared - squared.mean(axis=0) - squared.mean(axis=1)[:, None] + squared.mean()
    values, vectors = np.linalg.eigh(-centred / 2)
    across = _stretch(values[-1], vectors[:, -1])
    along = _stretch(values[-2], vectors[:, -2]) if len(matrix) > 1 else across
    return tuple(zip(across, along, strict=True))


def _stretch(value: float, vector: "NDArray[np.float64]") -> list[float]:
    """Coordinates on one axis; an axis without extent is all zeros."""
    if value < _ROUNDING:
        return [0.0] * len(vector)
    points = vector * np.sqrt(value)
    farthest = int(np.argmax(np.round(np.abs(points), 9)))
    return [float(point) for point in points * np.sign(points[farthest])]
