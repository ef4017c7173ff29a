"""Making a shortest edit readable: what stands alone is dropped, what may stand elsewhere is slid to a border.

A longest common subsequence keeps every comma and every "the" that two sentences happen to share between two
changes, and puts an added clause one comma too early. A reader sees neither. So an agreeing run of light words
between two changes joins them (never across a line break) where one of them weighs more and neither less; and an added
or omitted run that could stand at several places is moved to where it begins and ends at the border of a sentence, a
clause or a phrase. Both work on the agreeing runs: what lies between two runs is a change.
"""

from collections.abc import Sequence

from workbench.text.difference.matching import Block
from workbench.text.words.keys import Keys
from workbench.text.words.stops import SENTENCE_ENDS
from workbench.text.words.weights import CONTENT, LISTED, weigh

__all__ = ["clean_up", "slide"]

_LONGEST_DROPPED = 8  # words; a longer run of light words is evidence by its length

_HEAVY = 50  # words that are weighed of a change


def clean_up(runs: Sequence[Block], left: Keys, right: Keys) -> Sequence[Block]:
    """Drop the agreeing runs that weigh too little to stand alone between the changes beside them."""
    loose = _weigh_loose(runs, left, len(right.values))
    if not loose:
        return runs
    heaviest = max(loose.values())
    lefts, rights = left.values, right.values
    kept: list[int] = []
    before: list[float] = []  # what the change before each run kept weighs; those beside loose runs alone are weighed
    a = c = 0
    was_loose = False
    for n, (i, j, length) in enumerate([*runs, (len(lefts), len(rights), 0)]):
        is_loose = n in loose
        change = _weigh_change(lefts, (a, i), rights, (c, j), heaviest) if is_loose or was_loose else 0.0
        while was_loose and _is_lightest(loose[kept[-1]], before[-1], change):
            change += before.pop()
            kept.pop()
            was_loose = bool(kept) and kept[-1] in loose
        kept.append(n)
        before.append(change)
        a, c = i + length, j + length
        was_loose = is_loose
    return [runs[n] for n in kept[:-1]]


def _is_lightest(weight: float, before: float, after: float) -> bool:
    """Tell whether a run weighs less than one of the changes beside it and no more than the other."""
    return weight <= before and weight <= after and (weight < before or weight < after)


def _weigh_change(
    left: Sequence[str], here: tuple[int, int], right: Sequence[str], there: tuple[int, int], heaviest: float
) -> float:
    """Weigh a change by its heavier side; nothing is heavier than its first words.

    What outweighs the heaviest run that might be dropped need not be weighed whole.
    """
    (a, b), (c, d) = here, there
    if a < b and (weight := weigh(left[a])) > heaviest:
        return weight
    if c < d and (weight := weigh(right[c])) > heaviest:
        return weight
    mine = sum(map(weigh, left[a : b if b - a < _HEAVY else a + _HEAVY]))
    theirs = sum(map(weigh, right[c : d if d - c < _HEAVY else c + _HEAVY]))
    return mine if mine > theirs else theirs


def _weigh_loose(runs: Sequence[Block], keys: Keys, other_length: int) -> dict[int, float]:
    """Weigh the runs between changes that are light enough to be dropped: the number of the run to its weight."""
    values = keys.values
    has_lines = "\n" in keys.text
    loose: dict[int, float] = {}
    for n, (a, _, length) in enumerate(runs):
        word = values[a]
        if length > _LONGEST_DROPPED or (word not in LISTED and len(word) > 2 and word.isascii() and word.isalpha()):
            continue
        if (weight := weigh(word)) >= CONTENT:
            continue
        if length > 1:
            weights = list(map(weigh, values[a : a + length]))
            if max(weights) >= CONTENT:
                continue
            weight = sum(weights)
        if not (has_lines and _breaks_line(a, a + length, keys)):
            loose[n] = weight
    if runs and runs[0][:2] == (0, 0):
        loose.pop(0, None)
    if runs and (runs[-1][0] + runs[-1][2], runs[-1][1] + runs[-1][2]) == (len(values), other_length):
        loose.pop(len(runs) - 1, None)
    return loose


def _breaks_line(start: int, end: int, keys: Keys) -> bool:
    """Tell whether a line ends beside or inside the words `start:end`."""
    begin = keys.ends[start - 1] if start else 0
    stop = keys.starts[end] if end < len(keys.starts) else len(keys.text)
    return "\n" in keys.text[begin:stop]


def slide(runs: Sequence[Block], left: Keys, right: Keys) -> Sequence[Block]:
    """Move every added or omitted run to the most readable of the places where it could stand."""
    result = list(runs)
    for n in range(1, len(result)):
        (a, c, before), (i, j, after) = result[n - 1], result[n]
        a, c = a + before, c + before
        if a < i and c < j:
            continue
        shift = _best_shift(right, c, j, before, after) if a == i else _best_shift(left, a, i, before, after)
        if shift:
            result[n - 1] = (a - before, c - before, before + shift)
            result[n] = (i + shift, j + shift, after - shift)
    return [run for run in result if run[2]]


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
