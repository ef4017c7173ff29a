"""Marks of a text put together from several passages, as they stand on the text of one of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from workbench.text import Span
from workbench.web.typesetting.differences import Pair
from workbench.web.typesetting.marking import Aside, Mark

__all__ = ["slice_agreement", "slice_base", "slice_marks"]


def slice_base(pair: Pair, part: Span) -> Pair:
    """Return a comparison as it touches the characters `part` of the base, counted from there."""
    partings = [
        (segment._replace(left=_within(segment.left, part)), index, difference)
        for segment, index, difference in pair.compared.partings
        if _touches(segment.left, part)
    ]
    return replace(pair, base_text=part.of(pair.base_text), compared=replace(pair.compared, partings=tuple(partings)))


def slice_marks(marks: Iterable[Mark], asides: Iterable[Aside], part: Span) -> tuple[list[Mark], list[Aside]]:
    """Return the marks on the characters `part`, counted from there; what is said of a mark is said where it begins."""
    here = [_slice_mark(mark, part) for mark in marks if mark.start < part.end and part.start < mark.end]
    return here, [
        replace(aside, at=aside.at - part.start) for aside in asides if _touches(Span(aside.at, aside.at), part)
    ]


def slice_agreement(agreement: str, base: Span, other: Span) -> str:
    """Return which characters of a part of the base answer which of a part of the other (see `map_agreement`)."""
    return ",".join(_slice_agreeing(agreement.split(",") if agreement else (), base, other))


def _slice_agreeing(parts: Sequence[str], base: Span, other: Span) -> Iterator[str]:
    for part in parts:
        (a, b), (c, d) = [map(int, side.split("-")) for side in part.split(":")]
        first, last = max(a, base.start, a + other.start - c), min(b, base.end, a + other.end - c)
        if b - a != d - c:
            is_inside = base.start <= a and b <= base.end and other.start <= c and d <= other.end
            first, last = (a, b) if is_inside else (0, 0)
        if first < last:
            there, end = c + first - a, d + last - b
            yield f"{first - base.start}-{last - base.start}:{there - other.start}-{end - other.start}"


def _slice_mark(mark: Mark, part: Span) -> Mark:
    begins, ends = mark.start >= part.start, mark.end <= part.end
    return replace(
        mark,
        start=max(mark.start, part.start) - part.start,
        end=min(mark.end, part.end) - part.start,
        element_id=mark.element_id if begins else "",
        before=mark.before if begins else "",
        after=mark.after if ends else "",
    )


def _touches(span: Span, part: Span) -> bool:
    """Say whether characters of the span, or the place where it stands, belong to the part."""
    if span:
        return span.start < part.end and part.start < span.end
    return part.start <= span.start <= part.end


def _within(span: Span, part: Span) -> Span:
    return Span(max(span.start, part.start) - part.start, min(span.end, part.end) - part.start)
