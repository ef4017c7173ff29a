"""The first table: readings joined one by one, the most alike first, each aligned to the table so far."""

from collections.abc import Sequence
from itertools import combinations

from rapidfuzz.distance import LCSseq

from workbench.text.collation.matching import match_words
from workbench.text.collation.places import Pairs, Place, Reading, weave
from workbench.text.collation.rows import MARK, Lexicon, Words

__all__ = ["build_profile", "order_by_similarity"]


def build_profile(readings: Sequence[Reading], lexicon: Lexicon) -> list[Place]:
    """Align `readings` (distinct, sorted by their words), the most alike first."""
    places: list[Place] = []
    for index in order_by_similarity([reading.words for reading in readings]):
        pairs = _share_gaps(match_words(readings[index].words, places), readings[index].words, places, lexicon)
        places = weave(places, pairs, readings[index], lexicon)
    return places


def order_by_similarity(rows: Sequence[Words]) -> list[int]:
    """Order rows: the two most alike, then always the one most alike to those before; ties by index."""
    if len(rows) < 3:
        return list(range(len(rows)))
    alike = _compare_all(rows)
    first = max(combinations(range(len(rows)), 2), key=lambda pair: alike[pair[0]][pair[1]])
    order, rest = list(first), [index for index in range(len(rows)) if index not in first]
    nearness = [alike[index][first[0]] + alike[index][first[1]] for index in range(len(rows))]
    while rest:
        best = max(rest, key=nearness.__getitem__)
        rest.remove(best)
        order.append(best)
        nearness = [near + more for near, more in zip(nearness, alike[best], strict=True)]
    return order


def _compare_all(rows: Sequence[Words]) -> list[list[float]]:
    """Similarity of every two rows: twice their longest common subsequence over their lengths together."""
    packed = ["".join(map(chr, row)) for row in rows]
    alike = [[0.0] * len(rows) for _ in rows]
    for (i, left), (j, right) in combinations(enumerate(packed), 2):
        alike[i][j] = alike[j][i] = 2 * LCSseq.similarity(left, right) / (len(left) + len(right))
    return alike


def _share_gaps(pairs: Pairs, words: Words, places: Sequence[Place], lexicon: Lexicon) -> Pairs:
    """Add to `pairs` those of a word and the next free place of its kind in the same gap."""
    shared: Pairs = []
    word = place = 0
    for next_word, next_place in [*pairs, (len(words), len(places))]:
        for at in range(word, next_word) if place < next_place else ():
            is_mark = lexicon.kinds[words[at]] == MARK
            free = next((p for p in range(place, next_place) if places[p].is_mark is is_mark), None)
            if free is not None:
                shared.append((at, free))
                place = free + 1
        shared.append((next_word, next_place))
        word, place = next_word + 1, next_place + 1
    return shared[:-1]
