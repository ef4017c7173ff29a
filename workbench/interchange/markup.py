"""The markup of a text: spans in their order, as one string, and along with the words when these change."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from workbench.interchange.document import SpanRecord
from workbench.interchange.errors import Problem
from workbench.interchange.vocabulary import MARKUP, POINTS
from workbench.text.anchors.resegmenting import Order, Pair
from workbench.text.anchors.spans import MarkedPlace, carry_places, resegment_places

__all__ = ["arrange_spans", "carry_markup", "find_wrong_spans", "pack_markup", "resegment_markup", "unpack_markup"]

_BOUND = frozenset(MARKUP) - {"page", "lacuna", "code"}
"""The kinds that go with the words before them where they are points; the others belong to the place."""


def pack_markup(spans: Collection[SpanRecord]) -> str:
    """Return spans as a string to be stored; "" for none."""
    if not spans:
        return ""
    return json.dumps([_row(span) for span in spans], ensure_ascii=False, separators=(",", ":"))


def unpack_markup(packed: str) -> tuple[SpanRecord, ...]:
    """Return the spans that were packed."""
    return tuple(SpanRecord(*row) for row in json.loads(packed)) if packed else ()


def carry_markup(spans: Sequence[SpanRecord], old: str, new: str) -> tuple[SpanRecord, ...]:
    """Return the spans of `old` as they stand in `new`; what went with its words is left out."""
    carried = carry_places(list(map(_place_of, spans)), old, new)
    pairs = zip(spans, carried, strict=True)
    return arrange_spans(replace(span, start=place[0], end=place[1]) for span, place in pairs if place)


def resegment_markup(
    markup: tuple[Sequence[SpanRecord], Sequence[SpanRecord]], before: Pair, after: Pair, order: Order
) -> tuple[tuple[SpanRecord, ...], tuple[SpanRecord, ...]]:
    """Return the spans of two texts when these share out their words anew; a span that is cut becomes two."""
    found: tuple[list[SpanRecord], list[SpanRecord]] = ([], [])
    for side, spans in enumerate(markup):
        pieces = resegment_places(list(map(_place_of, spans)), side, before, after, order)
        for span, parts in zip(spans, pieces, strict=True):
            for number, start, end in parts:
                found[number].append(replace(span, start=start, end=end))
    return arrange_spans(found[0]), arrange_spans(found[1])


def arrange_spans(spans: Iterable[SpanRecord]) -> tuple[SpanRecord, ...]:
    """Return the spans as a document has them: by their starts, of those that start together the longer first."""
    return tuple(sorted(spans, key=_place))


def find_wrong_spans(spans: Sequence[SpanRecord], length: int, at: str) -> Iterator[Problem]:
    """Yield what is wrong with the spans of a text of `length` code points, which stand at the JSON Pointer `at`."""
    for index, span in enumerate(spans):
        if message := _complaint(span, length):
            yield Problem(f"{at}/{index}", message)
        elif index and _place(spans[index - 1]) > _place(span):
            yield Problem(f"{at}/{index}", "Expected spans by their starts, the longer one first.")


def _complaint(span: SpanRecord, length: int) -> str:
    if span.kind not in MARKUP:
        return f"{span.kind[:40]!r} is not known. Expected one of {', '.join(MARKUP)}."
    if not span.start <= span.end <= length:
        return f"Expected start <= end <= {length}, the length of the text."
    if span.start == span.end and span.kind not in POINTS:
        return f"Expected words: only {', '.join(sorted(POINTS))} may stand between two characters."
    return ""


def _row(span: SpanRecord) -> list[str | int]:
    """Return the values of a span without the empty ones at the end."""
    row: list[str | int] = [span.kind, span.start, span.end, span.value, span.text, span.language]
    while row[-1] == "":
        row.pop()
    return row


def _place_of(span: SpanRecord) -> MarkedPlace:
    return MarkedPlace(span.start, span.end, span.kind in _BOUND)


def _place(span: SpanRecord) -> tuple[int, int]:
    return span.start, -span.end
