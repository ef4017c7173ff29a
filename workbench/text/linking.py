"""From cells to links: which words of one text answer which of the other."""

from collections.abc import Sequence

from workbench.text.cells import Cell
from workbench.text.comparison import LinkKind, LinkRun
from workbench.text.keys import Keys

__all__ = ["link"]


def link(cells: Sequence[Cell], left: Keys, right: Keys) -> tuple[LinkRun, ...]:
    """Link equal words one by one, near ones, moved ones at their left end, and a changed phrase as a whole."""
    arrivals = {cell.move: cell for cell in cells if cell.move is not None and cell.c < cell.d}
    runs: list[LinkRun] = []
    for cell in cells:
        if cell.equal:
            runs.append(_word_by_word("equal", cell.a, cell.b, cell.c, cell.d, left, right))
        elif cell.move is not None and cell.a < cell.b:
            there = arrivals[cell.move]
            runs.append(_word_by_word("moved", cell.a, cell.b, there.c, there.d, left, right))
        elif cell.a < cell.b and cell.c < cell.d:
            runs.append(_as_a_whole(cell, left, right))
    return tuple(runs)


def _word_by_word(kind: LinkKind, a: int, b: int, c: int, d: int, left: Keys, right: Keys) -> LinkRun:
    return LinkRun(
        kind, tuple(left.starts[a:b]), tuple(left.ends[a:b]), tuple(right.starts[c:d]), tuple(right.ends[c:d])
    )


def _as_a_whole(cell: Cell, left: Keys, right: Keys) -> LinkRun:
    return LinkRun(
        "near",
        (left.starts[cell.a],),
        (left.ends[cell.b - 1],),
        (right.starts[cell.c],),
        (right.ends[cell.d - 1],),
    )
