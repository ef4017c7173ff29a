"""Taking what moved out of both texts, so that the rests are compared as wholes, and putting it back."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from workbench.text.difference.moves import Move
from workbench.text.difference.opcodes import Row
from workbench.text.words.content import content_form
from workbench.text.words.keys import Keys

__all__ = ["keep_crossed", "leave_out", "lift", "put_back"]

_Cut = tuple[int, int, int]  # the word of the rest that it stands before, how many words, the number of the move
_Part = tuple[int, int]  # words of the rest, half-open


def leave_out(keys: Keys, places: Sequence[tuple[int, int]]) -> Keys:
    """Return the keys without those at `places`: word and how many, in order."""
    text, values, starts, ends = keys
    rest = Keys(text, [], [], [])
    start = 0
    for place, length in [*places, (len(values), 0)]:
        rest.values.extend(values[start:place])
        rest.starts.extend(starts[start:place])
        rest.ends.extend(ends[start:place])
        start = place + length
    return rest


def lift(move: Move, moves: Sequence[Move]) -> Move | None:
    """Say where a move of the rests is in the whole texts; None where something else stands inside it there."""
    lefts = [(other.i, other.length) for other in moves]
    rights = sorted((other.j, other.length) for other in moves)
    i, j = _lift(move.i, lefts), _lift(move.j, rights)
    last = move.length - 1
    is_whole = _lift(move.i + last, lefts) == i + last and _lift(move.j + last, rights) == j + last
    return move._replace(i=i, j=j) if is_whole else None


def _lift(place: int, cuts: Sequence[tuple[int, int]]) -> int:
    for start, length in cuts:
        if start > place:
            break
        place += length
    return place


def keep_crossed(moves: Sequence[Move], rows: Sequence[Row], left: Sequence[str]) -> list[Move]:
    """Keep the moves that crossed a word of weight: it agrees in the rows, before the one place and behind the other.

    The rows are of the rests, `left` the words of the left one. What crossed none has the same order in both texts.
    """
    agreeing = [row for row in rows if row[0]]
    lefts = list(chain.from_iterable([range(a, b) for _, a, b, _, _, _, _ in agreeing]))
    rights = list(chain.from_iterable([range(c, d) for _, _, _, c, d, _, _ in agreeing]))
    here = _places_in_rest([(move.i, move.length) for move in moves])
    there = _places_in_rest([(move.j, move.length) for move in moves])
    kept = []
    for move in moves:
        first, last = sorted((bisect_left(lefts, here[move.i]), bisect_left(rights, there[move.j])))
        if any(content_form(left[lefts[n]]) for n in range(first, last)):
            kept.append(move)
    return kept


def _places_in_rest(cuts: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Map each place that was cut out, with how many words, to the word of the rest that stands there now."""
    before = 0
    places: dict[int, int] = {}
    for place, length in sorted(cuts):
        places[place] = place - before
        before += length
    return places


def put_back(rows: Sequence[Row], moves: Sequence[Move]) -> list[Row]:
    """Return the rows of the rests as rows of the whole texts, with a row for each end of each move."""
    weaver = _Weaver(
        _cuts([(move.i, move.length, n) for n, move in enumerate(moves)]),
        _cuts(sorted((move.j, move.length, n) for n, move in enumerate(moves))),
        [move.near for move in moves],
    )
    for row in rows:
        weaver.write(row)
    weaver.write_cuts(None, None)
    return weaver.rows


def _cuts(places: Sequence[_Cut]) -> list[_Cut]:
    """Say of places in a whole text, in order, where they are in the rest; the last one first."""
    cuts: list[_Cut] = []
    before = 0
    for place, length, move in places:
        cuts.append((place - before, length, move))
        before += length
    return cuts[::-1]


class _Weaver:
    """What writes the rows of the whole texts; `at` and `other` is how much was put back so far."""

    def __init__(self, lefts: list[_Cut], rights: list[_Cut], near: Sequence[bool]) -> None:
        self.lefts = lefts
        self.rights = rights
        self.near = near
        self.done = 0, 0
        self.at = self.other = 0
        self.rows: list[Row] = []

    def write(self, row: Row) -> None:
        """Write what was cut out before this row, and the row, in parts where something was cut out inside it."""
        equal, a, b, c, d, _, _ = row
        self.write_cuts(a, c)
        if (not self.lefts or self.lefts[-1][0] >= b) and (not self.rights or self.rights[-1][0] >= d):
            self._put(row)
            return
        lefts = [a, *sorted({cut[0] for cut in self.lefts if a < cut[0] < b}), b]
        rights = [c, *sorted({cut[0] for cut in self.rights if c < cut[0] < d}), d]
        if len(lefts) == len(rights) == 2:
            self._put(row)
            return
        for (i, k), (j, m) in _parts(lefts, rights, equal=equal):
            self.write_cuts(i, j)
            self._put((equal, i, k, j, m, False, None))

    def write_cuts(self, i: int | None, j: int | None) -> None:
        """Write what was cut out up to the words `i` and `j` of the rests; None is the end."""
        while self.lefts and (i is None or self.lefts[-1][0] <= i):
            place, length, move = self.lefts.pop()
            start, other = place + self.at, self.done[1] + self.other
            self.rows.append((False, start, start + length, other, other, self.near[move], move))
            self.at += length
        while self.rights and (j is None or self.rights[-1][0] <= j):
            place, length, move = self.rights.pop()
            start, other = self.done[0] + self.at, place + self.other
            self.rows.append((False, start, start, other, other + length, self.near[move], move))
            self.other += length

    def _put(self, row: Row) -> None:
        equal, a, b, c, d, near, move = row
        self.rows.append((equal, a + self.at, b + self.at, c + self.other, d + self.other, near, move))
        self.done = b, d


def _parts(lefts: Sequence[int], rights: Sequence[int], *, equal: bool) -> Iterator[tuple[_Part, _Part]]:
    """Divide a row at these words: agreeing words alike on both sides; else the longest parts against each other."""
    if equal:
        steps = sorted({n - lefts[0] for n in lefts} | {n - rights[0] for n in rights})
        for start, end in pairwise(steps):
            yield (lefts[0] + start, lefts[0] + end), (rights[0] + start, rights[0] + end)
        return
    mine, theirs = list(pairwise(lefts)), list(pairwise(rights))
    is_turned = len(mine) < len(theirs)
    longer, shorter = (theirs, mine) if is_turned else (mine, theirs)
    first = max(
        range(len(longer) - len(shorter) + 1), key=lambda n: sum(b - a for a, b in longer[n : n + len(shorter)])
    )
    place = shorter[0][0]
    for n, part in enumerate(longer, start=-first):
        against = shorter[n] if 0 <= n < len(shorter) else (place, place)
        place = against[1]
        yield (against, part) if is_turned else (part, against)
