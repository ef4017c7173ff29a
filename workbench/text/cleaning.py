"""Making a shortest edit readable: what stands alone is absorbed, what may stand elsewhere is slid to a border.

A longest common subsequence keeps every comma and every "the" that two sentences happen to share between two
changes, and puts an added clause one comma too early. A reader sees neither. So an agreeing run of light words
between two changes that each weigh more than it joins them (never across a line break), and an added or omitted run
that could stand at several places is moved to where it begins and ends at the border of a sentence, a clause or a
phrase.
"""

from collections.abc import Sequence

from workbench.text.cells import Cell
from workbench.text.keys import Keys
from workbench.text.weights import CONTENT, weigh

__all__ = ["absorb", "slide"]

_LONGEST_ABSORBED = 8  # words; a longer run of light words is evidence by its length

_HEAVY = 50  # words that are weighed of a change


def absorb(cells: Sequence[Cell], left: Keys, right: Keys) -> list[Cell]:
    """Join differing cells over the agreeing runs between them that weigh too little to stand alone."""
    loose = {n: weight for n in range(1, len(cells) - 1) if (weight := _weigh_loose(cells[n], left)) is not None}
    if not loose:
        return list(cells)
    kept: list[Cell] = []
    weights: list[float | None] = []
    for n, cell in enumerate(cells):
        kept.append(cell)
        weights.append(loose.get(n) if cell.equal else _weigh_change(cell, left, right))
        while not cell.equal and len(kept) >= 3 and _is_loose(*weights[-3:]):
            weights[-3:] = [(weights[-3] or 0) + (weights[-1] or 0)]
            kept[-3:] = [Cell(False, kept[-3].a, cell.b, kept[-3].c, cell.d)]
    return kept


def _is_loose(before: float | None, weight: float | None, after: float | None) -> bool:
    return weight is not None and weight < min(before or 0, after or 0)


def _weigh_change(cell: Cell, left: Keys, right: Keys) -> float:
    """Weigh a differing cell by its heavier side; nothing is heavier than its first words."""
    lefts, rights = left.values[cell.a : cell.b][:_HEAVY], right.values[cell.c : cell.d][:_HEAVY]
    return max(sum(map(weigh, lefts)), sum(map(weigh, rights)))


def _weigh_loose(cell: Cell, keys: Keys) -> float | None:
    """Weigh an agreeing run that is light enough to be absorbed, or return None."""
    if not cell.equal or cell.b - cell.a > _LONGEST_ABSORBED:
        return None
    weights = list(map(weigh, keys.values[cell.a : cell.b]))
    return sum(weights) if max(weights) < CONTENT and not _breaks_line(cell, keys) else None


def _breaks_line(cell: Cell, keys: Keys) -> bool:
    """Tell whether a line ends beside or inside the agreeing run."""
    first, last = max(cell.a - 1, 0), min(cell.b, len(keys.ends) - 1)
    return "\n" in keys.text[keys.ends[first] : keys.starts[last]]


def slide(cells: Sequence[Cell], left: Keys, right: Keys) -> list[Cell]:
    """Move every added or omitted run to the most readable of the places where it could stand."""
    result = list(cells)
    for n in range(1, len(result) - 1):
        before, cell, after = result[n - 1 : n + 2]
        if cell.equal or not (before.equal and after.equal):
            continue
        if cell.a == cell.b:
            shift = _best_shift(right, cell.c, cell.d, before.d - before.c, after.d - after.c)
        elif cell.c == cell.d:
            shift = _best_shift(left, cell.a, cell.b, before.b - before.a, after.b - after.a)
        else:
            continue
        if shift:
            result[n - 1 : n + 2] = _shifted(before, cell, after, shift)
    return [cell for cell in result if cell.a < cell.b or cell.c < cell.d]


def _shifted(before: Cell, cell: Cell, after: Cell, shift: int) -> tuple[Cell, Cell, Cell]:
    return (
        Cell(True, before.a, before.b + shift, before.c, before.d + shift),
        Cell(False, cell.a + shift, cell.b + shift, cell.c + shift, cell.d + shift),
        Cell(True, after.a + shift, after.b, after.c + shift, after.d),
    )


def _best_shift(keys: Keys, start: int, end: int, room_before: int, room_after: int) -> int:
    """Choose among the shifts that keep the rest equal: the best borders, then the smallest shift."""
    values = keys.values
    shifts = [0]
    while -shifts[-1] < room_before and values[start + shifts[-1] - 1] == values[end + shifts[-1] - 1]:
        shifts.append(shifts[-1] - 1)
    step = 0
    while step < room_after and values[start + step] == values[end + step]:
        step += 1
        shifts.append(step)
    if len(shifts) == 1:
        return 0
    return max(shifts, key=lambda s: (_border(keys, start + s) + _border(keys, end + s), -abs(s), s))


def _border(keys: Keys, place: int) -> float:
    """Rate the border before word `place`: how naturally a reader would cut there."""
    if place in (0, len(keys.values)):
        return 5
    if "\n" in keys.text[keys.ends[place - 1] : keys.starts[place]]:
        return 4
    before, after = keys.values[place - 1], keys.values[place]
    if not after[0].isalnum() and after[0] not in "([“‘«„\"'":
        return 0 if after[0] in ",.;:!?…)]”’»" else 0.5
    if before[-1] in ".?!…。！？।":
        return 3
    if not before[0].isalnum():
        return 2
    return 1.25 if weigh(after) < CONTENT else 1
