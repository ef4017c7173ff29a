"""Cutting what moved out of a changed cell."""

from collections.abc import Iterable

from workbench.text.cells import Cell

__all__ = ["Cut", "cut_out"]

Cut = tuple[int, int, int]  # words start:end, and the number of their move
_Part = tuple[int, int | None]  # where it ends, and the number of its move


def cut_out(cell: Cell, leaving: Iterable[Cut], coming: Iterable[Cut]) -> list[Cell]:
    """Cut the words that leave its left side and those that come to its right out of one cell; none overlap."""
    return _weave(cell, _parts(cell.a, cell.b, sorted(leaving)), _parts(cell.c, cell.d, sorted(coming)))


def _parts(start: int, end: int, cuts: Iterable[Cut]) -> list[_Part]:
    """List what a side falls into, in order: where each part ends, and its number if it moved."""
    parts: list[_Part] = []
    for a, b, move in cuts:
        parts += [(a, None)] if start < a else []
        parts.append((b, move))
        start = b
    return [*parts, (end, None)] if start < end else parts


def _weave(cell: Cell, lefts: list[_Part], rights: list[_Part]) -> list[Cell]:
    """Put the parts of both sides in one order: moved ones alone, what stays against what stays."""
    cells: list[Cell] = []
    a, c = cell.a, cell.c
    while lefts or rights:
        left, right = (lefts or [(a, None)])[0], (rights or [(c, None)])[0]
        move = left[1] if left[1] is not None else right[1]
        b = left[0] if left[1] is not None or right[1] is None else a
        d = right[0] if left[1] is None else c
        cells.append(Cell(False, a, b, c, d, move=move))
        lefts, rights = lefts[b > a :], rights[d > c :]
        a, c = b, d
    return cells
