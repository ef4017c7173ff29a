"""Sharing out the white space: from cells of words to pieces of text that cover both sides.

A comparison of words says nothing of what stands between them. Between two words that agree on both sides the space
must agree too, or it is a difference of its own. Next to an added word one space comes along with it ("a c" to "a b
c" adds "b " or " b"): the piece is then wider than its words, so that what is called equal is equal character by
character.

A gap is the space before a word (or after the last). At each border between two cells the gap of the left text meets
the gap of the right; where one cell has no words on one side, its two borders share that side's one gap, which is
used once.
"""

from dataclasses import dataclass, field

from workbench.text.cells import Cell
from workbench.text.comparison import Span
from workbench.text.gaps import is_same_gap
from workbench.text.keys import Ignorable, Keys

__all__ = ["Piece", "lay_out"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of both texts: its words (`left`, `right`), and with the space that goes with them (`wide_...`).

    A differing piece has the `cell` of its words, or None when it is a gap between agreeing words.
    """

    equal: bool
    left: Span
    right: Span
    wide_left: Span
    wide_right: Span
    cell: Cell | None = None


def lay_out(
    texts: tuple[str, str], words: tuple[Keys, Keys], cells: list[Cell], ignored: frozenset[Ignorable]
) -> list[Piece]:
    """Cover both texts with pieces, in order: agreeing ones, the differing cells, and differing gaps."""
    pen = _Pen(_Side(texts[0], words[0]), _Side(texts[1], words[1]), ignored)
    for cell in cells:
        if cell.equal:
            pen.write_equal(cell)
        else:
            pen.write_edit(cell)
    pen.write_gap(len(words[0].starts), len(words[1].starts))
    return pen.pieces


@dataclass(slots=True)
class _Side:
    """One text being covered: `at` is how far, `fresh` whether the gap before the next word is still to be used."""

    text: str
    words: Keys
    at: int = 0
    fresh: bool = True

    def start_of(self, word: int) -> int:
        return self.words.starts[word] if word < len(self.words.starts) else len(self.text)

    def gap_before(self, word: int) -> str:
        return self.text[self.words.ends[word - 1] if word else 0 : self.start_of(word)]

    def cover_words(self, first: int, last: int) -> Span:
        """Cover the words `first:last` and what stands before them, and return where the words are."""
        self.at, self.fresh = self.words.ends[last - 1], True
        return Span(self.words.starts[first], self.at)

    def cover_gap(self, word: int) -> Span:
        """Cover the gap before `word`, and return the empty place behind it."""
        self.at, self.fresh = self.start_of(word), False
        return Span(self.at, self.at)


@dataclass(slots=True)
class _Pen:
    left: _Side
    right: _Side
    ignored: frozenset[Ignorable]
    pieces: list[Piece] = field(default_factory=list)

    def write_equal(self, cell: Cell) -> None:
        self.write_gap(cell.a, cell.c)
        left, right = self.left, self.right
        begin, end = (left.at, right.at), (left.words.ends[cell.b - 1], right.words.ends[cell.d - 1])
        if left.text[begin[0] : end[0]] != right.text[begin[1] : end[1]]:
            for i, j in zip(range(cell.a + 1, cell.b), range(cell.c + 1, cell.d), strict=True):
                if not self._is_same_gap(i, j):
                    self._agree(left.words.ends[i - 1], right.words.ends[j - 1])
                    self._differ(left.start_of(i), right.start_of(j))
        self._agree(*end)
        left.fresh = right.fresh = True

    def write_edit(self, cell: Cell) -> None:
        """Write the words of one differing cell with the gaps that go with them."""
        left, right = self.left, self.right
        if left.fresh and right.fresh and self._is_same_gap(cell.a, cell.c):
            self._agree(left.start_of(cell.a), right.start_of(cell.c))
            left.fresh = right.fresh = False
        begin = left.at, right.at
        takes_gap = left.fresh and right.fresh and not self._is_same_gap(cell.b, cell.d)
        spans = [
            side.cover_words(first, last)
            if first < last
            else (side.cover_gap(first) if takes_gap else Span(side.at, side.at))
            for side, first, last in ((left, cell.a, cell.b), (right, cell.c, cell.d))
        ]
        wide = Span(begin[0], left.at), Span(begin[1], right.at)
        self.pieces.append(Piece(False, spans[0], spans[1], *wide, cell))

    def write_gap(self, i: int, j: int) -> None:
        """Write what stands before the agreeing words `i` and `j` (or before both ends)."""
        left, right = self.left, self.right
        both = left.fresh and right.fresh
        end = left.start_of(i), right.start_of(j)
        if (both and self._is_same_gap(i, j)) or (left.at, right.at) == end:
            self._agree(*end)
        elif self.pieces and not self.pieces[-1].equal:
            last = self.pieces[-1]
            wide = Span(last.wide_left.start, end[0]), Span(last.wide_right.start, end[1])
            self.pieces[-1] = Piece(False, last.left, last.right, *wide, last.cell)
        else:
            self._differ(*end)
        left.at, right.at = end

    def _is_same_gap(self, i: int, j: int) -> bool:
        return is_same_gap(self.left.gap_before(i), self.right.gap_before(j), self.ignored)

    def _agree(self, left_end: int, right_end: int) -> None:
        begin = self.left.at, self.right.at
        if begin == (left_end, right_end):
            return
        if self.pieces and self.pieces[-1].equal:
            last = self.pieces.pop()
            begin = last.left.start, last.right.start
        spans = Span(begin[0], left_end), Span(begin[1], right_end)
        self.pieces.append(Piece(True, *spans, *spans))
        self.left.at, self.right.at = left_end, right_end

    def _differ(self, left_end: int, right_end: int) -> None:
        spans = Span(self.left.at, left_end), Span(self.right.at, right_end)
        self.pieces.append(Piece(False, *spans, *spans))
        self.left.at, self.right.at = left_end, right_end
