"""Keeping each gloss together.

What an editor puts in brackets often repeats the words beside it ("heads of stations [directors of stations]"), and a
longest common subsequence then matches a plain word with one of the gloss and cuts the gloss in two. So the words of a
gloss may only answer those of another gloss (`mark_glossed`), and in what differs each gloss stands alone, from bracket
to bracket (`set_apart`).
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, zip_longest

import numpy as np

from workbench.text.difference.opcodes import Opcode
from workbench.text.words.glosses import find_glosses
from workbench.text.words.keys import Keys
from workbench.text.words.nearness import nearness, plain_form

__all__ = ["Range", "locate_glosses", "mark_glossed", "set_apart"]

_LONGEST = 24  # words and brackets; a longer passage in brackets is text like any other
_MOST = 50  # glosses on one side of a change; one of more is left whole
_MARK = "["  # before the key of a word in a gloss; no key of a word begins so

Range = tuple[int, int]  # words, half-open


def locate_glosses(keys: Keys) -> list[Range]:
    """List which of the words make up each gloss, brackets included, in order; without those too long to be one."""
    if not (glosses := find_glosses(keys.text)):
        return []
    edges = np.fromiter(chain.from_iterable(glosses), np.int64, 2 * len(glosses))
    places = np.searchsorted(np.array(keys.starts), edges).tolist()
    return [
        (first, last) for first, last in zip(places[::2], places[1::2], strict=True) if first < last <= first + _LONGEST
    ]


def mark_glossed(keys: Keys, glosses: Sequence[Range]) -> Keys:
    """Return the keys with those in a gloss marked, so that they equal only keys in a gloss."""
    if not glosses:
        return keys
    values = list(keys.values)
    marked = {value: _MARK + value for value in {value for first, last in glosses for value in values[first:last]}}
    for first, last in glosses:
        values[first:last] = [marked[value] for value in values[first:last]]
    return replace(keys, values=values)


def set_apart(
    opcodes: Sequence[Opcode], left: Keys, right: Keys, glosses: tuple[Sequence[Range], Sequence[Range]]
) -> list[Opcode]:
    """Cut the differing opcodes so that each gloss stands alone in its opcode, against a gloss or against nothing.

    A gloss stands against words without brackets only where they are nearly the same; such a opcode is `near`.
    """
    if not any(glosses):
        return list(opcodes)
    return [part for opcode in opcodes for part in ([opcode] if opcode.equal else _cut(opcode, left, right, glosses))]


def _cut(opcode: Opcode, left: Keys, right: Keys, glosses: tuple[Sequence[Range], Sequence[Range]]) -> Iterator[Opcode]:
    mine, theirs = _inside(opcode.a, opcode.b, glosses[0]), _inside(opcode.c, opcode.d, glosses[1])
    if max(len(mine), len(theirs)) > _MOST:
        yield opcode
        return
    if _is_bracketed_now(opcode, mine, theirs) and _are_near(opcode, left, right):
        yield opcode._replace(near=True)
        return
    a, c = opcode.a, opcode.c
    for here, there in zip_longest(mine, theirs):
        i, j = here or _place(a, opcode.b, there[0] - c, opcode.d - there[1])
        k, m = there or _place(c, opcode.d, here[0] - a, opcode.b - here[1])
        yield from _cover(a, i, c, k)
        yield Opcode(False, i, j, k, m)
        a, c = j, m
    yield from _cover(a, opcode.b, c, opcode.d)


def _inside(start: int, end: int, glosses: Sequence[Range]) -> Sequence[Range]:
    """List the glosses that lie in the words `start:end`."""
    first = bisect_left(glosses, (start, 0))
    return [gloss for gloss in glosses[first : bisect_left(glosses, (end, 0))] if gloss[1] <= end]


def _is_bracketed_now(opcode: Opcode, mine: Sequence[Range], theirs: Sequence[Range]) -> bool:
    """Tell whether one side is one gloss and the other has words and no gloss."""
    if mine:
        return not theirs and list(mine) == [(opcode.a, opcode.b)] and opcode.c < opcode.d
    return list(theirs) == [(opcode.c, opcode.d)] and opcode.a < opcode.b


def _are_near(opcode: Opcode, left: Keys, right: Keys) -> bool:
    first = left.text[left.starts[opcode.a] : left.ends[opcode.b - 1]]
    second = right.text[right.starts[opcode.c] : right.ends[opcode.d - 1]]
    return nearness(plain_form(first), plain_form(second)) > 0


def _place(start: int, end: int, before: int, after: int) -> Range:
    """Find where in the words `start:end` a gloss belongs that has so many words before and after it opposite."""
    count = end - start
    if not before or not after:
        place = end if before else start
    else:
        place = start + min(max(count * before // (before + after), 1), max(count - 1, 1)) if count else start
    return place, place


def _cover(a: int, b: int, c: int, d: int) -> Iterator[Opcode]:
    if a < b or c < d:
        yield Opcode(False, a, b, c, d)
