"""From pieces of text to the differences and the segments that point at them."""

from collections.abc import Sequence

from workbench.text.comparison import Difference, Part
from workbench.text.glosses import find_glosses, is_glossed
from workbench.text.kinds import describe
from workbench.text.layout import Piece
from workbench.text.spans import Span

__all__ = ["collect"]

_Places = list[tuple[int, int]]


def collect(left: str, right: str, pieces: Sequence[Piece]) -> tuple[tuple[Difference, ...], tuple[Part, ...]]:
    """Make the differences, in order of their left ends, and the segments, in order of both texts.

    The two pieces of a move make one difference.
    """
    glosses = find_glosses(left), find_glosses(right)
    arrivals = {p.cell.move: p.right for p in pieces if p.cell and p.cell.move is not None and p.cell.c < p.cell.d}
    differences: list[Difference] = []
    moves: dict[int, int] = {}
    segments: list[tuple[Piece, int | None, int | None]] = []
    for piece in pieces:
        move = piece.cell.move if piece.cell else None
        is_new = not piece.equal and (move is None or piece.left[0] < piece.left[1])
        segments.append((piece, len(differences) if is_new else None, move))
        if is_new and move is None:
            differences.append(_describe(left, right, piece, glosses))
        elif is_new and move is not None:
            moves[move] = len(differences)
            differences.append(Difference("move", Span(*piece.left), Span(*arrivals[move])))
    return tuple(differences), tuple(
        (*piece.wide_left, *piece.wide_right, number if move is None else moves[move])
        for piece, number, move in segments
    )


def _describe(left: str, right: str, piece: Piece, glosses: tuple[_Places, _Places]) -> Difference:
    near = piece.cell is not None and piece.cell.near
    glossed = any(glosses) and _is_glossed(piece.left, glosses[0]) and _is_glossed(piece.right, glosses[1])
    return describe((left, right), Span(*piece.left), Span(*piece.right), near=near, glossed=glossed)


def _is_glossed(place: tuple[int, int], glosses: _Places) -> bool:
    return place[0] == place[1] or is_glossed(*place, glosses)
