"""What distances are made of: the words of each text, and the words that each two have in common."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import fsum

from rapidfuzz.distance import LCSseq

from workbench.text.words.keys import Ignorable, Rule, read_keys

__all__ = ["PairCounts", "average", "count_pairs", "relate"]


@dataclass(frozen=True, slots=True)
class PairCounts:
    """The counts of one passage's texts: `words[i]` of text i, `common` of each pair, (0, 1), (0, 2) … (1, 2) ….

    Words are comparison keys; what two texts have in common is a longest common subsequence of them.
    """

    words: tuple[int, ...]
    common: tuple[int, ...]

    @property
    def distances(self) -> list[float]:
        """d of each pair, 0..1, in the order of `common`."""
        pairs = combinations(self.words, 2)
        return [relate(common, left + right) for common, (left, right) in zip(self.common, pairs, strict=True)]

    @property
    def distinctiveness(self) -> tuple[float | None, ...]:
        """The mean of d from each text to each of the others; None where it is alone."""
        others: list[list[float]] = [[] for _ in self.words]
        for (i, j), distance in zip(combinations(range(len(self.words)), 2), self.distances, strict=True):
            others[i].append(distance)
            others[j].append(distance)
        return tuple(map(average, others))


def count_pairs(
    texts: Sequence[str], ignore: frozenset[Ignorable] = frozenset(), rules: Sequence[Rule] = ()
) -> PairCounts:
    """Count the words of the texts, and for each two of them those in common."""
    packed = _pack_words(texts, ignore, rules)
    common = tuple(LCSseq.similarity(left, right) for left, right in combinations(packed, 2))
    return PairCounts(tuple(map(len, packed)), common)


def average(values: Collection[float]) -> float | None:
    """Return the mean, the same in whatever order the values come; None without any."""
    return fsum(values) / len(values) if values else None


def relate(common: int, words: int) -> float:
    """Return the distance of texts of `words` together that have `common` words in common; 0 without any word."""
    return 1 - 2 * common / words if words else 0.0


def _pack_words(texts: Sequence[str], ignore: frozenset[Ignorable], rules: Sequence[Rule]) -> list[str]:
    """Write each text as a string of one character a word, the same for equal words of these texts.

    Which character means nothing: only equality is looked at. Strings compare several times as fast as lists.
    """
    number: dict[str, str] = {}
    packed: dict[str, str] = {}
    for text in texts:
        if text not in packed:
            words = read_keys(text, ignore, rules).values
            packed[text] = "".join([number.setdefault(word, chr(len(number))) for word in words])
    return [packed[text] for text in texts]
