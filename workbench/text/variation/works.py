"""The distances between whole translations: over all passages of a work."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from workbench.text.variation.counts import count_pairs, relate
from workbench.text.variation.distances import Matrix, mirror
from workbench.text.words.keys import Ignorable, Rule

__all__ = ["distance_matrix"]


def distance_matrix(
    passages: Iterable[Sequence[str | None]],
    *,
    ignore: frozenset[Ignorable] = frozenset(),
    rules: Sequence[Rule] = (),
) -> Matrix:
    """Measure how far every two translations lie apart, passage by passage.

    `passages` holds for each passage the variants of all translations, in the same order, None where omitted
    or missing. With P the passages that both a and b have,

        D(a, b) = 1 - 2 sum(LCS(a_p, b_p) for p in P) / sum(|a_p| + |b_p| for p in P)

    so that every word weighs the same, however the work is cut into passages. Symmetric, 0 on the diagonal;
    None where the two have no passage in common, and on the diagonal of a translation that has none.
    Raises ValueError where the passages have not all the same number of variants.
    """
    common: dict[tuple[int, int], int] = {}
    words: dict[tuple[int, int], int] = {}
    width = 0
    present: set[int] = set()
    for variants in passages:
        if width and len(variants) != width:
            raise ValueError(f"Expected {width} variants in every passage, found {len(variants)}")
        width = len(variants)
        there = [place for place, text in enumerate(variants) if text is not None]
        present.update(there)
        counted = count_pairs([text for text in variants if text is not None], ignore, rules)
        for pair, both, shared in zip(
            combinations(there, 2), combinations(counted.words, 2), counted.common, strict=True
        ):
            common[pair] = common.get(pair, 0) + shared
            words[pair] = words.get(pair, 0) + sum(both)
    pairs = {pair: relate(common[pair], words[pair]) for pair in words}
    return mirror(pairs, [i in present for i in range(width)])
