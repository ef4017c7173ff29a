"""Anchors: the words of one text that somebody speaks of, and where they are after the text was edited.

A comment must never lie. An anchor is carried along an edit only when the words it speaks of were not touched;
everything else is lost, visibly, and a person decides.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.text.difference.comparison import Segment
from workbench.text.difference.diff import diff
from workbench.text.words.errors import InvalidRange, QuoteAmbiguous, QuoteNotFound

__all__ = ["CONTEXT", "Anchor", "carry", "carry_all", "find", "make_anchor"]

CONTEXT = 32  # code points of prefix and suffix that are kept


@dataclass(frozen=True, slots=True)
class Anchor:
    """The characters `start:end` of a text: `quote` stands there, `prefix` before it, `suffix` after it."""

    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""


def make_anchor(text: str, start: int, end: int) -> Anchor:
    """Anchor the characters `start:end` of `text`. Raises `InvalidRange` for an empty range or one outside it."""
    if not 0 <= start < end <= len(text):
        raise InvalidRange(start, end, len(text))
    return Anchor(start, end, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


def carry(anchor: Anchor, old: str, new: str) -> Anchor | None:
    """Return the anchor as it stands in `new`, or None when its words were touched by the edit from `old`.

    Raises `InvalidRange` when the anchor does not lie in `old`.
    """
    return carry_all([anchor], old, new)[0]


def carry_all(anchors: Sequence[Anchor], old: str, new: str) -> list[Anchor | None]:
    """Carry many anchors along one edit, as `carry` does, with a single comparison of the texts."""
    for anchor in anchors:
        make_anchor(old, anchor.start, anchor.end)
    if not anchors:
        return []
    kept = [one for one in diff(old, new).segments if one.difference is None]
    ends = [one.left.end for one in kept]
    places = [bisect_left(ends, anchor.end) for anchor in anchors]
    return [
        _carry(anchor, kept[place], new) if place < len(kept) else None
        for anchor, place in zip(anchors, places, strict=True)
    ]


def _carry(anchor: Anchor, kept: Segment, new: str) -> Anchor | None:
    """Return the anchor in `new` if it lies in what was kept."""
    if anchor.start < kept.left.start:
        return None
    start = kept.right.start + anchor.start - kept.left.start
    return make_anchor(new, start, start + anchor.end - anchor.start)


def find(text: str, quote: str, prefix: str = "", suffix: str = "") -> Anchor:
    """Find the one place where `quote` stands in `text` right after `prefix` and right before `suffix`.

    Raises `QuoteNotFound` where there is none (or the quote is empty), `QuoteAmbiguous` where there are several.
    """
    places = _places_of(text, prefix + quote + suffix) if quote else []
    if not places:
        raise QuoteNotFound(quote)
    if len(places) > 1:
        raise QuoteAmbiguous(quote, len(places))
    start = places[0] + len(prefix)
    return make_anchor(text, start, start + len(quote))


def _places_of(text: str, wanted: str) -> list[int]:
    """List every place of `wanted`, overlapping ones included."""
    places = []
    place = text.find(wanted)
    while place >= 0:
        places.append(place)
        place = text.find(wanted, place + 1)
    return places
