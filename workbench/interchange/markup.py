"""Whether the spans of a text stand where they say, and in their order."""

from collections.abc import Iterable, Iterator, Sequence

from workbench.interchange.document import SpanRecord
from workbench.interchange.errors import Problem
from workbench.interchange.vocabulary import MARKUP, POINTS

__all__ = ["arrange_spans", "find_wrong_spans"]


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


def _place(span: SpanRecord) -> tuple[int, int]:
    return span.start, -span.end
