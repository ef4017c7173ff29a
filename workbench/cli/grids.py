"""Tables on a terminal: cells of one width, in blocks as wide as the terminal."""

import shutil
import unicodedata
from collections.abc import Iterator, Sequence

__all__ = ["block_rows", "width_of"]

_WIDE = frozenset("WF")


def width_of(text: str) -> int:
    """Return how many cells of a terminal the text takes (UAX #11: wide characters two; marks and controls none)."""
    return sum(0 if unicodedata.category(one) in {"Mn", "Me", "Cf"} else 1 + _is_wide(one) for one in text)


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in _WIDE


def block_rows(names: Sequence[str], columns: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield lines: a row a name, a column a cell, broken into blocks that fit the terminal, an empty line between."""
    first = max(map(width_of, names))
    room = max(shutil.get_terminal_size((100, 24)).columns - first, 20)
    for block in _blocks(columns, room):
        widths = [max(map(width_of, column)) for column in block]
        for number, name in enumerate(names):
            cells = (_pad(column[number], width) for column, width in zip(block, widths, strict=True))
            yield "  ".join([_pad(name, first), *cells]).rstrip() + "\n"
        yield "\n"


def _blocks(columns: Sequence[Sequence[str]], room: int) -> Iterator[list[Sequence[str]]]:
    block: list[Sequence[str]] = []
    used = 0
    for column in columns:
        width = max(map(width_of, column)) + 2
        if block and used + width > room:
            yield block
            block, used = [], 0
        block.append(column)
        used += width
    if block:
        yield block


def _pad(text: str, width: int) -> str:
    return text + " " * (width - width_of(text))
