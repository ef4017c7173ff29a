"""Which of the numbers that open lines number a text: those that go on from each other best.

A number that follows its predecessor costs nothing, one that leaves out others costs more the more it leaves out, and a
count that begins anew costs most. So one number may be missing (1 2 4 5), a part may begin anew at 1, and "1938. In
that year" stays words between points 3 and 4. Every number that is taken is worth 1; the chain worth most is chosen,
the earliest of equals. Time grows with the numbers, not with their square: of a number's possible predecessors the
exact one, the best so far and the nearest few are tried.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log10
from typing import Literal

from workbench.interchange.numbering import Mark

__all__ = ["Chain", "Opening", "find_chain"]

_NEAR = 8
_STARTS_LATE = 0.2
_NEW_BOOK = 0.5
_ANOTHER_BOOK = 0.9
_OTHER_INDENT = 0.05
_RESTARTS = {"named": 0.5, "apart": 1.2, "": 2.2}

Opening = Literal["named", "apart", ""]
"""How a part of a text may begin: below a heading that numbers it ("Chapter 2"), below another or a blank line, or not.
"""


@dataclass(frozen=True, slots=True)
class Chain:
    """Numbers that go on from each other; `restarts` are the indices (of `marks`) at which the count begins anew."""

    marks: Sequence[Mark] = ()
    restarts: Sequence[int] = ()
    worth: float = 0.0


@dataclass(slots=True)
class _Way:
    """The best way to a mark: its worth, the mark before (-1: none), how many it counts, and the first one's indent."""

    worth: float
    before: int
    run: int
    indent: int
    is_restart: bool = False


def find_chain(marks: Sequence[Mark], opening: Callable[[Mark], Opening]) -> Chain:
    """Return the chain that is worth most; `opening` says how a part of a text may begin at a mark's line."""
    ways: list[_Way] = []
    exact: dict[tuple[str, int, int], int] = {}
    best = -1
    for index, mark in enumerate(marks):
        before = {exact.get(_key_before(mark), -1), best, *range(max(0, index - _NEAR), index)} - {-1}
        ways.append(_best_way(marks, ways, index, sorted(before, reverse=True), opening))
        exact[mark.book, mark.end_chapter, mark.last] = index
        best = index if best < 0 or ways[index].worth > ways[best].worth else best
    return _walk(marks, ways, best)


def _key_before(mark: Mark) -> tuple[str, int, int]:
    return mark.book, mark.chapter, mark.start - 1


def _best_way(
    marks: Sequence[Mark], ways: Sequence[_Way], index: int, before: Sequence[int], opening: Callable[[Mark], Opening]
) -> _Way:
    mark = marks[index]
    way = _Way(1.0 - (_STARTS_LATE if mark.start > 1 else 0.0), -1, 1, mark.indent)
    for at in before:
        cost = _cost_of_going_on(marks[at], mark)
        is_restart = cost is None
        if cost is not None and marks[at].indent != mark.indent:
            cost += _OTHER_INDENT
        if cost is None:
            cost = _cost_of_restart(ways[at], mark, opening)
        if cost is not None and ways[at].worth + 1.0 - cost > way.worth:
            run, indent = (1, mark.indent) if is_restart else (ways[at].run + 1, ways[at].indent)
            way = _Way(ways[at].worth + 1.0 - cost, at, run, indent, is_restart)
    return way


def _cost_of_going_on(before: Mark, mark: Mark) -> float | None:
    """Return what it costs that `mark` follows `before`, None if it does not go on from it."""
    if before.book != mark.book:
        return _NEW_BOOK if mark.chapter <= 1 and mark.start <= 1 else _ANOTHER_BOOK
    if before.end_chapter != mark.chapter:
        ahead = mark.chapter - before.end_chapter
        return None if ahead < 0 else _cost_of_missing(ahead - 1) + _cost_of_missing(mark.start - 1)
    ahead = mark.start - before.last
    if ahead == 0 and before.part < mark.part:
        return 0.0
    return _cost_of_missing(ahead - 1) if ahead > 0 else None


def _cost_of_missing(count: int) -> float:
    return 0.3 + 1.3 * log10(count) if count > 0 else 0.0


def _cost_of_restart(way: _Way, mark: Mark, opening: Callable[[Mark], Opening]) -> float | None:
    if mark.start > 1 or mark.chapter > 1 or way.run < 2 or mark.indent > way.indent + 1:
        return None
    return _RESTARTS[opening(mark)]


def _walk(marks: Sequence[Mark], ways: Sequence[_Way], last: int) -> Chain:
    chosen: list[int] = []
    at = last
    while at >= 0:
        chosen.append(at)
        at = ways[at].before
    chosen.reverse()
    restarts = tuple(place for place, index in enumerate(chosen) if ways[index].is_restart)
    return Chain(tuple(marks[index] for index in chosen), restarts, ways[last].worth if chosen else 0.0)
