"""The first table: rows joined one by one, each aligned to the table so far.

A column of the table holds a set of words; a word answers it when it is in the set. The longest common
subsequence of a row and such a table needs no more than that of two strings: a column is a bit, a word
the mask of the columns it answers, and one row of the dynamic programme is three operations on big
integers (H. Hyyrö, "Bit-parallel LCS- length computation revisited", AWOCA 2004).

A column maps the number of a row to the position of its word in that row.
"""

from collections.abc import Sequence
from itertools import combinations

from rapidfuzz.distance import LCSseq

from workbench.text.collation.rows import Lexicon, Words

__all__ = ["Columns", "build_profile", "weave"]

Columns = list[dict[int, int]]


def build_profile(rows: Sequence[Words], lexicon: Lexicon) -> Columns:
    """Align `rows` (distinct, sorted) into columns; the positions of a row rise with the columns."""
    columns: Columns = []
    for index in order_by_similarity(rows):
        columns = _add_row(columns, index, rows, lexicon.is_mark)
    return columns


def order_by_similarity(rows: Sequence[Words]) -> list[int]:
    """Order rows: the two most alike, then always the one most alike to those before; ties by index."""
    if len(rows) < 3:
        return list(range(len(rows)))
    alike = _compare_all(rows)
    count = len(rows)
    first = max(combinations(range(count), 2), key=lambda pair: alike[pair[0]][pair[1]])
    order, rest = list(first), sorted(set(range(count)) - set(first))
    nearness = [alike[i][first[0]] + alike[i][first[1]] for i in range(count)]
    while rest:
        best = max(rest, key=lambda i: (nearness[i], -i))
        rest.remove(best)
        order.append(best)
        for i in rest:
            nearness[i] += alike[i][best]
    return order


def _compare_all(rows: Sequence[Words]) -> list[list[float]]:
    """Similarity of every two rows: twice their longest common subsequence over their lengths together."""
    packed = ["".join(map(chr, row)) for row in rows]
    alike = [[0.0] * len(rows) for _ in rows]
    for i, left in enumerate(packed):
        for j in range(i + 1, len(packed)):
            together = len(left) + len(packed[j]) or 1
            alike[i][j] = alike[j][i] = 2 * LCSseq.similarity(left, packed[j]) / together
    return alike


def _add_row(columns: Columns, index: int, rows: Sequence[Words], is_mark: Sequence[bool]) -> Columns:
    """Return `columns` with row `index` in them: equal words first, the rest shared out in the gaps."""
    row = rows[index]
    held = [{rows[other][at] for other, at in column.items()} for column in columns]
    row_marks = [is_mark[word] for word in row]
    column_marks = [is_mark[next(iter(words))] for words in held]
    pairs = _share_gaps(_match(row, held), row_marks, column_marks)
    return weave(columns, pairs, [{index: at} for at in range(len(row))], row_marks)


def _share_gaps(
    pairs: list[tuple[int, int]], row_marks: Sequence[bool], column_marks: Sequence[bool]
) -> list[tuple[int, int]]:
    """Add to `pairs` those of a word and the next free column of its kind in the same gap."""
    shared = []
    word = column = 0
    for next_word, next_column in [*pairs, (len(row_marks), len(column_marks))]:
        for at in range(word, next_word):
            free = next((c for c in range(column, next_column) if column_marks[c] is row_marks[at]), None)
            if free is not None:
                shared.append((at, free))
                column = free + 1
        shared.append((next_word, next_column))
        word, column = next_word + 1, next_column + 1
    return shared[:-1]


def weave(
    columns: Columns, pairs: Sequence[tuple[int, int]], cells: Sequence[dict[int, int]], marks: Sequence[bool]
) -> Columns:
    """Put `cells` into `columns` by `pairs` (cell, column); a cell without a pair makes its own column.

    Such columns stand after the columns of the same gap, but marks that open the gap before them: they
    belong to the word that came before.
    """
    woven: Columns = []
    cell = column = 0
    for next_cell, next_column in [*pairs, (len(cells), len(columns))]:
        opening = next((at for at in range(cell, next_cell) if not marks[at]), next_cell)
        woven += cells[cell:opening]
        woven += columns[column:next_column]
        woven += cells[opening:next_cell]
        if next_column < len(columns):
            woven.append(columns[next_column] | cells[next_cell])
        cell, column = next_cell + 1, next_column + 1
    return woven


def _match(row: Words, held: Sequence[set[int]]) -> list[tuple[int, int]]:
    """Pair words of `row` with columns that hold them, as (word, column) rising: a longest subsequence."""
    masks: dict[int, int] = {}
    for column, words in enumerate(held):
        for word in words:
            masks[word] = masks.get(word, 0) | 1 << column
    everything = state = (1 << len(held)) - 1
    states = []
    for word in row:
        common = state & masks.get(word, 0)
        state = ((state + common) | (state - common)) & everything
        states.append(state)
    return _trace(states, len(held))


def _trace(states: Sequence[int], columns: int) -> list[tuple[int, int]]:
    """Walk back through the rows of the dynamic programme; a zero bit is where the subsequence grew."""
    pairs = []
    word, column = len(states), columns
    while word and column:
        if states[word - 1] >> (column - 1) & 1:
            column -= 1
        elif word > 1 and not states[word - 2] >> (column - 1) & 1:
            word -= 1
        else:
            word, column = word - 1, column - 1
            pairs.append((word, column))
    return pairs[::-1]
