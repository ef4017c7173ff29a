"""Marked words and marked points of a text, taken along when it changes.

Words go the way of an anchor on them (`outcomes`). A point goes with the word it stands behind, or at the beginning of
a text before. Where that is gone, a point that belongs to the words is lost with them, and one that belongs to the
place (a page begins here) stays where they stood.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from workbench.text.anchors.anchors import make_anchor
from workbench.text.anchors.ground import Ground
from workbench.text.anchors.outcomes import follow_on
from workbench.text.anchors.resegmenting import Order, Pair, place_after

__all__ = ["MarkedPlace", "carry_places", "resegment_places"]

_BEFORE = (
    (regex.compile(r"\S+\Z"), {"kept", "changed", "moved"}),
    (regex.compile(r"(?:\S+\s+){1,5}\S+\Z"), {"moved"}),
)
"""The words before a point by which it is found again, and what may have become of them."""
_FIRST_WORD = regex.compile(r"\S+")
_REACH = 200  # code points in which the words before a point are looked for


@dataclass(frozen=True, slots=True)
class MarkedPlace:
    """The characters `start:end` of a text, or the point where `start` is `end`.

    `is_bound` says of a point that it belongs to the words before it.
    """

    start: int
    end: int
    is_bound: bool = True


def carry_places(places: Sequence[MarkedPlace], old: str, new: str) -> list[tuple[int, int] | None]:
    """Return where each place of `old` is in `new` (code points, half-open), None for what went with its words.

    One comparison of the texts. Raises `InvalidRange` for words that do not lie in `old`.
    """
    if not places:
        return []
    ground = Ground.compare(old, new)
    return [_carry_point(one, ground) if one.start == one.end else _carry_words(one, ground) for one in places]


def resegment_places(
    places: Sequence[MarkedPlace], side: int, before: Pair, after: Pair, order: Order
) -> list[list[tuple[int, int, int]]]:
    """Return where the places of text number `side` are when two texts share out the same words anew.

    For each place its pieces as (number of the text, start, end): two where the cut goes through it. `order` as in
    `resegmenting.follow`.
    """
    return [list(_pieces(one, side, before, after, order)) for one in places]


def _carry_words(place: MarkedPlace, ground: Ground) -> tuple[int, int] | None:
    words = make_anchor(ground.old, place.start, place.end)
    if not words.quote.strip():
        return _carry_space(place, ground)
    found = follow_on(words, ground).anchor
    return (found.start, found.end) if found else None


def _carry_space(place: MarkedPlace, ground: Ground) -> tuple[int, int] | None:
    """Return where white space is that nobody touched."""
    first, last = ground.parts_of(place.start, place.end)
    part = ground.parts[first]
    if last - first > 1 or part[4] is not None:
        return None
    return part[2] + place.start - part[0], part[2] + place.end - part[0]


def _carry_point(place: MarkedPlace, ground: Ground) -> tuple[int, int] | None:
    at = _beside_kept(place.start, ground)
    if at is None:
        at = _with_words_before(place.start, ground)
    if at is None and not place.is_bound and ground.comparison.verdict != "unrelated":
        at = _where_it_stood(place.start, ground)
    return None if at is None else (at, at)


def _beside_kept(point: int, ground: Ground) -> int | None:
    """Return the point if the character before it, at the beginning the one after it, is in what both texts have."""
    if not ground.old:
        return 0
    first, _ = ground.parts_of(max(0, point - 1), max(1, point))
    part = ground.parts[first]
    return part[2] + point - part[0] if part[4] is None else None


def _with_words_before(point: int, ground: Ground) -> int | None:
    before = ground.old[max(0, point - _REACH) : point]
    if not before.strip():
        found = _FIRST_WORD.search(ground.old, point)
        outcome = follow_on(make_anchor(ground.old, *found.span()), ground) if found else None
        return outcome.anchor.start if outcome and outcome.anchor else None
    gap = len(before) - len(before.rstrip())
    words = before.rstrip()
    for pattern, kinds in _BEFORE:
        found = pattern.search(words)
        outcome = (
            follow_on(make_anchor(ground.old, point - gap - len(found[0]), point - gap), ground) if found else None
        )
        if outcome and outcome.anchor and outcome.kind in kinds:
            return outcome.anchor.end
    return None


def _where_it_stood(point: int, ground: Ground) -> int:
    """Return the end of what stands in the place of the words that are gone; the beginning of a text stays that."""
    ends = [part[1] for part in ground.parts]
    return ground.parts[bisect_left(ends, point)][3] if point else 0


def _pieces(place: MarkedPlace, side: int, before: Pair, after: Pair, order: Order) -> "list[tuple[int, int, int]]":
    if place.start == place.end:
        number, at = place_after(place.start, side, before, after, order, at_end=True)
        return [(number, at, at)]
    quote = before[side][place.start : place.end]
    if not quote.strip():
        return []
    start, end = place.start + len(quote) - len(quote.lstrip()), place.start + len(quote.rstrip())
    first, begins = place_after(start, side, before, after, order, at_end=False)
    last, ends = place_after(end, side, before, after, order, at_end=True)
    if first == last:
        return [(first, begins, ends)]
    return [(first, begins, len(after[first].rstrip())), (last, len(after[last]) - len(after[last].lstrip()), ends)]
