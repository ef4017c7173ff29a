"""The working value of the comparison: which run of words stands against which.

A row is `(equal, a, b, c, d, near, move)`: words `a:b` of the left text stand against `c:d` of the right. They are the
same words (`equal`), or words that a reader takes for each other (`near`), or neither. The rows of a comparison cover
both texts in order. The two rows of a moved phrase carry the same `move` number, one with its words on the left, one
with its words on the right; `near` ones if it is a word that changed on the way. (A plain tuple, because a page is made
of many thousand, and a named one costs three times as much to make.)
"""

from collections.abc import Iterable

__all__ = ["Row", "swap_sides"]

Row = tuple[bool, int, int, int, int, bool, int | None]


def swap_sides(rows: Iterable[Row]) -> list[Row]:
    """Return the rows with the sides swapped."""
    return [(equal, c, d, a, b, near, move) for equal, a, b, c, d, near, move in rows]
