"""Passages read as one: what a translation says in the first of several passages may hold the words of all of them.

A column is what one translation says in passages that follow each other: a text, None where it has none, `JOINED` where
its words stand in the passage before. Two texts are compared over a unit: the fewest passages around one of them that
nobody who is compared joins to a passage outside.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from workbench.text.words.spans import Span

__all__ = ["JOINED", "Absence", "JoinedText", "Part", "Said", "join_parts", "reach", "unit_around"]


class Absence(Enum):
    """Why a column has no text of its own in a passage."""

    JOINED = "joined"


JOINED: Final = Absence.JOINED
Said = str | None | Absence


@dataclass(frozen=True, slots=True)
class Part:
    """What a passage (its place in the column) has of a text put together: the characters `span`."""

    row: int
    span: Span


@dataclass(frozen=True, slots=True)
class JoinedText:
    """The texts of a column in a unit, one after the other: every character of `text` between two parts is a seam."""

    text: str
    parts: tuple[Part, ...]

    @property
    def seams(self) -> tuple[Span, ...]:
        """The spans between neighbouring parts."""
        ends = zip(self.parts, self.parts[1:], strict=False)
        return tuple([Span(before.span.end, after.span.start) for before, after in ends])


def reach(columns: Sequence[Sequence[Said]], row: int = 0) -> int:
    """Return the end of the unit that holds `row` (exclusive): the first row after it that no column joins."""
    end = row + 1
    while any(end < len(column) and column[end] is JOINED for column in columns):
        end += 1
    return end


def unit_around(columns: Sequence[Sequence[Said]], row: int) -> range:
    """Return the rows of the unit that holds `row`."""
    start = row
    while start and any(column[start] is JOINED for column in columns):
        start -= 1
    return range(start, reach(columns, row))


def join_parts(column: Sequence[Said], rows: range, seams: Sequence[str] = ()) -> JoinedText | None:
    """Put the texts of a column in a unit together; None where it has none there.

    `seams` stand between them, a space for those not given; nothing where a text ends or begins with white space.
    """
    written, parts = "", list[Part]()
    for row in rows:
        said = column[row]
        if not isinstance(said, str):
            continue
        if parts:
            written += seams[len(parts) - 1] if len(seams) >= len(parts) else _seam(written, said)
        parts.append(Part(row, Span(len(written), len(written) + len(said))))
        written += said
    return JoinedText(written, tuple(parts)) if parts else None


def _seam(before: str, after: str) -> str:
    return "" if not before or before[-1:].isspace() or after[:1].isspace() else " "
