"""Whether two texts say the same thing at all.

Two passages that share nothing but "the" and "of" should not be cut into confetti. What is counted is how many content
words answer each other in order, by their first four letters, so that "resigned" answers "resignation": the longest
common subsequence of these beginnings. Words that any two chapters of one book share stand in another order in each,
which is why order tells more than number. The texts are called unrelated where

    2 · answering + 1 < 0.13 · (left + right)

(content words on each side), unless one side has fewer than four content words, half of the shorter side answers the
longer (an abridgement is related), or the words are much the same in whatever order (0.6 of both sides: a list sorted
otherwise). The 1 keeps single words from deciding over short passages.

Fitted and measured by `tests/benchmarks/relatedness.py`; the error rates are in docs/engine.md.
"""

from collections import Counter
from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from workbench.text.difference.matching import Block
from workbench.text.words.keys import Keys
from workbench.text.words.weights import weigh

__all__ = ["are_related"]

_SHARE = 0.13
_SAME = 0.6  # share of words that are the same, in whatever order
_FEWEST = 4  # content words on each side; fewer are never called unrelated
_SURE = 0.4  # share of equal words from which nothing needs counting
_BEGINNING = 4  # letters
_LIGHTEST = 0.5  # weight of a word that is counted
_LARGEST = 4 * 10**8  # product of the numbers of content words that are compared; beyond, the aligned ones are counted


def are_related(left: Keys, right: Keys, runs: Sequence[Block]) -> bool:
    """Tell whether the texts, whose words agree in `runs`, share enough words to be compared word by word."""
    equal = sum([length for _, _, length in runs])
    if 2 * equal >= _SURE * (len(left.values) + len(right.values)):
        return True
    mine, theirs = _list_beginnings(left.values), _list_beginnings(right.values)
    shorter = min(len(mine), len(theirs))
    if shorter < _FEWEST:
        return True
    if len(mine) * len(theirs) > _LARGEST:
        answering = len(_list_beginnings([word for a, _, length in runs for word in left.values[a : a + length]]))
    else:
        answering = LCSseq.similarity(mine, theirs)
    total = len(mine) + len(theirs)
    if 2 * answering + 1 >= _SHARE * total or 2 * answering >= shorter:
        return True
    return 2 * shorter >= _SAME * total and 2 * (Counter(mine) & Counter(theirs)).total() >= _SAME * total


def _list_beginnings(words: Sequence[str]) -> list[str]:
    """List how the content words begin, in order, case folded."""
    return [word[:_BEGINNING].casefold() for word in words if weigh(word) >= _LIGHTEST and word[0].isalnum()]
