"""Sharing out the white space: from rows of words to pieces of text that cover both sides.

A comparison of words says nothing of what stands between them. Between two words that agree on both sides the space
must agree too, or it is a difference of its own. Next to an added word one space comes along with it ("a c" to "a b c"
adds "b " or " b"): the piece is then wider than its words, so that what is called equal is equal character by
character.

A gap is the space before a word (or after the last). At each border between two rows the gap of the left text meets
the gap of the right; where one row has no words on one side, its two borders share that side's one gap, which is
used once.
"""

from collections.abc import Iterable, MutableSequence, Sequence

from workbench.text.difference.opcodes import Row
from workbench.text.words.folding import Ignorable
from workbench.text.words.gaps import is_same_gap
from workbench.text.words.keys import Keys
from workbench.text.words.sameness import are_same_words

__all__ = ["Edit", "Piece", "share_spacing"]

_MOST = 20_000  # pieces, from which on differing gaps are not listed one by one


# What differs in a piece: the characters a:b against c:d, which are the words of the row or else a gap.
Edit = tuple[int, int, int, int, Row | None]

# A run of both texts, in code points: left start and end, right start and end, with the space that goes with its words;
# and what differs in it, or None where it agrees.
Piece = tuple[int, int, int, int, Edit | None]


def share_spacing(left: Keys, right: Keys, rows: Sequence[Row], ignored: frozenset[Ignorable]) -> list[Piece]:
    """Cover both texts with pieces, in order: agreeing ones, the differing rows, and differing gaps."""
    pen = _Pen(left, right, ignored)
    pen.write_rows(rows)
    pen.write_gap(len(left.starts), len(right.starts))
    pen.write_agreeing()
    return pen.pieces


def _starts(words: Keys) -> MutableSequence[int]:
    starts = words.starts[:]
    starts.append(len(words.text))
    return starts


def _gaps(words: Keys) -> MutableSequence[int]:
    gaps = words.ends[:]
    gaps.insert(0, 0)
    return gaps


class _Pen:
    """What writes the pieces, from the start of both texts to the end.

    Word `n` of the left text starts at `starts[n]`, the gap before it at `gaps[n]`; behind the last word both lists go
    on to the end. `at` is how far the text is covered, `fresh` whether the gap before the next word is still to be
    used; `other_starts` and the like say the same of the right text. What agrees is written when the next difference
    is met, so that one piece holds all of it: it begins at `since`.
    """

    __slots__ = (
        "at", "fresh", "gaps", "ignored", "left", "other_at", "other_fresh", "other_gaps", "other_starts", "pieces",
        "right", "since", "starts",
    )  # fmt: skip

    def __init__(self, left: Keys, right: Keys, ignored: frozenset[Ignorable]) -> None:
        self.left = left
        self.right = right
        self.ignored = ignored
        self.starts, self.gaps = _starts(left), _gaps(left)
        self.other_starts, self.other_gaps = _starts(right), _gaps(right)
        self.at = self.other_at = 0
        self.fresh = self.other_fresh = True
        self.pieces: list[Piece] = []
        self.since = (0, 0)

    def write_rows(self, rows: Iterable[Row]) -> None:
        """Write all rows. Those whose gaps agree, as most do, need no call."""
        text, starts, gaps = self.left.text, self.starts, self.gaps
        other_text, other_starts, other_gaps = self.right.text, self.other_starts, self.other_gaps
        pieces, is_strict = self.pieces, not self.ignored
        at, other_at = self.at, self.other_at
        for row in rows:
            equal, a, b, c, d, _, _ = row
            start, other_start = starts[a], other_starts[c]
            end, other_end = gaps[b], other_gaps[d]
            if equal:
                if (start - at == other_start - other_at and text[at:end] == other_text[other_at:other_end]) or (
                    self.fresh != self.other_fresh
                    and self._widens((at, other_at), (start, other_start), (end, other_end))
                ):
                    at, other_at = end, other_end
                    self.fresh = self.other_fresh = True
                    continue
            elif is_strict and self.fresh and self.other_fresh and text[at:start] == other_text[other_at:other_start]:
                since, other_since = self.since
                if since < start or other_since < other_start:
                    pieces.append((since, start, other_since, other_start, None))
                if a == b:
                    end = start
                    self.fresh = False
                elif c == d:
                    other_end = other_start
                    self.other_fresh = False
                pieces.append((start, end, other_start, other_end, (start, end, other_start, other_end, row)))
                at, other_at = self.since = end, other_end
                continue
            self.at, self.other_at = at, other_at
            self._write_row(row)
            at, other_at = self.at, self.other_at
        self.at, self.other_at = at, other_at

    def _widens(self, at: tuple[int, int], starts: tuple[int, int], ends: tuple[int, int]) -> bool:
        """Let the difference that was written last, if it ends here, take in the space before agreeing words."""
        if self.since != at or at == starts or not self.pieces:
            return False
        if self.left.text[starts[0] : ends[0]] != self.right.text[starts[1] : ends[1]]:
            return False
        a, _, c, _, edit = self.pieces[-1]
        self.pieces[-1] = a, starts[0], c, starts[1], edit
        self.since = starts
        return True

    def _write_row(self, row: Row) -> None:
        """Write a row whose gaps do not agree, or one that stands against nothing."""
        equal, _, b, _, d, _, _ = row
        if equal:
            self._write_equal(row)
            self.at, self.other_at = self.gaps[b], self.other_gaps[d]
            self.fresh = self.other_fresh = True
        else:
            self._write_edit(row)

    def _write_equal(self, row: Row) -> None:
        """Write a piece for each differing gap before or between agreeing words."""
        _, a, b, c, d, _, _ = row
        self.write_gap(a, c)
        if self.left.text[self.at : self.gaps[b]] != self.right.text[self.other_at : self.other_gaps[d]]:
            self._write_gaps(row)

    def _write_gaps(self, row: Row) -> None:
        """Write a piece for every gap inside agreeing words that differs; where there are too many, one for all."""
        _, a, b, c, d, _, _ = row
        for i, j in zip(range(a + 1, b), range(c + 1, d), strict=True):
            if len(self.pieces) > _MOST:
                self._differ(self.gaps[b], self.other_gaps[d])
                return
            if not self._is_same_gap(i, j):
                self.at, self.other_at = self.gaps[i], self.other_gaps[j]
                self._differ(self.starts[i], self.other_starts[j])

    def _write_edit(self, row: Row) -> None:
        """Write the words of one differing row with the gaps that go with them."""
        _, a, b, c, d, _, _ = row
        is_two_sided = a < b and c < d
        if is_two_sided and self.ignored and self._is_same(row):
            self.write_gap(a, c)
            self.at, self.other_at = self.gaps[b], self.other_gaps[d]
            self.fresh = self.other_fresh = True
            return
        start, other_start = self.starts[a], self.other_starts[c]
        if self.fresh and self.other_fresh and self._is_same_gap(a, c):
            self.at, self.other_at = start, other_start
            self.fresh = self.other_fresh = False
        if is_two_sided:
            end, other_end = self.gaps[b], self.other_gaps[d]
            self._write(end, other_end, (start, end, other_start, other_end, row))
            self.fresh = self.other_fresh = True
        else:
            self._write_one_side(row)

    def _write_one_side(self, row: Row) -> None:
        """Write words that stand against nothing."""
        _, a, b, c, d, _, _ = row
        takes_gap = self.fresh and self.other_fresh and not self._is_same_gap(b, d)
        if a < b:
            self.fresh = True
            start, end = self.starts[a], self.gaps[b]
        elif takes_gap:
            self.fresh = False
            start = end = self.starts[a]
        else:
            start = end = self.at
        if c < d:
            self.other_fresh = True
            other_start, other_end = self.other_starts[c], self.other_gaps[d]
        elif takes_gap:
            self.other_fresh = False
            other_start = other_end = self.other_starts[c]
        else:
            other_start = other_end = self.other_at
        self._write(end, other_end, (start, end, other_start, other_end, row))

    def _is_same(self, row: Row) -> bool:
        """Tell whether the words are the same under what is ignored, written together or apart."""
        _, a, b, c, d, _, _ = row
        return are_same_words(self.left, self.right, (a, b), (c, d), self.ignored)

    def write_gap(self, i: int, j: int) -> None:
        """Write what stands before the agreeing words `i` and `j` (or before both ends)."""
        start, other_start = self.starts[i], self.other_starts[j]
        if (self.fresh and self.other_fresh and self._is_same_gap(i, j)) or (
            self.at == start and self.other_at == other_start
        ):
            self.at, self.other_at = start, other_start
        elif self.pieces and self.since == (self.at, self.other_at):
            a, _, c, _, edit = self.pieces.pop()
            self.pieces.append((a, start, c, other_start, edit))
            self.since = self.at, self.other_at = start, other_start
        else:
            self._differ(start, other_start)

    def _is_same_gap(self, i: int, j: int) -> bool:
        mine = self.left.text[self.gaps[i] : self.starts[i]]
        theirs = self.right.text[self.other_gaps[j] : self.other_starts[j]]
        return mine == theirs or is_same_gap(mine, theirs, self.ignored)

    def write_agreeing(self) -> None:
        """Write what agrees and is not written yet."""
        a, c = self.since
        if a < self.at or c < self.other_at:
            self.pieces.append((a, self.at, c, self.other_at, None))

    def _write(self, end: int, other_end: int, edit: Edit) -> None:
        """Write what agrees so far, and up to these ends a piece that differs."""
        self.write_agreeing()
        self.pieces.append((self.at, end, self.other_at, other_end, edit))
        self.since = self.at, self.other_at = end, other_end

    def _differ(self, end: int, other_end: int) -> None:
        """Write a gap that differs, up to these ends."""
        self._write(end, other_end, (self.at, end, self.other_at, other_end, None))
