"""Passages moved to other positions, past the constraint that no two of a work have one.

The constraint holds at each row, in whatever order the database takes them. So rows go first to positions beyond all
that are taken before or after, and from there to where they belong: no step leads to where another one begins.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import F, Max

__all__ = ["Shift", "shift_positions"]


@dataclass(frozen=True, slots=True)
class Shift:
    """The rows at the positions `first` to `last` go `by` positions down, or up where it is negative."""

    first: int
    last: int
    by: int


def shift_positions(rows: Any, shifts: Iterable[Shift]) -> None:
    """Move rows of one work: all at once aside, then each stretch to its place. Stretches do not overlap."""
    moves = [shift for shift in shifts if shift.by]
    top = rows.aggregate(top=Max("position"))["top"]
    if not moves or top is None:
        return
    moves = [replace(move, last=min(move.last, top)) for move in moves]
    aside = top + max(abs(move.by) for move in moves) + 1
    for move in moves:
        rows.filter(position__range=(move.first, move.last)).update(position=F("position") + aside)
    for move in moves:
        away = rows.filter(position__range=(move.first + aside, move.last + aside))
        away.update(position=F("position") - aside + move.by)
