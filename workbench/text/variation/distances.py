"""The distances between the variants of one passage, and what follows from them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from workbench.text.variation.counts import average, count_pairs
from workbench.text.words.keys import Ignorable, Rule

__all__ = ["Matrix", "Variation", "mirror", "variation"]

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
    there = [place for place, text in enumerate(texts) if text is not None]
    counted = count_pairs([text for text in texts if text is not None], ignore, rules)
    pairs = dict(zip(combinations(there, 2), counted.distances, strict=True))
    distances = mirror(pairs, [text is not None for text in texts])
    distinct = dict(zip(there, counted.distinctiveness, strict=True))
    known = [distance for distance in pairs.values() if distance is not None]
    return Variation(distances, average(known), tuple(distinct.get(place) for place in range(len(texts))))


def mirror(pairs: Mapping[tuple[int, int], float | None], is_there: Sequence[bool]) -> Matrix:
    """Make the whole symmetric matrix of the distances of `pairs` (i < j); what isn't known is None."""
    return tuple(
        tuple((0.0 if there else None) if i == j else pairs.get((min(i, j), max(i, j))) for j in range(len(is_there)))
        for i, there in enumerate(is_there)
    )
