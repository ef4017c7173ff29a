"""A translation read in its own order, where that is not the order of the passages."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.corpus.models import Presence, Translation, Variant

__all__ = ["Stretch", "has_own_order", "read_in_own_order"]

_UNPLACED = 50


@dataclass(frozen=True, slots=True)
class Stretch:
    """Texts in the order of their translation, `following` the number after which more come (None: these are the last).

    `unplaced` are texts without a place in that order, at most 50, given with the last ones.
    """

    variants: Sequence[Variant]
    following: int | None = None
    unplaced: Sequence[Variant] = ()


def has_own_order(translation: Translation) -> bool:
    """Say whether a translation has its passages in an order of its own. One query."""
    return translation.variants.filter(reading_order__isnull=False).exists()


def read_in_own_order(translation: Translation, *, after: int = 0, size: int = 100) -> Stretch:
    """Return the next `size` texts after a number, each with its passage. Two queries at most."""
    rows = translation.variants.select_related("passage")
    found = list(rows.filter(reading_order__gt=after).order_by("reading_order", "pk")[: size + 1])
    if len(found) > size:
        return Stretch(found[:size], found[size - 1].reading_order)
    others = rows.filter(reading_order=None).exclude(presence=Presence.JOINED).order_by("passage__position")
    return Stretch(found, None, list(others[:_UNPLACED]))
