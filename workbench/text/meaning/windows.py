"""Vectors of neighbouring texts read as one: sums of the texts' own, by the encoder's public call alone."""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.text.meaning.encoder import Vectors

__all__ = ["WINDOW", "make_windows"]

WINDOW = 4
"""So many neighbouring texts are read as one at most."""


def make_windows(vectors: "Vectors", texts: "Sequence[str]") -> "list[Vectors]":
    """Return the directions of the sums of 1 to 4 neighbouring vectors, weighed by the root of their texts' lengths.

    The `size - 1`-th array has, in row `i`, the window of the `size` texts before boundary `i`; zeros where there are
    fewer.
    """
    weights = np.sqrt(np.array([len(text) for text in texts], np.float32))[:, None]
    sums = np.concatenate((np.zeros((1, vectors.shape[1])), np.cumsum(vectors * weights, axis=0, dtype=np.float64)))
    windows = []
    for size in range(1, WINDOW + 1):
        window = np.zeros(sums.shape, np.float32)
        window[size:] = sums[size:] - sums[:-size]
        norm = np.linalg.norm(window, axis=1, keepdims=True)
        windows.append((window / np.where(norm > 1e-6, norm, 1.0)).astype(np.float32))
    return windows
