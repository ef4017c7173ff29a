"""A place in a text. Offsets are code points, half-open."""

from dataclasses import dataclass

__all__ = ["Span"]


@dataclass(frozen=True, slots=True)
class Span:
    """The characters `start:end` of one text."""

    start: int
    end: int

    def __bool__(self) -> bool:
        """Tell whether the span holds any character."""
        return self.end > self.start

    def of(self, text: str) -> str:
        """Return what stands there."""
        return text[self.start : self.end]
