"""Running text to units: paragraphs, lines, or numbered points, each with the line it starts on."""

import re
from dataclasses import dataclass

__all__ = ["Unit", "split_lines", "split_paragraphs", "split_points"]

_NUMBER = re.compile(r"[ \t]*(?:\(([0-9]{1,4})\)|([0-9]{1,4})\)|([0-9]{1,4})\.(?![0-9]))[ \t]*")


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of a text; `line` counts from 1, `reference` is None where the text gives none."""

    line: int
    reference: str | None
    text: str


def split_lines(text: str) -> list[Unit]:
    """Return a unit for every line that is not blank."""
    return [Unit(at, None, line) for at, line in enumerate(text.split("\n"), 1) if not _is_blank(line)]


def split_paragraphs(text: str) -> list[Unit]:
    """Return a unit for every run of lines between blank lines."""
    units: list[Unit] = []
    run: list[str] = []
    for at, line in enumerate([*text.split("\n"), ""], 1):
        if not _is_blank(line):
            run.append(line)
        elif run:
            units.append(Unit(at - len(run), None, "\n".join(run)))
            run = []
    return units


def split_points(text: str) -> list[Unit]:
    """Return a unit for every numbered point, and one for what stands before the first.

    The points are the longest run of numbers that go up by one, the earliest of equals. A text without any
    number is one unit with the reference 0.
    """
    lines = text.split("\n")
    starts = _longest_count([(at, number) for at, line in enumerate(lines) if (number := _number(line)) is not None])
    borders = [at for at, _ in starts] + [len(lines)]
    opening = Unit(1, "preface" if starts and starts[0][1] == 0 else "0", _block(lines[: borders[0]]))
    points = [
        Unit(at + 1, str(number), _block([_unnumbered(lines[at]), *lines[at + 1 : end]]))
        for (at, number), end in zip(starts, borders[1:], strict=True)
    ]
    return [opening, *points] if opening.text else points


def _is_blank(line: str) -> bool:
    return not line or line.isspace()


def _number(line: str) -> int | None:
    found = _NUMBER.match(line)
    return int(found[found.lastindex or 0]) if found else None


def _unnumbered(line: str) -> str:
    found = _NUMBER.match(line)
    return line[found.end() :] if found else line


def _longest_count(numbered: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest chain n, n + 1, n + 2 … in order; each step takes the nearest line with the next
    number.
    """
    length: list[int] = [1] * len(numbered)
    following: list[int | None] = [None] * len(numbered)
    nearest: dict[int, int] = {}
    for index in range(len(numbered) - 1, -1, -1):
        number = numbered[index][1]
        following[index] = nearest.get(number + 1)
        length[index] += length[after] if (after := following[index]) is not None else 0
        nearest[number] = index
    chain: list[tuple[int, int]] = []
    index_now = max(range(len(numbered)), key=lambda index: (length[index], -index), default=None)
    while index_now is not None:
        chain.append(numbered[index_now])
        index_now = following[index_now]
    return chain


def _block(lines: list[str]) -> str:
    """Return the lines without blank lines around them, and with blank lines inside made empty."""
    return "\n".join("" if _is_blank(line) else line for line in lines).strip("\n")
