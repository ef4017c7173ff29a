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

from workbench.text.cells import Cell
from workbench.text.gaps import is_same_gap
from workbench.text.keys import Ignorable, Keys

__all__ = ["Edit", "Piece", "lay_out"]

_MOST = 20_000  # pieces, from which on differing gaps are not listed one by one


# What differs in a piece: the characters a:b against c:d, which are the words of the cell or else a gap.
Edit = tuple[int, int, int, int, Cell | None]

# A run of both texts, in code points: left start and end, right start and end, with the space that goes with its words;
# and what differs in it, or None where it agrees.
Piece = tuple[int, int, int, int, Edit | None]


def lay_out(left: Keys, right: Keys, cells: Sequence[Cell], ignored: frozenset[Ignorable]) -> list[Piece]:
    """Cover both texts with pieces, in order: agreeing ones, the differing cells, and differing gaps."""
    pen = _Pen(_Side(left), _Side(right), ignored)
    for cell in cells:
        if cell[0]:
            pen.write_equal(cell)
        else:
            pen.write_edit(cell)
    pen.write_gap(len(left.starts), len(right.starts))
    pen.write_agreeing()
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

    def cover(self, first: int, last: int, *, takes_gap: bool) -> tuple[int, int]:
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
    """What writes the pieces, from the start of both texts to the end.

    What agrees is written when the next difference is met, so that one piece holds all of it: it begins at `since`.
    """

    __slots__ = ("ignored", "left", "pieces", "right", "since")

    def __init__(self, left: _Side, right: _Side, ignored: frozenset[Ignorable]) -> None:
        self.left = left
        self.right = right
        self.ignored = ignored
        self.pieces: list[Piece] = []
        self.since = (0, 0)

    def write_equal(self, cell: Cell) -> None:
        """Write a run of agreeing words; where a gap before or between them differs, a piece for the gap."""
        left, right = self.left, self.right
        _, a, b, c, d, _, _ = cell
        mine, theirs = left.gaps[b], right.gaps[d]
        if left.starts[a] - left.at != right.starts[c] - right.at or not self._agrees_to(mine, theirs):
            self.write_gap(a, c)
            if not self._agrees_to(mine, theirs):
                self._write_gaps(cell)
        left.at, right.at = mine, theirs
        left.fresh = right.fresh = True

    def _agrees_to(self, mine: int, theirs: int) -> bool:
        """Tell whether what is not yet covered is the same, character by character, up to these ends."""
        left, right = self.left, self.right
        return left.text[left.at : mine] == right.text[right.at : theirs]

    def _write_gaps(self, cell: Cell) -> None:
        """Write a piece for every gap inside agreeing words that differs; where there are too many, one for all."""
        left, right = self.left, self.right
        for i, j in zip(range(cell.a + 1, cell.b), range(cell.c + 1, cell.d), strict=True):
            if len(self.pieces) > _MOST:
                self._differ(left.gaps[cell.b], right.gaps[cell.d])
                return
            if not self._is_same_gap(i, j):
                left.at, right.at = left.gaps[i], right.gaps[j]
                self._differ(left.starts[i], right.starts[j])

    def write_edit(self, cell: Cell) -> None:
        """Write the words of one differing cell with the gaps that go with them."""
        left, right = self.left, self.right
        _, a, b, c, d, _, _ = cell
        if "spacing" in self.ignored and a < b and c < d and self._differs_in_spacing(cell):
            self.write_gap(a, c)
            left.at, right.at = left.gaps[b], right.gaps[d]
            left.fresh = right.fresh = True
            return
        if left.fresh and right.fresh and self._is_same_gap(a, c):
            left.at, right.at = left.starts[a], right.starts[c]
            left.fresh = right.fresh = False
        i, j = left.at, right.at
        self.write_agreeing()
        one_sided = a == b or c == d
        takes_gap = one_sided and left.fresh and right.fresh and not self._is_same_gap(b, d)
        edit = (*left.cover(a, b, takes_gap=takes_gap), *right.cover(c, d, takes_gap=takes_gap), cell)
        self._write(i, j, edit)

    def _differs_in_spacing(self, cell: Cell) -> bool:
        """Tell whether the words are the same, written together or apart."""
        return "".join(self.left.values[cell.a : cell.b]) == "".join(self.right.values[cell.c : cell.d])

    def write_gap(self, i: int, j: int) -> None:
        """Write what stands before the agreeing words `i` and `j` (or before both ends)."""
        left, right = self.left, self.right
        mine, theirs = left.starts[i], right.starts[j]
        if (left.fresh and right.fresh and self._is_same_gap(i, j)) or (left.at == mine and right.at == theirs):
            left.at, right.at = mine, theirs
        elif self.pieces and self.since == (left.at, right.at):
            a, _, c, _, edit = self.pieces.pop()
            left.at, right.at = mine, theirs
            self._write(a, c, edit)
        else:
            self._differ(mine, theirs)

    def _is_same_gap(self, i: int, j: int) -> bool:
        left, right = self.left, self.right
        mine, theirs = left.text[left.gaps[i] : left.starts[i]], right.text[right.gaps[j] : right.starts[j]]
        return mine == theirs or is_same_gap(mine, theirs, self.ignored)

    def write_agreeing(self) -> None:
        """Write what agrees and is not written yet."""
        a, c = self.since
        b, d = self.left.at, self.right.at
        if a < b or c < d:
            self.pieces.append((a, b, c, d, None))

    def _differ(self, mine: int, theirs: int) -> None:
        """Write a gap that differs, up to these ends."""
        left, right = self.left, self.right
        self.write_agreeing()
        i, j = left.at, right.at
        left.at, right.at = mine, theirs
        self._write(i, j, (i, mine, j, theirs, None))

    def _write(self, i: int, j: int, edit: Edit | None) -> None:
        """Write a differing piece from here to where the sides are."""
        self.since = b, d = self.left.at, self.right.at
        self.pieces.append((i, b, j, d, edit))
