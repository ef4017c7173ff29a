"""What putting two words into one column is worth: equal words everything, near-equal words something,
others a little.

The three are compared in that order and never traded: they lie in different bits of one whole number,
so that no number of near-equal words outweighs a pair of equal ones, and no saved column a near-equal
pair.
"""

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from workbench.text.collation.rows import Lexicon

__all__ = ["compare_words", "value_cells"]

SHARED = 1  # two words share a column that would otherwise be two
NEAR = 1 << 12  # times 0..15; below 4,096 words share columns in one block of the refinement
EQUAL = 1 << 37  # 15 * 2,000 words * 1,000 witnesses stay below 2**25
_FLOOR = 0.53  # of the human-aligned pairs of near-equal words few lie below it
_STEPS = 15


@lru_cache(maxsize=100_000)
def compare_words(left: str, right: str) -> int:
    """Say how near two comparison keys are, 0 to 15 (only case apart), by normalised Levenshtein distance."""
    if left.isdecimal() and right.isdecimal():
        return _STEPS // 2
    return int(Levenshtein.normalized_similarity(left.casefold(), right.casefold(), score_cutoff=_FLOOR) * _STEPS)


def weigh_pair(left: str, right: str) -> int:
    """Weigh one pair of different words of the same kind in one column, without the column they share."""
    return NEAR * compare_words(left, right)


def value_cells(
    columns: Sequence[dict[int, int]],
    reading: int,
    readings: Sequence[Sequence[int]],
    weights: Sequence[int],
    lexicon: Lexicon,
) -> list[list[int]]:
    """Value every word of a `reading` in every column: a row for each word, 0 where it may not stand."""
    held = [_weigh_words(column, readings, weights) for column in columns]
    return [[_value_word(word, column, lexicon) for column in held] for word in readings[reading]]


def _weigh_words(column: dict[int, int], readings: Sequence[Sequence[int]], weights: Sequence[int]) -> dict[int, int]:
    held: dict[int, int] = {}
    for other, at in column.items():
        word = readings[other][at]
        held[word] = held.get(word, 0) + weights[other]
    return held


def _value_word(word: int, held: dict[int, int], lexicon: Lexicon) -> int:
    if lexicon.is_mark[word] is not lexicon.is_mark[next(iter(held))]:
        return 0
    value = SHARED
    for other, weight in held.items():
        value += weight * (EQUAL if other == word else weigh_pair(lexicon.keys[word], lexicon.keys[other]))
    return value
