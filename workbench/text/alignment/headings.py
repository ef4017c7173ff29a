"""Which units look like headings: short ones without an end sign, where nearly all others have one.

What stands over a text in one version is often missing in the other. As a part of the first paragraph it would hardly
alter that one's length, so that lengths and words say little against it.
"""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

__all__ = ["find_headings"]

_LONGEST = 80  # characters
_SHARE = 0.25  # of the units at most; verse has more lines without an end sign, and they are no headings
_SMALL = 0.5  # of the median length of the others at most


def find_headings(texts: "Sequence[str]") -> "NDArray[np.bool_]":
    """Tell of each unit whether it looks like a heading: it ends in a letter or a digit, is short, and few do so."""
    lengths = np.array(list(map(len, texts)), np.int64)
    bare = np.array([text.rstrip()[-1:].isalnum() for text in texts], bool)
    if not bare.any() or bare.mean() > _SHARE:
        return np.zeros(len(texts), bool)
    return np.asarray(bare & (lengths <= min(_LONGEST, _SMALL * float(np.median(lengths[~bare])))))
