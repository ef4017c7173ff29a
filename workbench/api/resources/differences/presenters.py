"""Differences that were asked for, as they are sent."""

from collections.abc import Mapping
from typing import TypedDict

from workbench.api.resources.comparison.presenters import SpanShown, show_span
from workbench.corpus.differing import Found, Parting, PlaceApart

__all__ = ["WorkDifferencesShown", "show_found"]


class PartingShown(TypedDict):
    """How two translations part in a passage: how often in each way, and how much it weighs, 0 to 2."""

    left: str
    right: str
    weight: float
    counts: dict[str, int]


class DifferenceFoundShown(TypedDict):
    """One difference: what it matters for ("" for form), 0 to 1 how much, and the words of both sides."""

    type: str
    matter: str
    weight: float
    left: SpanShown
    right: SpanShown


class PassageDifferencesShown(TypedDict):
    """A passage, its pairs of translations that part so, the heaviest first, and the `differences` of the first."""

    passage: int
    reference: str
    position: int
    weight: float
    pairs: list[PartingShown]
    differences: list[DifferenceFoundShown]


class WorkDifferencesShown(TypedDict):
    """A page of passages. `waiting` of the work's are not counted yet; `signature`: how words were cut."""

    workspace: str
    work: str
    waiting: int
    results: list[PassageDifferencesShown]
    next: str | None
    signature: str


def show_found(one: Found, sigla: Mapping[int, str]) -> PassageDifferencesShown:
    """Show a passage; `sigla` by the ids of translations."""
    return {
        "passage": one.passage.pk,
        "reference": one.passage.reference,
        "position": one.passage.position,
        "weight": round(one.weight, 3),
        "pairs": [_show_pair(pair, sigla) for pair in one.partings],
        "differences": [_show_place(place) for place in one.places],
    }


def _show_pair(pair: Parting, sigla: Mapping[int, str]) -> PartingShown:
    return {
        "left": sigla[pair.left],
        "right": sigla[pair.right],
        "weight": round(pair.weight, 3),
        "counts": pair.by_kind,
    }


def _show_place(place: PlaceApart) -> DifferenceFoundShown:
    return {
        "type": place.difference.type,
        "matter": place.weight.matter,
        "weight": round(place.weight.value, 3),
        "left": show_span(place.difference.left, place.left_text),
        "right": show_span(place.difference.right, place.right_text),
    }
