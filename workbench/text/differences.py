"""From pieces of text to the differences and the segments that point at them."""

from collections.abc import Mapping, Sequence

from workbench.text.comparison import Difference, Part
from workbench.text.glosses import find_glosses, is_glossed
from workbench.text.kinds import describe
from workbench.text.layout import Edit, Piece
from workbench.text.spans import Span

__all__ = ["collect"]

_Places = list[tuple[int, int]]


def collect(left: str, right: str, pieces: Sequence[Piece]) -> tuple[tuple[Difference, ...], tuple[Part, ...]]:
    """Make the differences, in order of their left ends, and the segments, in order of both texts.

    The two pieces of a move make one difference.
    """
    arrivals = _arrivals(pieces)
    glosses = find_glosses(left), find_glosses(right)
    differences: list[Difference] = []
    leaving: dict[int, int] = {}
    parts: list[Part] = []
    for a, b, c, d, edit in pieces:
        number = None
        if edit and (move := edit.cell and edit.cell.move) is not None:
            number = ~move  # of a difference that is perhaps not made yet
            if edit.a < edit.b:
                leaving[move] = len(differences)
                differences.append(Difference("move", Span(edit.a, edit.b), arrivals[move]))
        elif edit:
            number = len(differences)
            differences.append(_describe(left, right, edit, glosses))
        parts.append((a, b, c, d, number))
    return tuple(differences), _number_moves(parts, leaving) if leaving else tuple(parts)


def _arrivals(pieces: Sequence[Piece]) -> dict[int, Span]:
    """Find where each moved phrase stands in the right text."""
    edits = [piece[4] for piece in pieces if piece[4]]
    cells = [(edit, edit.cell) for edit in edits if edit.cell and edit.cell.move is not None]
    return {cell.move: Span(edit.c, edit.d) for edit, cell in cells if cell.move is not None and cell.c < cell.d}


def _number_moves(parts: Sequence[Part], leaving: Mapping[int, int]) -> tuple[Part, ...]:
    """Give the pieces of moved phrases the numbers of their differences."""
    return tuple((a, b, c, d, leaving[~n] if n is not None and n < 0 else n) for a, b, c, d, n in parts)


def _describe(left: str, right: str, edit: Edit, glosses: tuple[_Places, _Places]) -> Difference:
    a, b, c, d, cell = edit
    near = cell is not None and cell.near
    glossed = any(glosses) and _is_glossed(a, b, glosses[0]) and _is_glossed(c, d, glosses[1])
    return describe((left, right), Span(a, b), Span(c, d), near=near, glossed=glossed)


def _is_glossed(start: int, end: int, glosses: _Places) -> bool:
    return start == end or is_glossed(start, end, glosses)
