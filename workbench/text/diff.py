"""The difference of two texts, word by word, as a reader would mark it.

The words are read (`tokens`, `keys`), the longest common run of words is found (`opcodes`), what is left over is
paired and named (`kinds`), and the white space between is shared out (`layout`). Everything between reading and
layout is done on the two texts in one fixed order, so that swapping the sides gives the mirror image.
"""

from collections.abc import Iterable, Sequence

from workbench.text.comparison import Comparison, Difference, LinkKind, Segment, Verdict
from workbench.text.keys import Ignorable, Keys, Rule, read_keys
from workbench.text.kinds import describe
from workbench.text.layout import Cell, Piece, lay_out
from workbench.text.opcodes import find_runs

__all__ = ["diff"]


def diff(left: str, right: str, *, ignore: Iterable[Ignorable] = frozenset(), rules: Sequence[Rule] = ()) -> Comparison:
    """Compare two texts word by word.

    `ignore` names what makes no difference (see `keys`), `rules` the work's own equivalences. The result depends on the
    two texts alone; with the sides swapped it is the mirror image (additions are omissions). Raises `ValueError` for an
    unknown ignorable.
    """
    ignored = frozenset(ignore)
    words = read_keys(left, ignored, rules), read_keys(right, ignored, rules)
    cells, approximate = _align(*words)
    pieces = lay_out((left, right), words, cells, ignored)
    differences = _differences(left, right, pieces)
    segments = _segments(pieces)
    return Comparison(
        _verdict(left, right, differences),
        _similarity(segments, left, right),
        differences,
        segments,
        _pairs(words, cells),
        approximate,
    )


def _align(left: Keys, right: Keys) -> tuple[list[Cell], bool]:
    """Cover both texts' words with cells, computed in one order of the sides whichever way they are given."""
    swapped = left.values > right.values
    first, second = (right, left) if swapped else (left, right)
    runs, approximate = find_runs(first.values, second.values)
    cells = [Cell(run.equal, run.left_start, run.left_end, run.right_start, run.right_end) for run in runs]
    return [cell.swapped() for cell in cells] if swapped else cells, approximate


def _differences(left: str, right: str, pieces: list[Piece]) -> tuple[Difference, ...]:
    return tuple(describe(left, right, piece.left, piece.right) for piece in pieces if not piece.equal)


def _segments(pieces: list[Piece]) -> tuple[Segment, ...]:
    index = -1
    segments = []
    for piece in pieces:
        index += not piece.equal
        segments.append(Segment(piece.wide_left, piece.wide_right, None if piece.equal else index))
    return tuple(segments)


def _verdict(left: str, right: str, differences: tuple[Difference, ...]) -> Verdict:
    if left == right:
        return "identical"
    return "different" if differences else "equal"


def _similarity(segments: tuple[Segment, ...], left: str, right: str) -> float:
    """The share of both texts' characters that stands in agreeing segments: 2 M / (L + R)."""
    total = len(left) + len(right)
    agreeing = sum(s.left.end - s.left.start + s.right.end - s.right.start for s in segments if s.difference is None)
    return agreeing / total if total else 1.0


def _pairs(words: tuple[Keys, Keys], cells: list[Cell]) -> tuple[tuple[int, int, int, int, LinkKind], ...]:
    left, right = words
    return tuple(
        (left.starts[i], left.ends[i], right.starts[j], right.ends[j], "equal")
        for cell in cells
        if cell.equal
        for i, j in zip(range(cell.a, cell.b), range(cell.c, cell.d), strict=True)
    )
