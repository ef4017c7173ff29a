"""A book written as XML, piece by piece as a writer is told it."""

import re
from collections.abc import Mapping

__all__ = ["Pieces", "escape_words"]

_SIGNS = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"}
_IN_WORDS = re.compile("[&<>\r]")
_IN_VALUES = re.compile('[&<>"\n\t\r]')


def escape_words(words: str) -> str:
    """Return words as they stand between elements."""
    return _IN_WORDS.sub(lambda found: _SIGNS[found[0]], words)


class Pieces:
    """What was written so far. Attributes without a value are not written."""

    def __init__(self) -> None:
        self._pieces: list[str] = []

    def __len__(self) -> int:
        return len(self._pieces)

    def words(self, words: str) -> None:
        """Write words."""
        self._pieces.append(escape_words(words))

    def begin(self, name: str, attributes: Mapping[str, str], blank: str = "") -> None:
        """Write the beginning of an element; `blank` is an attribute that says that there is nothing."""
        nothing = f' {blank}=""' if blank else ""
        self._pieces.append(f"<{name}{_written(attributes)}{nothing}>")

    def end(self, name: str) -> None:
        """Write its end."""
        self._pieces.append(f"</{name}>")

    def point(self, name: str, attributes: Mapping[str, str]) -> None:
        """Write an element with nothing in it."""
        self._pieces.append(f"<{name}{_written(attributes)}/>")

    def line(self) -> None:
        """Begin a new line, where white space says nothing."""
        self._pieces.append("\n")

    def insert_point(self, place: int, name: str, attributes: Mapping[str, str]) -> None:
        """Write an element with nothing in it before the piece at a place."""
        self._pieces.insert(place, f"<{name}{_written(attributes)}/>")

    def add_attribute(self, place: int, name: str, value: str) -> None:
        """Add an attribute to the empty element at a place."""
        self._pieces[place] = self._pieces[place].removesuffix("/>") + _written({name: value}) + "/>"

    def text(self) -> str:
        """Return all of it."""
        return "".join(self._pieces)


def _written(attributes: Mapping[str, str]) -> str:
    return "".join(f' {name}="{_value(value)}"' for name, value in attributes.items() if value)


def _value(value: str) -> str:
    return _IN_VALUES.sub(lambda found: _SIGNS[found[0]], value)
