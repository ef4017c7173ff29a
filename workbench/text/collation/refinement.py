"""Refinement: each reading of a block is taken out and put back where it agrees with the others best.

Columns in which all rows have the same word cut the table into blocks that can be refined apart. Inside
a block rows that say the same are one reading with a weight, and most blocks of near versions hold two
or three readings of a few words. A reading goes back where the sum of pairs (then near-equal pairs,
then shared columns) is highest, found by dynamic programming against the rest of the block; it moves
only if that is better than before, so that the sum grows with every move, and the work ends.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.text.collation.nearness import value_cells
from workbench.text.collation.paths import best_path
from workbench.text.collation.profile import Columns, weave
from workbench.text.collation.rows import Lexicon, Words

__all__ = ["refine_profile"]

_ROUNDS = 4
_CELLS = 4_000_000  # a reading of 2,000 words against 2,000 columns; larger blocks stay as they are


@dataclass(frozen=True, slots=True)
class _Readings:
    """The different things said in a block: their words, their weights, which words are marks."""

    words: list[Words]
    weights: list[int]
    marks: list[list[bool]]


def refine_profile(columns: Columns, rows: Sequence[Words], weights: Sequence[int], lexicon: Lexicon) -> Columns:
    """Return `columns` refined; `weights` says how many witnesses each of the `rows` stands for."""
    refined: Columns = []
    block: Columns = []
    for column in [*columns, None]:
        if column is not None and not _is_unanimous(column, rows):
            block.append(column)
            continue
        refined += _refine_block(block, rows, weights, lexicon) if len(block) > 1 else block
        block = []
        if column is not None:
            refined.append(column)
    return refined


def _is_unanimous(column: dict[int, int], rows: Sequence[Words]) -> bool:
    return len(column) == len(rows) and len({rows[row][at] for row, at in column.items()}) == 1


def _refine_block(block: Columns, rows: Sequence[Words], weights: Sequence[int], lexicon: Lexicon) -> Columns:
    """Refine a run of columns: collect its readings, move them, give each row its reading's places."""
    places = _find_places(block)
    saying: dict[tuple[int, ...], list[int]] = {}
    for row in sorted(places):
        saying.setdefault(tuple(rows[row][at] for at in places[row]), []).append(row)
    spoken = sorted(saying)
    readings = _Readings(
        list(spoken),
        [sum(weights[row] for row in saying[words]) for words in spoken],
        [[lexicon.is_mark[word] for word in words] for words in spoken],
    )
    representatives = {saying[words][0]: reading for reading, words in enumerate(spoken)}
    firsts = {row: at[0] for row, at in places.items()}
    table = [
        {representatives[row]: at - firsts[row] for row, at in column.items() if row in representatives}
        for column in block
    ]
    table = _move_readings([column for column in table if column], readings, lexicon)
    members = [saying[words] for words in spoken]
    return [{row: firsts[row] + at for reading, at in column.items() for row in members[reading]} for column in table]


def _find_places(block: Columns) -> dict[int, list[int]]:
    """The positions of each row's words in the block, rising."""
    places: dict[int, list[int]] = {}
    for column in block:
        for row, at in column.items():
            places.setdefault(row, []).append(at)
    return places


def _move_readings(table: Columns, readings: _Readings, lexicon: Lexicon) -> Columns:
    """Move each reading to its best place in turn, until a whole round moves none."""
    if len(readings.words) < 2:
        return table
    for _ in range(_ROUNDS):
        before = table
        for reading in range(len(readings.words)):
            table = _move_reading(table, reading, readings, lexicon)
        if table is before:
            break
    return table


def _move_reading(table: Columns, reading: int, readings: _Readings, lexicon: Lexicon) -> Columns:
    """Return `table` with one reading where it is worth most, or `table` itself if it is there already."""
    kept = []  # (column without the reading, where the reading stood in it)
    for column in table:
        rest = {other: at for other, at in column.items() if other != reading}
        if rest:
            kept.append((rest, column.get(reading)))
    columns = [column for column, _ in kept]
    if len(columns) * len(readings.words[reading]) > _CELLS:
        return table
    values = value_cells(columns, reading, readings.words, readings.weights, lexicon)
    pairs = best_path(values)
    stood = sum(values[at][place] for place, (_, at) in enumerate(kept) if at is not None)
    if sum(values[at][place] for at, place in pairs) <= stood:
        return table
    cells = [{reading: at} for at in range(len(readings.words[reading]))]
    return weave(columns, pairs, cells, readings.marks[reading])
