"""The working value of the comparison: which run of words stands against which."""

from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

__all__ = ["Cell", "Row", "cell_of", "cells_of", "swap_sides"]


class Cell(NamedTuple):
    """Words `a:b` of the left text stand against `c:d` of the right.

    They are the same words (`equal`), or words that a reader takes for each other (`near`), or neither. The cells of a
    comparison cover both texts in order. The two cells of a moved phrase carry the same `move` number, one with its
    words on the left, one with its words on the right; `near` ones if it is a word that changed on the way. (A tuple,
    because a page is made of many thousand.)
    """

    equal: bool
    a: int
    b: int
    c: int
    d: int
    near: bool = False
    move: int | None = None


Row = tuple[bool, int, int, int, int, bool, int | None]
cell_of = partial(tuple.__new__, Cell)  # a row as a cell, three times as fast as Cell(...)


def cells_of(rows: Iterable[Row]) -> list[Cell]:
    """Make cells of rows that hold all their fields."""
    return list(map(cell_of, rows))


def swap_sides(cells: Iterable[Cell]) -> list[Cell]:
    """Return the cells with the sides swapped."""
    return cells_of([(equal, c, d, a, b, near, move) for equal, a, b, c, d, near, move in cells])
