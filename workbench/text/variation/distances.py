"""The distances between the variants of one passage, and what follows from them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import fsum

from rapidfuzz.distance import LCSseq

from workbench.text.keys import Ignorable, Rule, read_keys

__all__ = ["Matrix", "Variation", "count_common", "mirror", "pack_words", "relate", "variation"]

Matrix = tuple[tuple[float | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Variation:
    """How much the variants of one passage differ. All figures lie between 0 and 1.

    `distances[i][j]` is d(i, j) as the package states it: symmetric, 0 on the diagonal, None where either
    text is omitted.
    `variation` is the mean of d over all pairs of texts that are there; None where there are not two.
    `distinctiveness[i]` is the mean of d from text i to each of the others that are there; None where
    text i is omitted or alone.
    """

    distances: Matrix
    variation: float | None
    distinctiveness: tuple[float | None, ...]


def variation(
    texts: Sequence[str | None], *, ignore: frozenset[Ignorable] = frozenset(), rules: Sequence[Rule] = ()
) -> Variation:
    """Measure how much `texts` differ; None stands for an omitted variant and is left out of every mean.

    Words are equal when their comparison keys are (`keys_of`, with what to `ignore` and the `rules`).
    """
    packed = pack_words(texts, ignore, rules)
    pairs = {
        (i, j): relate(count_common(left, right), len(left) + len(right))
        for (i, left), (j, right) in combinations(enumerate(packed), 2)
        if left is not None and right is not None
    }
    distances = mirror(pairs, [words is not None for words in packed])
    others = [[d for j, d in enumerate(row) if j != i and d is not None] for i, row in enumerate(distances)]
    return Variation(distances, _mean(pairs.values()), tuple(map(_mean, others)))


def pack_words(texts: Sequence[str | None], ignore: frozenset[Ignorable], rules: Sequence[Rule]) -> list[str | None]:
    """Write each text as a string of one character a word, the same for equal words of these texts.

    Which character means nothing: only equality is looked at. Strings compare several times as fast as lists.
    """
    number: dict[str, str] = {}
    packed: dict[str | None, str | None] = {None: None}
    for text in texts:
        if text is not None and text not in packed:
            words = read_keys(text, ignore, rules).values
            packed[text] = "".join([number.setdefault(word, chr(len(number))) for word in words])
    return [packed[text] for text in texts]


def count_common(left: str, right: str) -> int:
    """Return the length of a longest common subsequence of two packed texts."""
    return LCSseq.similarity(left, right)


def relate(common: int, words: int) -> float:
    """Return the distance of texts of `words` together that have `common` words in common; 0 without any word."""
    return 1 - 2 * common / words if words else 0.0


def mirror(pairs: dict[tuple[int, int], float], is_there: Sequence[bool]) -> Matrix:
    """Make the whole symmetric matrix of the distances of `pairs` (i < j); what isn't known is None."""
    return tuple(
        tuple((0.0 if there else None) if i == j else pairs.get((min(i, j), max(i, j))) for j in range(len(is_there)))
        for i, there in enumerate(is_there)
    )


def _mean(values: Collection[float]) -> float | None:
    """The mean, the same in whatever order the values come."""
    return fsum(values) / len(values) if values else None
