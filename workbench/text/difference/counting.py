"""How many differences of each type, and of each matter, part every two versions of a passage, and how much they weigh.

What somebody asks a work ("where do the numbers of D part from A's?") is then a look at stored counts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from types import MappingProxyType
from typing import Final, get_args

from workbench.text.difference.comparison import DifferenceType
from workbench.text.difference.diff import diff
from workbench.text.difference.seams import read_unit
from workbench.text.difference.weighing import MATTERS, weigh_difference
from workbench.text.words.joining import JOINED, Said
from workbench.text.words.keys import Rule

__all__ = ["KINDS", "PairKinds", "count_kinds"]

KINDS: Final[tuple[str, ...]] = (
    *get_args(DifferenceType),
    *(one for one in MATTERS if one not in get_args(DifferenceType)),
)
"""What is counted: the types of differences, then what they may matter for and is no type. A difference counts once as
its type, and once more as its matter."""

_PLACE = {kind: place for place, kind in enumerate(KINDS)}
_FURTHER = 0.1  # what the weights of the lighter differences add


@dataclass(frozen=True, slots=True)
class PairKinds:
    """Two versions (their places, the lesser first): how many differences of each of `KINDS`, and their weight.

    `weight` is that of the heaviest difference, with a tenth of the others' sum, which brings it to 2 at most.
    """

    left: int
    right: int
    counts: tuple[int, ...]
    weight: float


def count_kinds(
    columns: Sequence[Sequence[Said]],
    language: str,
    rules: Sequence[Rule] = (),
    of_pairs: Mapping[tuple[int, int], Sequence[Rule]] = MappingProxyType({}),
) -> list[PairKinds]:
    """Count the differences of every two versions in one language that both have words in the first row.

    A column begins in the passage that is counted and goes on as far as any joins, as for `count_units`. `of_pairs` are
    the rules of two versions (their places, the lesser first) where others count than `rules`.
    """
    found = []
    for left, right in combinations(range(len(columns)), 2):
        pair = [columns[left], columns[right]]
        if any(column[0] is JOINED for column in pair):
            continue
        _, texts = read_unit(pair, 0)
        if texts[0] is not None and texts[1] is not None:
            found.append(
                _count(left, right, texts[0].text, texts[1].text, language, of_pairs.get((left, right), rules))
            )
    return found


def _count(left: int, right: int, mine: str, theirs: str, language: str, rules: Sequence[Rule]) -> PairKinds:
    counts = [0] * len(KINDS)
    weights = []
    for one in diff(mine, theirs, rules=rules).differences if mine != theirs else ():
        weight = weigh_difference(one, mine, theirs, language)
        weights.append(weight.value)
        counts[_PLACE[one.type]] += 1
        if weight.matter and weight.matter != "number":
            counts[_PLACE[weight.matter]] += 1
    most = max(weights, default=0.0)
    return PairKinds(left, right, tuple(counts), min(2.0, most + _FURTHER * (sum(weights) - most)))
