"""A place in a text. Offsets are code points, half-open."""

from functools import partial
from typing import NamedTuple

__all__ = ["Span", "span_of"]


class Span(NamedTuple):
    """The characters `start:end` of one text. (A tuple, because a page is made of many thousand.)"""

    start: int
    end: int

    def __bool__(self) -> bool:
        """Tell whether the span holds any character."""
        return self.end > self.start

    def of(self, text: str) -> str:
        """Return what stands there."""
        return text[self.start : self.end]


span_of = partial(tuple.__new__, Span)  # a pair as a span, twice as fast as Span(...)
