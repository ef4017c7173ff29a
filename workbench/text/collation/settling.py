"""The table, settled: it calls equal what `diff` calls equal, and variant what `diff` calls a difference.

Columns are made of keys alone. But words may be the same written together or apart ("every one", "everyone" where
spacing is ignored): their columns are joined into one in which their witnesses agree. And between the same words may
stand other white space: the word behind it then has a key of its own for those witnesses that differ from most.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, groupby, pairwise

from workbench.text.collation.rows import Words
from workbench.text.collation.values import Column, group_witnesses, join_columns
from workbench.text.words.folding import Ignorable
from workbench.text.words.gaps import is_same_gap
from workbench.text.words.keys import Keys
from workbench.text.words.sameness import are_same_texts, are_same_words

__all__ = ["settle"]

_WIDEST = 6  # columns that are joined for words written together or apart; else a whole run of variant ones
_MARK = "\u2423"  # before white space that is numbered among the words

_Gap = tuple[str, str]  # before a cell, and behind it if it is the last


@dataclass(frozen=True, slots=True)
class _Place:
    """A column, and which words of each witness stand in it."""

    column: Column
    ranges: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Texts:
    """The witnesses as they were read, and by what they are compared."""

    words: Sequence[Keys]
    ignored: frozenset[Ignorable]
    base: int | None

    def list_readings(self, place: _Place) -> dict[Words, list[int]]:
        """List by their keys those who have words there, one for each way of writing them."""
        readings: dict[Words, dict[str, int]] = {}
        for n, (keys, (start, end)) in enumerate(zip(place.column.keys, place.ranges, strict=True)):
            if start < end:
                written = self.words[n].text[self.words[n].starts[start] : self.words[n].ends[end - 1]]
                readings.setdefault(keys, {}).setdefault(written, n)
        return {keys: list(readings[keys].values()) for keys in sorted(readings)}

    def are_same(self, first: Iterable[int], second: Sequence[int], place: _Place) -> bool:
        """Tell whether some of the first and of the second have the same words there, written together or apart."""
        ranges = place.ranges
        return any(
            are_same_words(self.words[i], self.words[j], ranges[i], ranges[j], self.ignored)
            for i in first
            for j in second
        )


def settle(
    columns: Sequence[Column], words: Sequence[Keys], ignored: frozenset[Ignorable], numbered: int, base: int | None
) -> tuple[tuple[Column, ...], list[str]]:
    """Return the columns settled, and what the numbers from `numbered` on in their keys mean: white space."""
    texts = _Texts(words, ignored, base)
    places = list(_locate(columns, len(words)))
    if ignored:
        places = list(_join_same(places, texts))
    if "spacing" in ignored:
        return tuple([place.column for place in places]), []
    numbers: dict[str, int] = {}
    settled = tuple(_part_by_gaps(places, texts, numbers, numbered))
    return settled, list(numbers)


def _locate(columns: Iterable[Column], witnesses: int) -> Iterator[_Place]:
    at = [0] * witnesses
    for column in columns:
        ends = [start + len(keys) for start, keys in zip(at, column.keys, strict=True)]
        yield _Place(column, tuple(zip(at, ends, strict=True)))
        at = ends


def _join(places: Sequence[_Place], base: int | None) -> _Place:
    ranges = [(first[0], last[1]) for first, last in zip(places[0].ranges, places[-1].ranges, strict=True)]
    return _Place(join_columns([place.column for place in places], base), tuple(ranges))


def _join_same(places: Sequence[_Place], texts: _Texts) -> Iterator[_Place]:
    """Join neighbouring columns in which some witnesses have the same words, written together or apart."""
    if len(texts.words) == 2 and are_same_texts(texts.words[0], texts.words[1], texts.ignored):
        places = [_join(places, texts.base)] if any(place.column.is_variant for place in places) else places
    runs = [list(run) for _, run in groupby(places, key=lambda place: place.column.is_variant)]
    for run in runs:
        yield from _join_run(run, texts) if run[0].column.is_variant else run


def _join_run(run: Sequence[_Place], texts: _Texts) -> Iterator[_Place]:
    """Join the fewest columns that make some witnesses agree, from the first on."""
    if not _may_hold_same(run, texts):
        yield from run
        return
    while run:
        widths = [*range(1, min(_WIDEST, len(run)) + 1), len(run)]
        found = (width for width in widths if _hold_same(run[:width], texts))
        width = next(found, 0)
        yield _agree(_join(run[:width], texts.base), texts) if width else run[0]
        run = run[width or 1 :]


def _may_hold_same(run: Sequence[_Place], texts: _Texts) -> bool:
    """Tell at a glance whether one word begins with another, as it must where two are written as one."""
    ranges = zip(run[0].ranges, run[-1].ranges, strict=True)
    said = {tuple(keys.values[a:b]) for keys, ((a, _), (_, b)) in zip(texts.words, ranges, strict=True)}
    words = sorted(set().union(*said))
    return any(after.startswith(word) for word, after in pairwise(words))


def _hold_same(places: Sequence[_Place], texts: _Texts) -> bool:
    """Tell whether two witnesses that are apart by their keys have the same words in these columns."""
    joined = _join(places, texts.base)
    readings = texts.list_readings(joined).values()
    return any(texts.are_same(first, second, joined) for first, second in combinations(readings, 2))


def _agree(place: _Place, texts: _Texts) -> _Place:
    """Give the witnesses of one column whose words are the same the same keys: the first of these, by number."""
    readings = texts.list_readings(place)
    same: dict[Words, Words] = {(): ()}
    for keys, witnesses in readings.items():
        alike = (other for other in same if other and texts.are_same(witnesses, readings[other], place))
        first = next(alike, None)
        same[keys] = keys if first is None else same[first]
    said = tuple([same[keys] for keys in place.column.keys])
    return replace(place, column=_with_keys(place.column, said, texts.base))


def _with_keys(column: Column, keys: tuple[Words, ...], base: int | None) -> Column:
    return replace(column, keys=keys, groups=group_witnesses(keys, base))


def _part_by_gaps(places: Sequence[_Place], texts: _Texts, numbers: dict[str, int], numbered: int) -> Iterator[Column]:
    """Give words behind other white space than most have a key of their own; `numbers` of white space grow with it.

    White space is compared where the word before stands in the column before, or none does.
    """
    between = [_list_gaps(keys) for keys in texts.words]
    last = [-1] * len(between)
    for number, place in enumerate(places):
        here: dict[int, _Gap] = {}
        for n, (start, end) in enumerate(place.ranges):
            if start == end:
                continue
            if last[n] == number - 1:
                here[n] = between[n][start], between[n][end] if number == len(places) - 1 else ""
            last[n] = number
        if len(set(here.values())) > 1:
            yield _part_column(place.column, here, texts, numbers, numbered)
        else:
            yield place.column


def _list_gaps(keys: Keys) -> list[str]:
    """List what stands before each word, and behind the last."""
    return [keys.text[end:start] for end, start in zip([0, *keys.ends], [*keys.starts, len(keys.text)], strict=True)]


def _part_column(
    column: Column, here: Mapping[int, _Gap], texts: _Texts, numbers: dict[str, int], numbered: int
) -> Column:
    keys = list(column.keys)
    for group in column.groups:
        classes = _classify([n for n in group if n in here], here, texts.ignored)
        for gap, members in classes[1:]:
            number = numbers.setdefault(_MARK + "\t".join(gap), numbered + len(numbers))
            for n in members:
                keys[n] = (number, *keys[n])
    return column if keys == list(column.keys) else _with_keys(column, tuple(keys), texts.base)


def _classify(
    witnesses: Sequence[int], here: Mapping[int, _Gap], ignored: frozenset[Ignorable]
) -> list[tuple[_Gap, list[int]]]:
    """Part witnesses by their white space, most first; in whatever order they come."""
    by_gap: dict[_Gap, list[int]] = defaultdict(list)
    for n in witnesses:
        by_gap[here[n]].append(n)
    classes: list[tuple[_Gap, list[int]]] = []
    for gap, members in sorted(by_gap.items(), key=lambda item: (-len(item[1]), item[0])):
        known = next((found for other, found in classes if _are_same(gap, other, ignored)), None)
        if known is None:
            classes.append((gap, members))
        else:
            known += members
    return classes


def _are_same(first: _Gap, second: _Gap, ignored: frozenset[Ignorable]) -> bool:
    return all(is_same_gap(mine, theirs, ignored) for mine, theirs in zip(first, second, strict=True))
