"""Of very many agreeing runs, the longest.

A reader follows some thousand differences at most, and each costs time and memory. So of the agreeing runs only the
longest are looked at and fewer are shown; the others join the changes around them. How much agrees in those is counted
nevertheless, for the similarity.
"""

from collections.abc import Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt

from workbench.text.difference.cleaning import clean_up
from workbench.text.difference.matching import Block
from workbench.text.words.keys import Keys

__all__ = ["clean_up_and_abridge"]

_READ = 12_000  # agreeing runs that are looked at
_SHOWN = 6_000  # agreeing runs that are shown


def clean_up_and_abridge(runs: Sequence[Block], left: Keys, right: Keys) -> tuple[Sequence[Block], int]:
    """Return the agreeing runs made readable by `clean_up`; and count the agreeing characters that are not shown.

    They are counted on both sides. Where it is none, every agreeing run is shown that was not dropped.
    """
    read = _keep_longest(runs, _READ)
    readable = clean_up(read, left, right)
    shown = _keep_longest(readable, _SHOWN)
    if shown is readable:
        return readable, 0
    counts = [_count_agreeing(some, left, right) for some in (runs, read, readable, shown)]
    return shown, counts[0] - counts[1] + counts[2] - counts[3]


def _keep_longest(runs: Sequence[Block], most: int) -> Sequence[Block]:
    """Keep the longest runs, of equal length the first."""
    if len(runs) <= most:
        return runs
    order = np.argsort([-length for _, _, length in runs], kind="stable")[:most]
    return [runs[n] for n in np.sort(order).tolist()]


def _count_agreeing(runs: Sequence[Block], left: Keys, right: Keys) -> int:
    """Count the characters of the runs on both sides, with the space between them and on one side of them."""
    lefts, rights, lengths = np.fromiter(chain.from_iterable(runs), np.int64, 3 * len(runs)).reshape(-1, 3).T
    return _measure(left, lefts, lengths) + _measure(right, rights, lengths)


def _measure(keys: Keys, firsts: npt.NDArray[np.int64], lengths: npt.NDArray[np.int64]) -> int:
    starts = np.append(np.array(keys.starts, np.int64), len(keys.text))
    return int((starts[firsts + lengths] - starts[firsts]).sum())
