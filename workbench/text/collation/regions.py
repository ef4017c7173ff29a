"""Which neighbouring columns make one region: a place where the witnesses part, as a reader would quote it.

Of a few witnesses a region runs from one word that all have to the next. Of a hundred hardly any word is in all, and
the whole passage would be one region with a reading for every witness. So a word that all but few have ends
a region, too, and is one of its own with what the few have instead. Few are a tenth: below ten witnesses, nobody. A
witness says nothing before its first word and after its last, as a fragment does, and is not counted there.
"""

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.text.collation.table import Column

__all__ = ["find_regions"]

_FEW = 10  # one in so many


def find_regions(columns: Sequence["Column"], witnesses: int) -> list[list["Column"]]:
    """Part `columns` (already joined where the same witnesses agree) into the runs that are one region each."""
    few = witnesses // _FEW
    extents = [_find_extent(columns, witness) for witness in range(witnesses)] if few else []
    kinds = [
        number if few and _is_anchor(column, number, extents, few) else -1 if column.is_variant else -2
        for number, column in enumerate(columns)
    ]
    runs = groupby(zip(kinds, columns, strict=True), key=lambda pair: pair[0])
    return [[column for _, column in run] for _, run in runs]


def _find_extent(columns: Sequence["Column"], witness: int) -> range:
    """The numbers of the columns from the first to the last in which the witness has a word."""
    said = [number for number, column in enumerate(columns) if column.cells[witness]]
    return range(said[0], said[-1] + 1) if said else range(0)


def _is_anchor(column: "Column", number: int, extents: Sequence[range], few: int) -> bool:
    """Whether all but `few` of those who speak here have the same words, and they are more than half of all."""
    largest = max((group for group in column.groups if column.cells[group[0]]), key=len)
    speaking = sum(number in extent for extent in extents)
    return 2 * len(largest) > len(extents) and speaking - len(largest) <= few
