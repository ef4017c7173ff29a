"""Inside a change: which word answers which.

"Comrade Zhuravelev was put forward" and "they nominated comrade Zhuravlev" share a name spelled in two ways; taken as
one change, the name is lost in it. Words that are near each other, numbers against numbers, and words written apart or
together ("to day", "today") are paired, in order, with the greatest sum of nearness; at the edges of what remains,
equal words and signs against signs are split off. What is left between is the change itself.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from workbench.text.cells import Cell
from workbench.text.keys import Keys
from workbench.text.nearness import nearness, plain_form
from workbench.text.numerals import is_numeral
from workbench.text.weights import CONTENT, weigh

__all__ = ["pair_all"]

_LARGEST = 10_000  # words times words; a larger change is left whole
_WORK = 400_000  # words times words in all changes together
_MOST = 200  # pairs looked at in one change, the nearest
_NUMBERS = 0.6  # how near two different numbers are


class _Pair(NamedTuple):
    """Words `a:b` answer `c:d` with this nearness."""

    a: int
    b: int
    c: int
    d: int
    score: float


@lru_cache(maxsize=4096)
def _study(word: str) -> tuple[str, bool, bool]:
    """Return what pairing asks of a word: its plain form, whether it is a number, and whether it carries sense."""
    if weigh(word) < CONTENT:
        return plain_form(word), False, False
    return plain_form(word), is_numeral(word), True


def pair_all(cells: Sequence[Cell], left: Keys, right: Keys) -> list[Cell]:
    """Pair the words inside every differing cell; in very long texts only as far as time allows."""
    result: list[Cell] = []
    work = 0
    for cell in cells:
        equal, a, b, c, d, _, _ = cell
        size = 0 if equal else (b - a) * (d - c)
        if not 0 < size <= _LARGEST or work + size > _WORK:
            result.append(cell)
            continue
        work += size
        if size > 1:
            result += _pair_words(cell, left, right)
        else:
            result.append(Cell(False, a, b, c, d, True) if _are_near(left.values[a], right.values[c]) else cell)
    return result


def _pair_words(cell: Cell, left: Keys, right: Keys) -> list[Cell]:
    """Cut one differing cell into pairs of words that answer each other and what remains between them."""
    cells: list[Cell] = []
    a, c = cell.a, cell.c
    for pair in [*_best_chain(list(_candidates(cell, left, right))), _Pair(cell.b, cell.b, cell.d, cell.d, 0)]:
        if a < pair.a or c < pair.c:
            cells += _trim(Cell(False, a, pair.a, c, pair.c), left, right)
        if pair.score:
            equal = left.values[pair.a : pair.b] == right.values[pair.c : pair.d]
            cells.append(Cell(equal, pair.a, pair.b, pair.c, pair.d, near=not equal))
        a, c = pair.b, pair.d
    return cells


@lru_cache(maxsize=4096)
def _are_near(left: str, right: str) -> bool:
    (first, is_number, is_content), (second, is_other_number, is_other_content) = _study(left), _study(right)
    if is_content and is_other_content:
        return nearness(first, second) > 0 or (is_number and is_other_number)
    return first == second


def _candidates(cell: Cell, left: Keys, right: Keys) -> Iterator[_Pair]:
    """Find every pair of content words that might answer each other; light words are paired at the edges only."""
    lefts, rights = _content(left.values, cell.a, cell.b), _content(right.values, cell.c, cell.d)
    scale = 0.2 / max(cell.b - cell.a, cell.d - cell.c)
    for i, word, number in lefts:
        first, last = word[0], word[-2:]
        for j, other, other_number in rights:
            score = nearness(word, other) if first == other[0] or last == other[-2:] else 0.0
            if score := score or _NUMBERS * (number and other_number):
                yield _Pair(i, i + 1, j, j + 1, score - scale * abs(i - cell.a - j + cell.c))
    for i, i2, j, j2 in _joined(cell, left.values, right.values):
        yield _Pair(i, i2, j, j2, 1.5)


def _content(words: Sequence[str], start: int, end: int) -> list[tuple[int, str, bool]]:
    """List the content words of a run: place, plain form, whether it is a number."""
    rows = zip(range(start, end), map(_study, words[start:end]), strict=True)
    return [(n, plain, is_number) for n, (plain, is_number, is_content) in rows if is_content and plain]


def _joined(cell: Cell, left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Find two words of one side that are one word of the other."""
    lefts = [plain for plain, _, _ in map(_study, left[cell.a : cell.b])]
    rights = [plain for plain, _, _ in map(_study, right[cell.c : cell.d])]
    for k, place in _joins(lefts, rights):
        yield cell.a + k, cell.a + k + 2, cell.c + place, cell.c + place + 1
    for k, place in _joins(rights, lefts):
        yield cell.a + place, cell.a + place + 1, cell.c + k, cell.c + k + 2


def _joins(many: Sequence[str], one: Sequence[str]) -> Iterator[tuple[int, int]]:
    if len(many) < 2:
        return
    places = {word: place for place, word in enumerate(one)}
    for k, (first, second) in enumerate(pairwise(many)):
        if first and second and (place := places.get(first + second)) is not None:
            yield k, place


def _best_chain(pairs: list[_Pair]) -> list[_Pair]:
    """Choose the pairs that keep the order on both sides and have the greatest sum of scores."""
    if len(pairs) < 2:
        return pairs
    if len(pairs) > _MOST:
        pairs = sorted(pairs, key=lambda pair: (-pair.score, pair))[:_MOST]
    pairs.sort(key=lambda pair: (pair.b, pair.d, pair.a, pair.c))
    best: list[tuple[float, int]] = []
    for n, pair in enumerate(pairs):
        score, previous = 0.0, -1
        for m in range(n):
            if best[m][0] > score and pairs[m].b <= pair.a and pairs[m].d <= pair.c:
                score, previous = best[m][0], m
        best.append((score + pair.score, previous))
    chain = []
    n = max(range(len(best)), key=lambda n: best[n][0])
    while n >= 0:
        chain.append(pairs[n])
        n = best[n][1]
    return chain[::-1]


def _trim(cell: Cell, left: Keys, right: Keys) -> list[Cell]:
    """Split off, at both edges of what remains, words that are equal but for case and signs against signs."""
    a, b, c, d = cell.a, cell.b, cell.c, cell.d
    head: list[Cell] = []
    tail: list[Cell] = []
    while a < b and c < d and _answers(left.values[a], right.values[c]):
        head.append(_pair_of(a, c, left, right))
        a, c = a + 1, c + 1
    while a < b and c < d and _answers(left.values[b - 1], right.values[d - 1]):
        b, d = b - 1, d - 1
        tail.append(_pair_of(b, d, left, right))
    rest = [Cell(False, a, b, c, d)] if a < b or c < d else []
    return [*head, *rest, *reversed(tail)]


def _answers(left: str, right: str) -> bool:
    if left == right:
        return True
    return _study(left)[0] == _study(right)[0]


def _pair_of(a: int, c: int, left: Keys, right: Keys) -> Cell:
    equal = left.values[a] == right.values[c]
    return Cell(equal, a, a + 1, c, c + 1, near=not equal)
