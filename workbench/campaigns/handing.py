"""In which order things lie before a reviewer: pure, the same whenever it is asked again."""

import hashlib
import random
from collections.abc import Mapping, Sequence
from itertools import combinations

__all__ = ["items_of", "label_versions", "order_of_items", "sits_on", "tag_of"]


def items_of(kind: str, passages: Sequence[int], sigla: Sequence[str]) -> list[tuple[int, list[str]]]:
    """Return what is judged at once: all versions of a passage, or for "pairwise" every two of them."""
    if kind != "pairwise":
        return [(passage, list(sigla)) for passage in passages]
    return [(passage, list(pair)) for passage in passages for pair in combinations(sigla, 2)]


def order_of_items(seed: int, reviewer: int, numbers: Sequence[int]) -> list[int]:
    """Return the items in the order in which a reviewer gets them, another for each."""
    shuffled = list(numbers)
    random.Random(f"{seed}/{reviewer}").shuffle(shuffled)  # noqa: S311 - an order, no secret
    return shuffled


def sits_on(item: int, seat: int, seats: int, each: int) -> bool:
    """Say whether an item is of a reviewer's share: with `each` answers an item, items go round the seats in turn.

    Items and seats count from 1. With 0 every item is of every share.
    """
    return not each or (seat - item) % seats < min(each, seats)


def label_versions(seed: int, reviewer: int, item: int, sigla: Sequence[str], *, is_blind: bool) -> dict[str, str]:
    """Return the siglum that stands behind each label, in the order in which the versions are shown.

    Labels of a blind campaign are "1", "2" …, shuffled for each reviewer and item; others are the sigla.
    """
    if not is_blind:
        return {siglum: siglum for siglum in sigla}
    shuffled = list(sigla)
    random.Random(f"{seed}/{reviewer}/{item}").shuffle(shuffled)  # noqa: S311
    return {str(number): siglum for number, siglum in enumerate(shuffled, 1)}


def tag_of(revisions: Mapping[str, int]) -> str:
    """Return what tells whether versions read as they did: made of their revisions' numbers, whatever their order."""
    said = ",".join(f"{siglum}={number}" for siglum, number in sorted(revisions.items()))
    return hashlib.sha256(said.encode()).hexdigest()[:20]
