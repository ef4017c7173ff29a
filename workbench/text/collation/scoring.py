"""What a word is worth at a place: equal words there everything, near-equal words something, any word a little.

The three are compared in that order and never traded: they lie in different bits of one whole number, so that
no number of near-equal words outweighs a pair of equal ones, and no shared place a near-equal pair.
"""

from collections.abc import Iterator, Sequence, Sized
from itertools import combinations

import numpy as np
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from workbench.text.collation.places import Place, Reading
from workbench.text.collation.rows import CONTENT, LIGHT, MARK, Lexicon

__all__ = ["Neighbours", "are_compared", "find_neighbours", "value_places"]

_SHARED = 2  # two words share a place that would otherwise be two
_ALIKE = 1  # both carry grammar only, or neither does: "Jehovah" should face "LORD" and not "the"
_NEAR = 1 << 14  # times 1..15; some 5,000 words may share places in one block of the refinement
_EQUAL = 1 << 39  # 15 * 2,000 words * 1,000 witnesses stay below 2**25
_FLOOR = 0.53  # of the pairs of near-equal words that people aligned few lie below it
_STEPS = 15
_MANY = 4_000  # their matrix holds 64 MB
_FEW = 12  # up to here a loop is faster than a matrix
# what a word of each kind is worth among words of these kinds, when none is equal or near-equal
_ALONE = {
    MARK: {MARK: _SHARED, LIGHT: 0, CONTENT: 0},
    LIGHT: {MARK: 0, LIGHT: _SHARED + _ALIKE, CONTENT: _SHARED},
    CONTENT: {MARK: 0, LIGHT: _SHARED, CONTENT: _SHARED + _ALIKE},
    LIGHT | CONTENT: {MARK: 0, LIGHT: _SHARED + _ALIKE, CONTENT: _SHARED + _ALIKE},
}

Neighbours = dict[int, dict[int, int]]  # word -> near-equal words and the word itself -> worth of the pair


def are_compared(words: Sized) -> bool:
    """Whether so many different words are few enough to look for near-equal ones among them."""
    return len(words) <= _MANY


def find_neighbours(readings: Sequence[Reading], lexicon: Lexicon) -> Neighbours:
    """Find which words of the `readings` are near-equal: normalised Levenshtein similarity, case apart.

    Two numbers in figures are always near: "19" and "9" should face each other. Among too many words none
    are looked for: only equal words count.
    """
    words = sorted({word for reading in readings for word in reading.words})
    neighbours: Neighbours = {word: {word: _EQUAL} for word in words}
    if not are_compared(words):
        return neighbours
    figures = [word for word in words if lexicon.keys[word].isdecimal()]
    for left, right in combinations(figures, 2):
        neighbours[left][right] = neighbours[right][left] = _NEAR * (_STEPS // 2)
    for left, right, similarity in _compare([w for w in words if lexicon.kinds[w] != MARK], lexicon):
        neighbours[left][right] = neighbours[right][left] = _NEAR * int(similarity * _STEPS)
    return neighbours


def _compare(words: Sequence[int], lexicon: Lexicon) -> Iterator[tuple[int, int, float]]:
    """Yield the pairs of near-equal words with their similarity; each pair once."""
    keys = [lexicon.keys[word].casefold() for word in words]
    if len(words) > _FEW:
        near = cdist(keys, keys, scorer=Levenshtein.normalized_similarity, score_cutoff=_FLOOR)
        for i, j in zip(*(axis.tolist() for axis in np.triu(near, 1).nonzero()), strict=True):
            yield words[i], words[j], near[i, j]
        return
    for (i, left), (j, right) in combinations(enumerate(keys), 2):
        if similarity := Levenshtein.normalized_similarity(left, right, score_cutoff=_FLOOR):
            yield words[i], words[j], similarity


def value_places(
    places: Sequence[Place], reading: Reading, neighbours: Neighbours, lexicon: Lexicon
) -> list[list[int]]:
    """Value every word of a `reading` at every place: a row for each word, 0 where it may not stand."""
    standing: dict[int, list[tuple[int, int]]] = {}
    alone = []
    for number, place in enumerate(places):
        kinds = 0
        for word, weight in place.words.items():
            standing.setdefault(word, []).append((number, weight))
            kinds |= lexicon.kinds[word]
        alone.append(_ALONE[kinds])
    by_kind = {kind: [worth[kind] for worth in alone] for kind in (MARK, LIGHT, CONTENT)}
    return [_value_word(by_kind[lexicon.kinds[word]].copy(), neighbours[word], standing) for word in reading.words]


def _value_word(values: list[int], neighbours: dict[int, int], standing: dict[int, list[tuple[int, int]]]) -> list[int]:
    for neighbour, worth in neighbours.items():
        for number, weight in standing.get(neighbour, ()):
            values[number] += weight * worth
    return values
