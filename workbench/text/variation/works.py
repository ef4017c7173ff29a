"""The distances between whole translations: over all passages of a work."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from workbench.text.variation.counts import APART, count_units, relate
from workbench.text.variation.distances import Matrix, mirror
from workbench.text.words.joining import Said, reach
from workbench.text.words.keys import Ignorable, Rule

__all__ = ["distance_matrix"]


def distance_matrix(
    passages: Iterable[Sequence[Said]],
    *,
    ignore: frozenset[Ignorable] = frozenset(),
    rules: Sequence[Rule] = (),
) -> Matrix:
    """Measure how far every two translations lie apart, passage by passage.

    `passages` holds for each passage the variants of all translations, in the same order, None where omitted
    or missing, `JOINED` where the words stand in the passage before. With P the passages that both a and b have, those
    that one of the two joins as one,

        D(a, b) = 1 - 2 sum(LCS(a_p, b_p) for p in P) / sum(|a_p| + |b_p| for p in P)

    so that every word weighs the same, however the work is cut into passages. Symmetric, 0 on the diagonal;
    None where the two have no passage in common, and on the diagonal of a translation that has none.
    Raises ValueError where the passages have not all the same number of variants.
    """
    rows = list(passages)
    width = len(rows[0]) if rows else 0
    for variants in rows:
        if len(variants) != width:
            raise ValueError(f"Expected {width} variants in every passage, found {len(variants)}")
    columns = [[variants[place] for variants in rows] for place in range(width)]
    common: dict[tuple[int, int], int] = {}
    words: dict[tuple[int, int], int] = {}
    for row in range(len(rows)):
        end = reach(columns, row)
        counted = count_units([column[row:end] for column in columns], ignore, rules)
        for pair, both, shared in zip(combinations(range(width), 2), counted.words, counted.common, strict=True):
            if shared != APART:
                common[pair] = common.get(pair, 0) + shared
                words[pair] = words.get(pair, 0) + both
    pairs = {pair: relate(common[pair], words[pair]) for pair in words}
    return mirror(pairs, [any(isinstance(said, str) for said in column) for column in columns])
