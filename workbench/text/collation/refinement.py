"""Refinement: each reading of a block is taken out and put back where it agrees with the others best.

Places at which all witnesses have the same word cut the table into blocks that can be refined apart. Inside
a block, witnesses that say the same are one reading with a weight, and most blocks of near versions hold two
or three readings of a few words. A reading goes back where the sum of pairs (then near-equal pairs, then
shared places) is highest, found by dynamic programming against the rest of the block; it moves only if that
is better than before, so that the sum grows with every move, and the work ends.
"""

from collections.abc import Sequence
from itertools import groupby

from workbench.text.collation.paths import best_path
from workbench.text.collation.places import Place, Reading, weave
from workbench.text.collation.rows import Lexicon, Words
from workbench.text.collation.scoring import Neighbours, are_compared, find_neighbours, value_places

__all__ = ["refine_profile"]

_ROUNDS = 4
_CELLS = 10_000_000  # word times place looked at in a whole table: about a second; then it stays as it is


def refine_profile(places: Sequence[Place], readings: Sequence[Reading], lexicon: Lexicon) -> tuple[list[Place], bool]:
    """Return the table of `readings` refined, and whether that was broken off somewhere because it is so large."""
    share = _CELLS // max(1, len(places))
    refined: list[Place] = []
    is_cut_short = False
    for is_open, run in groupby(places, key=lambda place: len(place.words) > 1 or len(place.cells) < len(readings)):
        block = list(run)
        if is_open and len(block) > 1:
            block, is_cut = _refine_block(block, readings, lexicon, share * len(block))
            is_cut_short |= is_cut
        refined += block
    return refined, is_cut_short


def _refine_block(
    block: list[Place], readings: Sequence[Reading], lexicon: Lexicon, cells: int
) -> tuple[list[Place], bool]:
    """Refine a run of places: collect what is said there, move it about, give each reading its places.

    About `cells` pairs of a word and a place may be looked at; the second value says whether that was too few.
    """
    saying = _collect(block, readings)
    parts = [
        Reading(number, words, sum(readings[member].weight for member, _ in saying[words]))
        for number, words in enumerate(sorted(saying))
    ]
    members = [saying[part.words] for part in parts]
    if len(parts) == 1 and len(block) == len(parts[0].words):
        return block, False
    table, is_cut_short = _move_readings(_represent(block, parts, members), parts, lexicon, cells)
    return [_spread(place, members) for place in table], is_cut_short


def _collect(block: Sequence[Place], readings: Sequence[Reading]) -> dict[Words, list[tuple[int, int]]]:
    """What is said in the block -> who says it: number of the reading, and where in it the block begins."""
    positions: dict[int, list[int]] = {}
    for place in block:
        for number, position in place.cells.items():
            positions.setdefault(number, []).append(position)
    saying: dict[Words, list[tuple[int, int]]] = {}
    for number, (start, *rest) in sorted(positions.items()):
        words = readings[number].words[start : start + 1 + len(rest)]
        saying.setdefault(words, []).append((number, start))
    return saying


def _represent(
    block: Sequence[Place],
    parts: Sequence[Reading],
    members: Sequence[list[tuple[int, int]]],
) -> list[Place]:
    """The table of the parts, each where the first of those who say it had it."""
    spokesmen = [(member[0], part) for member, part in zip(members, parts, strict=True)]
    table = []
    for place in block:
        copy = Place(place.is_mark)
        for (number, start), part in spokesmen:
            if number in place.cells:
                copy.put(part, place.cells[number] - start)
        if copy.cells:
            table.append(copy)
    return table


def _spread(place: Place, members: Sequence[list[tuple[int, int]]]) -> Place:
    """The same place with all who say its parts in it."""
    cells = {number: start + position for part, position in place.cells.items() for number, start in members[part]}
    return Place(place.is_mark, cells)


def _move_readings(
    table: list[Place], parts: Sequence[Reading], lexicon: Lexicon, cells: int
) -> tuple[list[Place], bool]:
    """Move each part to its best place in turn, until none moves any more; of two, one is enough.

    The second value says whether there was more to look at than can be afforded: places, or near-equal words.
    """
    if len(parts) < 2:
        return table, False
    neighbours = find_neighbours(parts, lexicon)
    resting = 0
    for part in parts[1:] if len(parts) == 2 else _ROUNDS * list(parts):
        cells -= len(part.words) * len(table)
        if cells < 0 or resting == len(parts):
            break
        before = table
        table = _move_reading(table, part, neighbours, lexicon)
        resting = resting + 1 if table is before else 1
    return table, cells < 0 or not are_compared(neighbours)


def _move_reading(table: list[Place], part: Reading, neighbours: Neighbours, lexicon: Lexicon) -> list[Place]:
    """Return the table with one part where it is worth most, or `table` itself if it is there already."""
    stood = [(place, place.take(part)) for place in table if part.number in place.cells]
    rest = [place for place in table if place.cells]
    values = value_places(rest, part, neighbours, lexicon)
    index = {id(place): number for number, place in enumerate(rest)}
    before = sum([values[at][index[id(place)]] for place, at in stood if place.cells])
    if before < sum([max(row, default=0) for row in values]):
        pairs = best_path(values)
        if sum([values[at][number] for at, number in pairs]) > before:
            return weave(rest, pairs, part, lexicon)
    for place, position in stood:
        place.put(part, position)
    return table
