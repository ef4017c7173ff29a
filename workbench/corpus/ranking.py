"""Passages in order of their variation, page by page: a page begins after a place, wherever that stands by now."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from workbench.corpus.comparing import Place, Survey

__all__ = ["Cursor", "Order", "Page", "cursor_of", "rank"]

Order = Literal["most", "least", "work"]
Cursor = tuple[int, int]
_WHOLE = 1_000_000


@dataclass(frozen=True, slots=True)
class Page:
    """Some places in the order asked for: the first is number `start` (from 0) of `total`.

    `before` is the cursor after which the page before this one begins: None for the first, and where there is none.
    """

    places: Sequence[Place]
    start: int
    total: int
    before: Cursor | None
    after: Cursor | None


def cursor_of(place: Place, order: Order) -> Cursor:
    """Return what a place is sorted by, lower ones first: its variation in millionths, and its position.

    Places without a figure come last, equal ones in the work's order.
    """
    if order == "work":
        return 0, place.position
    if place.variation is None:
        return _WHOLE + 1, place.position
    figure = round(_WHOLE * place.variation)
    return (figure if order == "least" else _WHOLE - figure), place.position


def rank(survey: Survey, order: Order, *, after: Cursor | None = None, size: int) -> Page:
    """Return the page of `size` places of a survey that begins after a cursor (None: from the first)."""
    ranked = survey.once(order, lambda: sorted((cursor_of(place, order), place) for place in survey.places))
    start = 0 if after is None else bisect_right(ranked, after, key=lambda one: one[0])
    end = start + size
    return Page(
        [place for _, place in ranked[start:end]],
        start,
        len(ranked),
        ranked[start - size - 1][0] if start > size else None,
        ranked[end - 1][0] if end < len(ranked) else None,
    )
