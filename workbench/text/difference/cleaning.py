"""Making a shortest edit readable: what stands alone is absorbed, what may stand elsewhere is slid to a border.

A longest common subsequence keeps every comma and every "the" that two sentences happen to share between two
changes, and puts an added clause one comma too early. A reader sees neither. So an agreeing run of light words
between two changes joins them (never across a line break) where one of them weighs more and neither less; and an added
or omitted run that could stand at several places is moved to where it begins and ends at the border of a sentence, a
clause or a phrase.
"""

from collections.abc import Iterable, Sequence

from workbench.text.difference.opcodes import Opcode, opcode_of
from workbench.text.words.keys import Keys
from workbench.text.words.stops import SENTENCE_ENDS
from workbench.text.words.weights import CONTENT, weigh

__all__ = ["clean_up", "slide"]

_LONGEST_ABSORBED = 8  # words; a longer run of light words is evidence by its length

_HEAVY = 50  # words that are weighed of a change


def clean_up(opcodes: Sequence[Opcode], left: Keys, right: Keys) -> list[Opcode]:
    """Join differing opcodes over the agreeing runs between them that weigh too little to stand alone."""
    loose = _weigh_loose(opcodes, left)
    weights = _weigh_changes(opcodes, {n for k in loose for n in (k - 1, k + 1)}, left.values, right.values)
    kept: list[Opcode] = []
    numbers: list[int] = []  # of the opcodes kept; a joined one has that of its last part
    done = 0
    for n in loose:
        kept += opcodes[done : n + 2]
        numbers += range(done, n + 2)
        done = n + 2
        while len(numbers) > 1 and numbers[-2] in loose and _is_lightest(numbers[-3:], loose, weights):
            weights[n + 1] += weights[numbers[-3]]
            numbers[-3:] = [n + 1]
            kept[-3:] = [_join(kept[-3], kept[-1])]
    return [*kept, *opcodes[done:]]


def _is_lightest(numbers: list[int], loose: dict[int, float], weights: dict[int, float]) -> bool:
    """Tell whether the middle one of three opcodes weighs less than one of the others and no more than the other."""
    before, middle, after = numbers
    lighter, heavier = sorted((weights[before], weights[after]))
    return loose[middle] <= lighter and loose[middle] < heavier


def _join(first: Opcode, last: Opcode) -> Opcode:
    return opcode_of((False, first[1], last[2], first[3], last[4], False, None))


def _weigh_changes(
    opcodes: Sequence[Opcode], numbers: Iterable[int], left: Sequence[str], right: Sequence[str]
) -> dict[int, float]:
    """Weigh these differing opcodes, each by its heavier side; nothing is heavier than its first words."""
    weights: dict[int, float] = {}
    for n in numbers:
        _, a, b, c, d, _, _ = opcodes[n]
        mine = sum(map(weigh, left[a : b if b - a < _HEAVY else a + _HEAVY]))
        theirs = sum(map(weigh, right[c : d if d - c < _HEAVY else c + _HEAVY]))
        weights[n] = mine if mine > theirs else theirs
    return weights


def _weigh_loose(opcodes: Sequence[Opcode], keys: Keys) -> dict[int, float]:
    """Weigh the agreeing runs between changes that are light enough to be absorbed: number of the opcode to weight."""
    values = keys.values
    has_lines = "\n" in keys.text
    loose: dict[int, float] = {}
    for n, (equal, a, b, _, _, _, _) in enumerate(opcodes):
        if not equal or b - a > _LONGEST_ABSORBED or weigh(values[a]) >= CONTENT or weigh(values[b - 1]) >= CONTENT:
            continue
        weights = list(map(weigh, values[a:b]))
        if max(weights) < CONTENT and not (has_lines and _breaks_line(a, b, keys)):
            loose[n] = sum(weights)
    for n in (0, len(opcodes) - 1):
        loose.pop(n, None)
    return loose


def _breaks_line(start: int, end: int, keys: Keys) -> bool:
    """Tell whether a line ends beside or inside the words `start:end`."""
    begin = keys.ends[start - 1] if start else 0
    stop = keys.starts[end] if end < len(keys.starts) else len(keys.text)
    return "\n" in keys.text[begin:stop]


def slide(opcodes: Sequence[Opcode], left: Keys, right: Keys) -> list[Opcode]:
    """Move every added or omitted run to the most readable of the places where it could stand."""
    result = list(opcodes)
    has_moved = False
    for n, (equal, a, b, c, d, _, _) in enumerate(opcodes):
        if equal or (a < b and c < d) or not 0 < n < len(opcodes) - 1:
            continue
        before, opcode, after = result[n - 1 : n + 2]
        if not (before.equal and after.equal):
            continue
        room = before.b - before.a, after.b - after.a
        shift = _best_shift(right, c, d, *room) if a == b else _best_shift(left, a, b, *room)
        if shift:
            result[n - 1 : n + 2] = _shifted(before, opcode, after, shift)
            has_moved = True
    return [opcode for opcode in result if opcode[1] < opcode[2] or opcode[3] < opcode[4]] if has_moved else result


def _shifted(before: Opcode, opcode: Opcode, after: Opcode, shift: int) -> tuple[Opcode, Opcode, Opcode]:
    return (
        Opcode(True, before.a, before.b + shift, before.c, before.d + shift),
        Opcode(False, opcode.a + shift, opcode.b + shift, opcode.c + shift, opcode.d + shift),
        Opcode(True, after.a + shift, after.b, after.c + shift, after.d),
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
    if before[-1] in SENTENCE_ENDS:
        return 3
    if not before[0].isalnum():
        return 2
    return 1.25 if weigh(after) < CONTENT else 1
