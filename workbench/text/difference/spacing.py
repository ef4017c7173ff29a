"""Sharing out the white space: from opcodes of words to pieces of text that cover both sides.

A comparison of words says nothing of what stands between them. Between two words that agree on both sides the space
must agree too, or it is a difference of its own. Next to an added word one space comes along with it ("a c" to "a b c"
adds "b " or " b"): the piece is then wider than its words, so that what is called equal is equal character by
character.

A gap is the space before a word (or after the last). At each border between two opcodes the gap of the left text meets
the gap of the right; where one opcode has no words on one side, its two borders share that side's one gap, which is
used once.
"""

from collections.abc import Iterable, Sequence

from workbench.text.difference.opcodes import Opcode
from workbench.text.words.folding import Ignorable
from workbench.text.words.gaps import is_same_gap
from workbench.text.words.keys import Keys
from workbench.text.words.sameness import are_same_words

__all__ = ["Edit", "Piece", "share_spacing"]

_MOST = 20_000  # pieces, from which on differing gaps are not listed one by one


# What differs in a piece: the characters a:b against c:d, which are the words of the opcode or else a gap.
Edit = tuple[int, int, int, int, Opcode | None]

# A run of both texts, in code points: left start and end, right start and end, with the space that goes with its words;
# and what differs in it, or None where it agrees.
Piece = tuple[int, int, int, int, Edit | None]


def share_spacing(left: Keys, right: Keys, opcodes: Sequence[Opcode], ignored: frozenset[Ignorable]) -> list[Piece]:
    """Cover both texts with pieces, in order: agreeing ones, the differing opcodes, and differing gaps."""
    pen = _Pen(_Side(left), _Side(right), ignored)
    pen.write_cells(opcodes)
    pen.write_gap(len(left.starts), len(right.starts))
    pen.write_agreeing()
    return pen.pieces


class _Side:
    """One text being covered: `at` is how far, `fresh` whether the gap before the next word is still to be used.

    Word `n` starts at `starts[n]`, the gap before it at `gaps[n]`; behind the last word both lists go on to the end.
    """

    __slots__ = ("at", "fresh", "gaps", "keys", "starts", "text")

    def __init__(self, words: Keys) -> None:
        self.text = words.text
        self.keys = words
        self.starts = words.starts[:]
        self.starts.append(len(words.text))
        self.gaps = words.ends[:]
        self.gaps.insert(0, 0)
        self.at = 0
        self.fresh = True

    def cover(self, first: int, last: int, *, takes_gap: bool) -> tuple[int, int]:
        """Return where the words `first:last` are; without words, an empty place, behind the gap if that is taken."""
        if first < last:
            self.fresh = True
            return self.starts[first], self.gaps[last]
        if takes_gap:
            self.fresh = False
            return self.starts[first], self.starts[first]
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

    def write_cells(self, opcodes: Iterable[Opcode]) -> None:
        """Write all opcodes. Those whose gaps agree, as most do, need no call."""
        left, right = self.left, self.right
        text, starts, gaps = left.text, left.starts, left.gaps
        other_text, other_starts, other_gaps = right.text, right.starts, right.gaps
        for opcode in opcodes:
            equal, a, b, c, d, _, _ = opcode
            if equal:
                mine, theirs = gaps[b], other_gaps[d]
                if (
                    starts[a] - left.at != other_starts[c] - right.at
                    or text[left.at : mine] != other_text[right.at : theirs]
                ):
                    self._write_equal(opcode)
                left.at, right.at = mine, theirs
                left.fresh = right.fresh = True
            else:
                self._write_edit(opcode)

    def _write_equal(self, opcode: Opcode) -> None:
        """Write a piece for each differing gap before or between agreeing words."""
        left, right = self.left, self.right
        self.write_gap(opcode.a, opcode.c)
        if left.text[left.at : left.gaps[opcode.b]] != right.text[right.at : right.gaps[opcode.d]]:
            self._write_gaps(opcode)

    def _write_gaps(self, opcode: Opcode) -> None:
        """Write a piece for every gap inside agreeing words that differs; where there are too many, one for all."""
        left, right = self.left, self.right
        for i, j in zip(range(opcode.a + 1, opcode.b), range(opcode.c + 1, opcode.d), strict=True):
            if len(self.pieces) > _MOST:
                self._differ(left.gaps[opcode.b], right.gaps[opcode.d])
                return
            if not self._is_same_gap(i, j):
                left.at, right.at = left.gaps[i], right.gaps[j]
                self._differ(left.starts[i], right.starts[j])

    def _write_edit(self, opcode: Opcode) -> None:
        """Write the words of one differing opcode with the gaps that go with them."""
        left, right = self.left, self.right
        _, a, b, c, d, _, _ = opcode
        is_two_sided = a < b and c < d
        if is_two_sided and self.ignored and self._is_same(opcode):
            self.write_gap(a, c)
            left.at, right.at = left.gaps[b], right.gaps[d]
            left.fresh = right.fresh = True
            return
        if left.fresh and right.fresh and self._is_same_gap(a, c):
            left.at, right.at = left.starts[a], right.starts[c]
            left.fresh = right.fresh = False
        if is_two_sided:
            self._write(
                left.gaps[b], right.gaps[d], (left.starts[a], left.gaps[b], right.starts[c], right.gaps[d], opcode)
            )
            left.fresh = right.fresh = True
        else:
            self._write_one_side(opcode)

    def _write_one_side(self, opcode: Opcode) -> None:
        """Write words that stand against nothing."""
        left, right = self.left, self.right
        _, a, b, c, d, _, _ = opcode
        takes_gap = left.fresh and right.fresh and not self._is_same_gap(b, d)
        i, k = left.cover(a, b, takes_gap=takes_gap)
        j, m = right.cover(c, d, takes_gap=takes_gap)
        self._write(k, m, (i, k, j, m, opcode))

    def _is_same(self, opcode: Opcode) -> bool:
        """Tell whether the words are the same under what is ignored, written together or apart."""
        _, a, b, c, d, _, _ = opcode
        return are_same_words(self.left.keys, self.right.keys, (a, b), (c, d), self.ignored)

    def write_gap(self, i: int, j: int) -> None:
        """Write what stands before the agreeing words `i` and `j` (or before both ends)."""
        left, right = self.left, self.right
        mine, theirs = left.starts[i], right.starts[j]
        if (left.fresh and right.fresh and self._is_same_gap(i, j)) or (left.at == mine and right.at == theirs):
            left.at, right.at = mine, theirs
        elif self.pieces and self.since == (left.at, right.at):
            a, _, c, _, edit = self.pieces.pop()
            self.pieces.append((a, mine, c, theirs, edit))
            self.since = left.at, right.at = mine, theirs
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

    def _write(self, mine: int, theirs: int, edit: Edit) -> None:
        """Write what agrees so far, and up to these ends a piece that differs."""
        self.write_agreeing()
        left, right = self.left, self.right
        self.pieces.append((left.at, mine, right.at, theirs, edit))
        left.at = mine
        right.at = theirs
        self.since = mine, theirs

    def _differ(self, mine: int, theirs: int) -> None:
        """Write a gap that differs, up to these ends."""
        self._write(mine, theirs, (self.left.at, mine, self.right.at, theirs, None))
