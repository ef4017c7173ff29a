"""Elements of a file told one after the other: what ends with each, and which words are no words of a verse."""

from collections.abc import Callable

__all__ = ["End", "Listener"]

End = Callable[[], None] | None
"""What is done where an element ends."""


class Listener:
    """Keeps the elements that are open, and the words that are kept apart or passed over."""

    def __init__(self) -> None:
        self._ends: list[End] = []
        self._aside = 0
        self._captured: list[list[str]] = []

    def end(self, _tag: str) -> None:
        """End an element."""
        if end := self._ends.pop():
            end()

    def close(self) -> None:
        """End the file."""

    def _stand_aside(self) -> Callable[[], None]:
        """Take no words up to the end of the element that begins here."""
        self._aside += 1
        return self._come_back

    def _come_back(self) -> None:
        self._aside -= 1

    def _capture(self, take: Callable[[str], None]) -> Callable[[], None]:
        """Keep words apart up to the end of the element that begins here; then they are taken."""
        self._captured.append([])
        return lambda: take("".join(self._captured.pop()))
