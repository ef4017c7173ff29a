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
    loose = _weigh_loose(cells, left)
    if not loose:
        return list(cells)
    weights = {n: _weigh_change(cells[n], left, right) for n in {m for k in loose for m in (k - 1, k + 1)}}
    kept: list[Cell] = []
    numbers: list[int] = []
    for n, cell in enumerate(cells):
        kept.append(cell)
        numbers.append(n)
        while len(numbers) > 1 and numbers[-2] in loose and _is_lightest(numbers[-3:], loose, weights):
            weights[n] += weights[numbers[-3]]
            numbers[-3:] = [n]
            kept[-3:] = [Cell(False, kept[-3].a, cell.b, kept[-3].c, cell.d)]
    return kept


def _is_lightest(numbers: list[int], loose: dict[int, float], weights: dict[int, float]) -> bool:
    """Tell whether the middle one of three cells weighs less than either of the others."""
    before, middle, after = numbers
    return loose[middle] < weights[before] and loose[middle] < weights[after]


def _weigh_change(cell: Cell, left: Keys, right: Keys) -> float:
    """Weigh a differing cell by its heavier side; nothing is heavier than its first words."""
    _, a, b, c, d, _, _ = cell
    lefts, rights = left.values[a : min(b, a + _HEAVY)], right.values[c : min(d, c + _HEAVY)]
    return max(sum(map(weigh, lefts)), sum(map(weigh, rights)))


def _weigh_loose(cells: Sequence[Cell], keys: Keys) -> dict[int, float]:
    """Weigh the agreeing runs between changes that are light enough to be absorbed: number of the cell to weight."""
    values = keys.values
    loose: dict[int, float] = {}
    for n in range(1, len(cells) - 1):
        equal, a, b, _, _, _, _ = cells[n]
        if equal and b - a <= _LONGEST_ABSORBED and weigh(values[a]) < CONTENT and weigh(values[b - 1]) < CONTENT:
            weights = list(map(weigh, values[a:b]))
            if max(weights) < CONTENT and not _breaks_line(a, b, keys):
                loose[n] = sum(weights)
    return loose


def _breaks_line(start: int, end: int, keys: Keys) -> bool:
    """Tell whether a line ends beside or inside the words `start:end`."""
    first, last = max(start - 1, 0), min(end, len(keys.ends) - 1)
    return "\n" in keys.text[keys.ends[first] : keys.starts[last]]


def slide(cells: Sequence[Cell], left: Keys, right: Keys) -> list[Cell]:
    """Move every added or omitted run to the most readable of the places where it could stand."""
    result = list(cells)
    for n in range(1, len(result) - 1):
        equal, a, b, c, d, _, _ = result[n]
        if equal or (a < b and c < d):
            continue
        before, cell, after = result[n - 1 : n + 2]
        if not (before.equal and after.equal):
            continue
        room = before.b - before.a, after.b - after.a
        shift = _best_shift(right, c, d, *room) if a == b else _best_shift(left, a, b, *room)
        if shift:
            result[n - 1 : n + 2] = _shifted(before, cell, after, shift)
    return [cell for cell in result if cell[1] < cell[2] or cell[3] < cell[4]]


def _shifted(before: Cell, cell: Cell, after: Cell, shift: int) -> tuple[Cell, Cell, Cell]:
    return (
        Cell(True, before.a, before.b + shift, before.c, before.d + shift),
        Cell(False, cell.a + shift, cell.b + shift, cell.c + shift, cell.d + shift),
        Cell(True, after.a + shift, after.b, after.c + shift, after.d),
    )


def _best_shift(keys: Keys, start: int, end: int, room_before: int, room_after: int) -> int:
    """Choose among the shifts that keep the rest equal: the best borders, then the smallest shift."""
    values = keys.values
    if not (room_before and values[start - 1] == values[end - 1]) and not (room_after and values[start] == values[end]):
        return 0
    shifts = [0]
    while -shifts[-1] < room_before and values[start + shifts[-1] - 1] == values[end + shifts[-1] - 1]:
        shifts.append(shifts[-1] - 1)
    step = 0
    while step < room_after and values[start + step] == values[end + step]:
        step += 1
        shifts.append(step)
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
