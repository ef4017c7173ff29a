"""Sharing out the white space: from cells of words to pieces of text that cover both sides.

A comparison of words says nothing of what stands between them. Between two words that agree on both sides the space
must agree too, or it is a difference of its own. Next to an added word one space comes along with it ("a c" to "a b c"
adds "b " or " b"): the piece is then wider than its words, so that what is called equal is equal character by
character.

A gap is the space before a word (or after the last). At each border between two cells the gap of the left text meets
the gap of the right; where one cell has no words on one side, its two borders share that side's one gap, which is used
once.
"""

from collections.abc import Sequence
from typing import NamedTuple

from workbench.text.cells import Cell
from workbench.text.gaps import is_same_gap
from workbench.text.keys import Ignorable, Keys

__all__ = ["Piece", "lay_out"]

_Place = tuple[int, int]
_MOST = 20_000  # pieces, from which on differing gaps are not listed one by one


class Piece(NamedTuple):
    """A run of both texts, in code points: its words, and with the space that goes with them (`wide_...`).

    A differing piece has the `cell` of its words, or None when it is a gap between agreeing words.
    """

    equal: bool
    left: _Place
    right: _Place
    wide_left: _Place
    wide_right: _Place
    cell: Cell | None = None


def lay_out(left: Keys, right: Keys, cells: Sequence[Cell], ignored: frozenset[Ignorable]) -> list[Piece]:
    """Cover both texts with pieces, in order: agreeing ones, the differing cells, and differing gaps."""
    pen = _Pen(_Side(left), _Side(right), ignored)
    for cell in cells:
        if cell.equal:
            pen.write_equal(cell)
        else:
            pen.write_edit(cell)
    pen.write_gap(len(left.starts), len(right.starts))
    return pen.pieces


class _Side:
    """One text being covered: `at` is how far, `fresh` whether the gap before the next word is still to be used.

    Word `n` starts at `starts[n]`, the gap before it at `gaps[n]`; behind the last word both lists go on to the end.
    """

    __slots__ = ("at", "fresh", "gaps", "starts", "text", "values")

    def __init__(self, words: Keys) -> None:
        self.text = words.text
        self.values = words.values
        self.starts = [*words.starts, len(words.text)]
        self.gaps = [0, *words.ends]
        self.at = 0
        self.fresh = True

    def gap_before(self, word: int) -> str:
        return self.text[self.gaps[word] : self.starts[word]]

    def cover(self, first: int, last: int, *, takes_gap: bool) -> _Place:
        """Cover the words `first:last` with what stands before them, and return where the words are.

        Without words it is the gap that is covered, where the cell takes it, and the place is empty.
        """
        if first < last:
            self.at, self.fresh = self.gaps[last], True
            return self.starts[first], self.at
        if takes_gap:
            self.at, self.fresh = self.starts[first], False
        return self.at, self.at


class _Pen:
    """What writes the pieces, from the start of both texts to the end."""

    __slots__ = ("ignored", "left", "pieces", "right")

    def __init__(self, left: _Side, right: _Side, ignored: frozenset[Ignorable]) -> None:
        self.left = left
        self.right = right
        self.ignored = ignored
        self.pieces: list[Piece] = []

    def write_equal(self, cell: Cell) -> None:
        """Write a run of agreeing words; where a gap between them differs, a piece for the gap."""
        self.write_gap(cell.a, cell.c)
        left, right = self.left, self.right
        end = left.gaps[cell.b], right.gaps[cell.d]
        if len(self.pieces) > _MOST and left.text[left.at : end[0]] != right.text[right.at : end[1]]:
            self._differ(*end)
        elif left.text[left.at : end[0]] != right.text[right.at : end[1]]:
            self._write_gaps(cell)
        self._agree(*end)
        left.fresh = right.fresh = True

    def _write_gaps(self, cell: Cell) -> None:
        """Write a piece for every gap inside agreeing words that differs."""
        left, right = self.left, self.right
        for i, j in zip(range(cell.a + 1, cell.b), range(cell.c + 1, cell.d), strict=True):
            if not self._is_same_gap(i, j):
                self._agree(left.gaps[i], right.gaps[j])
                self._differ(left.starts[i], right.starts[j])
                if len(self.pieces) > _MOST:
                    self._differ(left.gaps[cell.b], right.gaps[cell.d])
                    break

    def write_edit(self, cell: Cell) -> None:
        """Write the words of one differing cell with the gaps that go with them."""
        left, right = self.left, self.right
        if "spacing" in self.ignored and cell.a < cell.b and cell.c < cell.d and self._differs_in_spacing(cell):
            self.write_gap(cell.a, cell.c)
            self._agree(left.gaps[cell.b], right.gaps[cell.d])
            left.fresh = right.fresh = True
            return
        if left.fresh and right.fresh and self._is_same_gap(cell.a, cell.c):
            self._agree(left.starts[cell.a], right.starts[cell.c])
            left.fresh = right.fresh = False
        begin = left.at, right.at
        one_sided = cell.a == cell.b or cell.c == cell.d
        takes_gap = one_sided and left.fresh and right.fresh and not self._is_same_gap(cell.b, cell.d)
        mine = left.cover(cell.a, cell.b, takes_gap=takes_gap)
        theirs = right.cover(cell.c, cell.d, takes_gap=takes_gap)
        self.pieces.append(Piece(False, mine, theirs, (begin[0], left.at), (begin[1], right.at), cell))

    def _differs_in_spacing(self, cell: Cell) -> bool:
        """Tell whether the words are the same, written together or apart."""
        return "".join(self.left.values[cell.a : cell.b]) == "".join(self.right.values[cell.c : cell.d])

    def write_gap(self, i: int, j: int) -> None:
        """Write what stands before the agreeing words `i` and `j` (or before both ends)."""
        left, right = self.left, self.right
        end = left.starts[i], right.starts[j]
        if (left.fresh and right.fresh and self._is_same_gap(i, j)) or (left.at, right.at) == end:
            self._agree(*end)
        elif self.pieces and not self.pieces[-1].equal:
            last = self.pieces[-1]
            self.pieces[-1] = last._replace(
                wide_left=(last.wide_left[0], end[0]), wide_right=(last.wide_right[0], end[1])
            )
        else:
            self._differ(*end)
        left.at, right.at = end

    def _is_same_gap(self, i: int, j: int) -> bool:
        mine, theirs = self.left.gap_before(i), self.right.gap_before(j)
        return mine == theirs or is_same_gap(mine, theirs, self.ignored)

    def _agree(self, left_end: int, right_end: int) -> None:
        """Write, or widen, an agreeing piece up to these ends."""
        begin = self.left.at, self.right.at
        if begin == (left_end, right_end):
            return
        if self.pieces and self.pieces[-1].equal:
            last = self.pieces.pop()
            begin = last.left[0], last.right[0]
        self._write(begin, left_end, right_end, equal=True)

    def _differ(self, left_end: int, right_end: int) -> None:
        self._write((self.left.at, self.right.at), left_end, right_end, equal=False)

    def _write(self, begin: _Place, left_end: int, right_end: int, *, equal: bool) -> None:
        left, right = (begin[0], left_end), (begin[1], right_end)
        self.pieces.append(Piece(equal, left, right, left, right))
        self.left.at, self.right.at = left_end, right_end
