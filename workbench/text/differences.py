"""From pieces of text to the differences and the segments that point at them."""

from collections.abc import Sequence

from workbench.text.comparison import Difference, Segment, Span
from workbench.text.glosses import find_glosses, is_glossed
from workbench.text.kinds import describe
from workbench.text.layout import Piece

__all__ = ["collect"]

_Places = list[tuple[int, int]]


def collect(left: str, right: str, pieces: Sequence[Piece]) -> tuple[tuple[Difference, ...], tuple[Segment, ...]]:
    """Make the differences, in order of their left ends, and the segments, in order of both texts.

    The two pieces of a move make one difference.
    """
    glosses = find_glosses(left), find_glosses(right)
    arrivals = {move: piece.right for piece in pieces if (move := _move_of(piece)) is not None and piece.right}
    differences: list[Difference] = []
    moves: dict[int, int] = {}
    numbers: list[int | None] = []
    for piece in pieces:
        move = _move_of(piece)
        is_new = not piece.equal and (move is None or bool(piece.left))
        numbers.append(len(differences) if is_new else None)
        if is_new and move is None:
            differences.append(_describe(left, right, piece, glosses))
        elif is_new and move is not None:
            moves[move] = len(differences)
            differences.append(Difference("move", piece.left, arrivals[move]))
    return tuple(differences), tuple(
        Segment(
            piece.wide_left,
            piece.wide_right,
            moves.get(move, number) if (move := _move_of(piece)) is not None else number,
        )
        for piece, number in zip(pieces, numbers, strict=True)
    )


def _move_of(piece: Piece) -> int | None:
    return piece.cell.move if piece.cell else None


def _describe(left: str, right: str, piece: Piece, glosses: tuple[_Places, _Places]) -> Difference:
    near = piece.cell is not None and piece.cell.near
    glossed = any(glosses) and _is_glossed(piece.left, glosses[0]) and _is_glossed(piece.right, glosses[1])
    return describe((left, right), piece.left, piece.right, near=near, glossed=glossed)


def _is_glossed(span: Span, glosses: _Places) -> bool:
    return not span or is_glossed(span.start, span.end, glosses)
