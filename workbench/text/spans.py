"""A place in a text. Offsets are code points, half-open."""

from typing import NamedTuple

__all__ = ["Span"]


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
