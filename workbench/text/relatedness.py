"""Whether two texts say the same thing at all.

Two passages that share nothing but "the" and "of" should not be cut into confetti. What is counted is how many content
words begin alike (four letters, so that "resigned" answers "resignation"): `2 shared / (left + right)`, each word once.
Below 0.07, where both sides have four content words and more, the texts are called unrelated.

Fitted on 8,700 pairs of the same passage by two translators and as many of different passages of one book (half of them
near each other): called unrelated are 0 % of revisions of one Bible, 0.3 % of KJV against YLT, 1.4 to 3.1 % of the free
translations of Thucydides and Livy (1.6 % of all), and 77 % of the different passages.
"""

from collections import Counter
from collections.abc import Sequence

from workbench.text.cells import Cell
from workbench.text.keys import Keys
from workbench.text.weights import weigh

__all__ = ["are_related"]

_FLOOR = 0.07
_FEWEST = 4  # content words on each side; fewer are never called unrelated
_SURE = 0.4  # share of equal words from which nothing needs counting
_BEGINNING = 4  # letters


def are_related(left: Keys, right: Keys, cells: Sequence[Cell]) -> bool:
    """Tell whether the texts, aligned by `cells`, share enough words to be compared word by word."""
    equal = sum([cell[2] - cell[1] for cell in cells if cell[0]])
    if 2 * equal >= _SURE * (len(left.values) + len(right.values)):
        return True
    mine, theirs = _count_beginnings(left.values), _count_beginnings(right.values)
    total = mine.total(), theirs.total()
    return min(total) < _FEWEST or 2 * (mine & theirs).total() >= _FLOOR * sum(total)


def _count_beginnings(words: Sequence[str]) -> Counter[str]:
    beginnings: Counter[str] = Counter()
    for word, count in Counter(words).items():
        if word[0].isalnum() and weigh(word) >= 0.5:
            beginnings[word[:_BEGINNING].casefold()] += count
    return beginnings
