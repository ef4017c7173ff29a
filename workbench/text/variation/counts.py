"""What distances are made of: the words of each two texts together, and the words that they have in common."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import fsum

from rapidfuzz.distance import LCSseq

from workbench.text.words.joining import JOINED, Said, reach
from workbench.text.words.keys import Ignorable, Rule, read_keys

__all__ = ["APART", "PairCounts", "average", "count_pairs", "count_units", "relate"]

APART = -1
"""In the place of what two texts have in common: they aren't compared here."""


@dataclass(frozen=True, slots=True)
class PairCounts:
    """The counts of one passage's `size` texts, of each pair, (0, 1), (0, 2) … (1, 2) …: `words` of both together, and
    those in `common`; `APART` where the two aren't compared here, and no words.

    Words are comparison keys; what two texts have in common is a longest common subsequence of them.
    """

    size: int
    words: tuple[int, ...]
    common: tuple[int, ...]

    @property
    def distances(self) -> list[float | None]:
        """d of each pair, 0..1, in the order of `common`; None where the two aren't compared."""
        return [
            None if common == APART else relate(common, words)
            for common, words in zip(self.common, self.words, strict=True)
        ]

    @property
    def distinctiveness(self) -> tuple[float | None, ...]:
        """The mean of d from each text to each of the others; None where it is compared with none."""
        others: list[list[float]] = [[] for _ in range(self.size)]
        for (i, j), distance in zip(combinations(range(self.size), 2), self.distances, strict=True):
            if distance is not None:
                others[i].append(distance)
                others[j].append(distance)
        return tuple(map(average, others))


def count_pairs(
    texts: Sequence[str], ignore: frozenset[Ignorable] = frozenset(), rules: Sequence[Rule] = ()
) -> PairCounts:
    """Count the words of each two of the texts, and of these the ones in common."""
    packed = _pack_words(texts, ignore, rules)
    pairs = list(combinations([packed[text] for text in texts], 2))
    common = tuple(LCSseq.similarity(left, right) for left, right in pairs)
    return PairCounts(len(texts), tuple(len(left) + len(right) for left, right in pairs), common)


def count_units(
    columns: Sequence[Sequence[Said]], ignore: frozenset[Ignorable] = frozenset(), rules: Sequence[Rule] = ()
) -> PairCounts:
    """Count as `count_pairs` does where passages are joined: each column begins in the passage that is
    counted, and goes on as far as any of them joins.

    Two translations are compared over the passages that one of them joins, in the first of these and nowhere else.
    """
    packed = _pack_words([said for column in columns for said in column if isinstance(said, str)], ignore, rules)
    pairs = [_count_unit(left, right, packed) for left, right in combinations(columns, 2)]
    return PairCounts(len(columns), tuple(words for words, _ in pairs), tuple(common for _, common in pairs))


def _count_unit(left: Sequence[Said], right: Sequence[Said], packed: dict[str, str]) -> tuple[int, int]:
    if left[0] is JOINED or right[0] is JOINED:
        return 0, APART
    end = reach((left, right))
    sides = [[packed[said] for said in column[:end] if isinstance(said, str)] for column in (left, right)]
    if not all(sides):
        return 0, APART
    one, other = map("".join, sides)
    return len(one) + len(other), LCSseq.similarity(one, other)


def average(values: Collection[float]) -> float | None:
    """Return the mean, the same in whatever order the values come; None without any."""
    return fsum(values) / len(values) if values else None


def relate(common: int, words: int) -> float:
    """Return the distance of texts of `words` together that have `common` words in common; 0 without any word."""
    return 1 - 2 * common / words if words else 0.0


def _pack_words(texts: Sequence[str], ignore: frozenset[Ignorable], rules: Sequence[Rule]) -> dict[str, str]:
    """Write each text as a string of one character a word, the same for equal words of these texts.

    Which character means nothing: only equality is looked at. Strings compare several times as fast as lists.
    """
    number: dict[str, str] = {}
    packed: dict[str, str] = {}
    for text in texts:
        if text not in packed:
            words = read_keys(text, ignore, rules).values
            packed[text] = "".join([number.setdefault(word, chr(len(number))) for word in words])
    return packed
