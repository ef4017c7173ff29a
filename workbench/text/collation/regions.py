"""Which neighbouring columns make one region: a place where the witnesses part, as a reader would quote it.

Of a few witnesses a region runs from one word that all have to the next, but not every such word ends it: that all say
"of the" between two heavier variants means nothing, and the three together are one variant. But not where a sentence
ends there, where it would be too long to be read, or where it would hide who agrees with whom: on both sides the same
witnesses must part.

Of a hundred witnesses hardly any word is in all, and the whole passage would be one region with a reading for every
witness. So a word that all but few have ends a region, too, and is one of its own with what the few have instead. Few
are a tenth: below ten witnesses, nobody. A witness says nothing before its first word and after its last, as a fragment
does, and is not counted there.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from workbench.text.collation.values import Column, split_runs
from workbench.text.words.stops import SENTENCE_ENDS
from workbench.text.words.weights import CONTENT, weigh

__all__ = ["find_regions", "weigh_words"]

_FEW = 10  # one in so many
_LONGEST_DROPPED = 4  # words
_HEAVIEST_JOINED = 8  # content words: longer readings are hard to hold against each other

Run = list[Column]


def weigh_words(keys: Iterable[str]) -> tuple[float, ...]:
    """Weigh words as evidence that two places belong together; what ends a sentence is as heavy as a content word."""
    return tuple([CONTENT if key in SENTENCE_ENDS else weigh(key) for key in keys])


def find_regions(columns: Sequence[Column], witnesses: int, weights: Sequence[float]) -> list[Run]:
    """Part `columns` (already joined where the same witnesses agree) into the runs that are one region each.

    `weights` of words by their numbers in `Column.keys`.
    """
    if few := witnesses // _FEW:
        return _part_at_anchors(columns, witnesses, few)
    runs = split_runs(columns, lambda one, other: one.is_variant == other.is_variant)
    return _clean_up(runs, weights)


def _clean_up(runs: Sequence[Run], weights: Sequence[float]) -> list[Run]:
    """Join variant runs over the agreeing ones between them that weigh less than either and part nothing."""
    joined = list(runs[:2])
    for between, after in pairwise(runs[1:]):
        if (
            after[0].is_variant
            and not (between[0].is_variant or between[0].begins or after[0].begins)
            and _number_readings(joined[-2]) == _number_readings(after)
            and _is_lightest(joined[-2], between, after, weights)
        ):
            joined[-2:] = [[*joined[-2], *between, *after]]
        else:
            joined.append(after)
    return joined


def _is_lightest(before: Run, between: Run, after: Run, weights: Sequence[float]) -> bool:
    """Whether the words that all have are few, all of them light, and lighter than what stands on either side."""
    found = [weights[word] for column in between for word in column.keys[0]]
    if len(found) > _LONGEST_DROPPED or max(found) >= CONTENT:
        return False
    left, right = _weigh_variant(before, weights), _weigh_variant(after, weights)
    return sum(found) < min(left, right) and left + right < _HEAVIEST_JOINED


def _number_readings(run: Run) -> list[int]:
    """Number each witness' reading by the first witness that reads the same."""
    readings = list(zip(*[column.keys for column in run], strict=True))
    first = {reading: witness for witness, reading in reversed(list(enumerate(readings)))}
    return [first[reading] for reading in readings]


def _weigh_variant(run: Run, weights: Sequence[float]) -> float:
    """Weigh the heaviest reading."""
    said = [column.keys for column in run]
    return max(sum([weights[word] for keys in said for word in keys[witness]]) for witness in range(len(said[0])))


def _part_at_anchors(columns: Sequence[Column], witnesses: int, few: int) -> list[Run]:
    """Let each column in which all but `few` agree be a region; the others join where none stands between them."""
    extents = [_find_extent(columns, witness) for witness in range(witnesses)]
    kinds = {
        id(column): number if _is_anchor(column, number, extents, few) else -1 if column.is_variant else -2
        for number, column in enumerate(columns)
    }
    return split_runs(columns, lambda one, other: kinds[id(one)] == kinds[id(other)])


def _find_extent(columns: Sequence[Column], witness: int) -> range:
    """The numbers of the columns from the first to the last in which the witness has a word."""
    said = [number for number, column in enumerate(columns) if column.cells[witness]]
    return range(said[0], said[-1] + 1) if said else range(0)


def _is_anchor(column: Column, number: int, extents: Sequence[range], few: int) -> bool:
    """Whether all but `few` of those who speak here have the same words, and they are more than half of all."""
    largest = max((group for group in column.groups if column.cells[group[0]]), key=len)
    speaking = sum(number in extent for extent in extents)
    return 2 * len(largest) > len(extents) and speaking - len(largest) <= few
