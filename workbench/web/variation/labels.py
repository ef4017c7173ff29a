"""Labels beside dots, so that none covers another or a dot."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

__all__ = ["LETTER", "Label", "place_labels"]

LETTER = 8.5
LINE = 15
GAP = 9
DOT = 6


@dataclass(frozen=True, slots=True)
class Label:
    """A siglum that begins at a place of the drawing (the middle of its line)."""

    text: str
    x: float
    y: float

    @property
    def width(self) -> float:
        """About how wide it is: sigla are set in italics of one size."""
        return LETTER * len(self.text)

    def covers(self, other: "Label") -> bool:
        """Say whether two labels stand in each other's way."""
        beside = self.x + self.width <= other.x or other.x + other.width <= self.x
        return not beside and abs(self.y - other.y) < LINE

    def covers_dot(self, x: float, y: float) -> bool:
        """Say whether the label stands on a dot."""
        return self.x - DOT < x < self.x + self.width + DOT and abs(self.y - y) < LINE / 2 + DOT


def place_labels(dots: Sequence[tuple[float, float]], texts: Sequence[str]) -> list[Label]:
    """Put each text to the right of its dot, else to the left, else as few lines below or above as there is room."""
    placed: list[Label] = []
    for dot, text in zip(dots, texts, strict=True):
        free = (one for one in _try_places(*dot, text) if _is_free(one, placed, dots))
        placed.append(next(free))
    return placed


def _try_places(x: float, y: float, text: str) -> Iterator[Label]:
    left = round(x - GAP - LETTER * len(text), 1)
    for lines in count():
        for row in {y + lines * LINE: None, y - lines * LINE: None}:
            if row >= LINE / 2:
                yield Label(text, round(x + GAP, 1), round(row, 1))
                yield Label(text, left, round(row, 1))


def _is_free(label: Label, others: Sequence[Label], dots: Sequence[tuple[float, float]]) -> bool:
    return not (any(label.covers(other) for other in others) or any(label.covers_dot(*dot) for dot in dots))
