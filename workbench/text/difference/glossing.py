"""Keeping each gloss together.

What an editor puts in brackets often repeats the words beside it ("heads of stations [directors of stations]"), and a
longest common subsequence then matches a plain word with one of the gloss and cuts the gloss in two. So the words of a
gloss may only answer those of another gloss (`mark_glossed`), and in what differs each gloss stands alone, from bracket
to bracket (`set_apart`).
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest

import numpy as np

from workbench.text.difference.opcodes import Row
from workbench.text.words.glosses import find_glosses
from workbench.text.words.keys import Keys
from workbench.text.words.nearness import nearness, plain_form

__all__ = ["Range", "Ranges", "locate_glosses", "mark_glossed", "set_apart"]

_LONGEST = 24  # words and brackets; a longer passage in brackets is text like any other
_MOST = 50  # glosses on one side of a change; one of more is left whole
_FEW = 50  # glosses of a text that are located one by one
_MARK = "["  # before the key of a word in a gloss; no key of a word begins so

Range = tuple[int, int]  # words, half-open
Ranges = Sequence[Range]


def locate_glosses(keys: Keys) -> list[Range]:
    """List which of the words make up each gloss, brackets included, in order; without those too long to be one."""
    if not (glosses := find_glosses(keys.text)):
        return []
    places = _find_places(keys, glosses)
    return [
        (first, last) for first, last in zip(places[::2], places[1::2], strict=True) if first < last <= first + _LONGEST
    ]


def _find_places(keys: Keys, glosses: Sequence[tuple[int, int]]) -> list[int]:
    """Find the words that stand at or after each edge of the glosses; of many all at once."""
    if len(glosses) < _FEW:
        return [bisect_left(keys.starts, edge) for edge in chain.from_iterable(glosses)]
    edges = np.fromiter(chain.from_iterable(glosses), np.int64, 2 * len(glosses))
    places: list[int] = np.searchsorted(np.array(keys.starts), edges).tolist()
    return places


def mark_glossed(keys: Keys, glosses: Sequence[Range]) -> Keys:
    """Return the keys with those in a gloss marked, so that they equal only keys in a gloss."""
    if not glosses:
        return keys
    values = list(keys.values)
    marked = {value: _MARK + value for value in {value for first, last in glosses for value in values[first:last]}}
    for first, last in glosses:
        values[first:last] = [marked[value] for value in values[first:last]]
    return keys._replace(values=values)


def set_apart(
    rows: Sequence[Row], left: Keys, right: Keys, glosses: tuple[Sequence[Range], Sequence[Range]]
) -> Sequence[Row]:
    """Cut the differing rows so that each gloss stands alone in its row, against a gloss or against nothing.

    A gloss stands against words without brackets only where they are nearly the same; such a row is `near`.
    """
    if not any(glosses):
        return rows
    return [part for row in rows for part in ([row] if row[0] else _cut(row, left, right, glosses))]


def _cut(row: Row, left: Keys, right: Keys, glosses: tuple[Sequence[Range], Sequence[Range]]) -> Iterator[Row]:
    _, a, b, c, d, _, _ = row
    mine, theirs = _inside(a, b, glosses[0]), _inside(c, d, glosses[1])
    if max(len(mine), len(theirs)) > _MOST:
        yield row
        return
    if _is_bracketed_now((a, b, mine), (c, d, theirs)) and _are_near(row, left, right):
        yield False, a, b, c, d, True, None
        return
    for here, there in zip_longest(mine, theirs):
        i, j = here or _place(a, b, there[0] - c, d - there[1])
        k, m = there or _place(c, d, here[0] - a, b - here[1])
        yield from _cover(a, i, c, k)
        yield False, i, j, k, m, False, None
        a, c = j, m
    yield from _cover(a, b, c, d)


def _inside(start: int, end: int, glosses: Sequence[Range]) -> Sequence[Range]:
    """List the glosses that lie in the words `start:end`."""
    first = bisect_left(glosses, (start, 0))
    return [gloss for gloss in glosses[first : bisect_left(glosses, (end, 0))] if gloss[1] <= end]


def _is_bracketed_now(left: tuple[int, int, Sequence[Range]], right: tuple[int, int, Sequence[Range]]) -> bool:
    """Tell whether one side, words from here to there with these glosses, is one gloss; the other has words alone."""
    (a, b, mine), (c, d, theirs) = left, right
    if mine:
        return not theirs and list(mine) == [(a, b)] and c < d
    return list(theirs) == [(c, d)] and a < b


def _are_near(row: Row, left: Keys, right: Keys) -> bool:
    _, a, b, c, d, _, _ = row
    first, second = left.text[left.starts[a] : left.ends[b - 1]], right.text[right.starts[c] : right.ends[d - 1]]
    return nearness(plain_form(first), plain_form(second)) > 0


def _place(start: int, end: int, before: int, after: int) -> Range:
    """Find where in the words `start:end` a gloss belongs that has so many words before and after it opposite."""
    count = end - start
    if not before or not after:
        place = end if before else start
    else:
        place = start + min(max(count * before // (before + after), 1), max(count - 1, 1)) if count else start
    return place, place


def _cover(a: int, b: int, c: int, d: int) -> Iterator[Row]:
    if a < b or c < d:
        yield False, a, b, c, d, False, None
