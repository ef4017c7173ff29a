"""From cells to links: which words of one text answer which of the other."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from workbench.text.cells import Cell
from workbench.text.keys import Keys
from workbench.text.spans import Span

__all__ = ["Link", "LinkKind", "link"]

LinkKind = Literal["equal", "near", "moved"]


class Link(NamedTuple):
    """Which words answer which: the same words, near-equal ones, or words that stand elsewhere."""

    left: Span
    right: Span
    kind: LinkKind


def link(cells: Sequence[Cell], left: Keys, right: Keys) -> tuple[Link, ...]:
    """Link equal words one by one, near ones, moved ones at their left end, and a changed phrase as a whole."""
    arrivals = {cell.move: cell for cell in cells if cell.move is not None and cell.c < cell.d}
    links: list[Link] = []
    for cell in cells:
        if cell.equal:
            links += _word_by_word("equal", cell, cell, left, right)
        elif cell.move is not None and cell.a < cell.b:
            links += _word_by_word("near" if cell.near else "moved", cell, arrivals[cell.move], left, right)
        elif cell.a < cell.b and cell.c < cell.d:
            spans = Span(left.starts[cell.a], left.ends[cell.b - 1]), Span(right.starts[cell.c], right.ends[cell.d - 1])
            links.append(Link(*spans, "near"))
    return tuple(links)


def _word_by_word(kind: LinkKind, here: Cell, there: Cell, left: Keys, right: Keys) -> Iterator[Link]:
    lefts = map(Span, left.starts[here.a : here.b], left.ends[here.a : here.b])
    rights = map(Span, right.starts[there.c : there.d], right.ends[there.c : there.d])
    return (Link(mine, theirs, kind) for mine, theirs in zip(lefts, rights, strict=True))
