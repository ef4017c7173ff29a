"""What a reader of Scripture tells, and a writer is told, in the order of the text."""

from typing import Protocol

__all__ = ["Sink"]


class Sink(Protocol):
    """Somebody who is told a text. Markers are USFM's, without the backslash."""

    def book(self, code: str) -> None:
        """A book begins."""

    def chapter(self, number: str) -> None:
        """A chapter begins."""

    def paragraph(self, marker: str) -> None:
        """A paragraph, a line of verse or a heading begins, and ends the one before."""

    def verse(self, number: str) -> None:
        """A verse begins: "3", "3a", "3-4"."""

    def text(self, words: str) -> None:
        """Words of whatever is open."""

    def open(self, marker: str, value: str = "") -> None:
        """Marked words begin; `value` says who speaks, or where a link leads."""

    def close(self, marker: str) -> None:
        """They end."""

    def note(self, marker: str, caller: str, words: str) -> None:
        """A note at this point: `marker` is f (a footnote) or x (a cross-reference), `caller` what it is called by."""

    def code(self, name: str, value: str) -> None:
        """Something at this point that is no words."""
