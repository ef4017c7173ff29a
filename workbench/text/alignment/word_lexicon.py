"""Which words of two languages translate each other, learned from passages that are known to answer each other.

IBM's first model in both directions (`lexicon`), a pair's probability being the geometric mean of the two. Corrections
(`confirmed` links) are certain.
"""

from collections.abc import Iterable, Sequence

import numpy as np

from workbench.text.alignment.cognates import cognate
from workbench.text.alignment.lexicon import learn_lexicon
from workbench.text.alignment.words import count_sides, fold, read_words

__all__ = ["learn_words"]

_LEAST = 0.02
_ENOUGH = 2


def learn_words(
    left: Sequence[str], right: Sequence[str], confirmed: Iterable[tuple[str, str]] = ()
) -> dict[tuple[str, str], float]:
    """Return the probability (0..1) of pairs of folded words, as `word_links` takes them.

    `left[i]` and `right[i]` answer each other, "" where one is not there; `confirmed` are pairs of words of both
    languages that a person linked.
    """
    pairs = [pair for pair in zip(left, right, strict=True) if all(text.strip() for text in pair)]
    found = _learn(pairs) if len(pairs) >= _ENOUGH else {}
    return found | {(fold(one), fold(other)): 1.0 for one, other in confirmed if fold(one) and fold(other)}


def _learn(pairs: Sequence[tuple[str, str]]) -> dict[tuple[str, str], float]:
    texts = [list(side) for side in zip(*pairs, strict=True)]
    units = [[read_words(text).keys for text in side] for side in texts]
    sides = count_sides(units[0], texts[0], units[1], texts[1])
    if not len(sides[0].words) or not len(sides[1].words):
        return {}
    vocabulary = list(dict.fromkeys(word for side in units for unit in side for word in unit))
    beads = np.arange(len(pairs))
    counted = learn_lexicon(*sides, (beads, beads), _number_cognates(vocabulary))
    chances = np.sqrt(
        counted.there.counts / counted.there.sums[counted.s] * counted.back.counts / counted.back.sums[counted.t]
    )
    kept = np.flatnonzero(chances >= _LEAST)
    return {(vocabulary[counted.s[k]], vocabulary[counted.t[k]]): round(float(chances[k]), 4) for k in kept}


def _number_cognates(vocabulary: Sequence[str]) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(key, len(numbers)) if (key := cognate(word)) else -1 for word in vocabulary])
