"""Moved phrases: words that were taken out at one place and stand, the same, at another.

Two long texts share many words that were never moved, so a move must prove itself. It has crossed words of weight that
agree; and it has at least two content words in a row that occur once among the omitted and once among the added words,
with a changed word or two between them at most. One content word is enough where a near word or another number stands
beside it on both sides ("19 November", "9 November"); where it is a clause with the words beside it and little else
differs at either end ("In the morning the old man …", "The old man … in the morning"); or where nothing of weight
differs beside it, nor stands against it at either place but what it changed places with, and it crossed no more than a
few words ("Christ Jesus", "Jesus Christ"), or the rest of its sentence ("Slowly he rose", "He rose slowly": a capital
that only begins a sentence makes no other word). What stands beside it and changed on the way, be it in case alone,
goes along: a difference of its own, with two ends as a move has.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple, TypeVar

from workbench.text.difference.candidates import are_near
from workbench.text.difference.opcodes import Row
from workbench.text.difference.turned import begins_sentence, ends_sentence, find_turned, list_twins
from workbench.text.words.content import content_form, list_forms
from workbench.text.words.weights import CONTENT, LISTED, weigh

__all__ = ["Move", "find_moves"]

_Seed = TypeVar("_Seed", str, tuple[str, str])
_Change = tuple[int, int, int, int, int]  # the number of a row, and its words a:b and c:d
_EVIDENCE = 2 * CONTENT
_MOST = 50_000  # changed words, from which on no moves are looked for
_BESIDE = 2  # words that may stand between two blocks that moved together
_CLAUSE = 3  # words of a clause
_NEAR = 6  # words that a single moved word may have crossed
_JOINT = 3  # light words
_FAR = 12  # words, where it went with another, or with its capital, from the one end of a sentence to the other


class Move(NamedTuple):
    """`length` words that stand at `i` on the left and at `j` on the right; `near` if they changed on the way."""

    i: int
    j: int
    length: int
    near: bool = False


class _Block(NamedTuple):
    """A move that is perhaps one, with the numbers of the rows that its words stand in."""

    weight: float
    move: Move
    here: int
    there: int


def find_moves(rows: Sequence[Row], left: Sequence[str], right: Sequence[str]) -> list[Move]:
    """List what moved among the differing words, in order of the left text."""
    changed = [(n, a, b, c, d) for n, (equal, a, b, c, d, near, _) in enumerate(rows) if not (equal or near)]
    if sum([b - a + d - c for _, a, b, c, d in changed]) > _MOST:
        return []
    seeds, twins = _find_seeds(changed, left, right)
    if not (seeds or twins):
        return []
    mine = list(chain.from_iterable([range(a, b) for _, a, b, _, _ in changed]))
    theirs = list(chain.from_iterable([range(c, d) for _, _, _, c, d in changed]))
    turned = find_turned(mine, theirs, left, right, twins) if twins else []
    seeds = set(filter(content_form, seeds))
    if not (turned or seeds):
        return []
    shared = set(map(left.__getitem__, mine)).intersection(map(right.__getitem__, theirs))
    lefts = {i: n for n, a, b, _, _ in changed for i in range(a, b) if left[i] in shared}
    rights = {j: n for n, _, _, c, d in changed for j in range(c, d) if right[j] in shared}
    site = _Site(rows, left, right)
    blocks = [
        block
        for block in _blocks(lefts, rights, left, right, seeds)
        if block.weight >= CONTENT and site.has_crossed(block)
    ]
    together = _went_together(blocks)
    evident = [block for block in blocks if block in together or site.is_evident(block)]
    held = {n for block in evident for n in (block.here, block.there)}
    alone = [block for block in _blocks_of_turned(turned, changed) if held.isdisjoint((block.here, block.there))]
    return _choose([*evident, *(one for one in alone if site.has_crossed(one) and site.is_evident(one))], site)


def _find_seeds(
    changed: Sequence[_Change], left: Sequence[str], right: Sequence[str]
) -> tuple[Collection[str], Collection[str]]:
    """List, of the words not listed as light, those that both sides have; and those that they may have in two cases."""
    if len(changed) < 2:
        return (), ()
    mine = {word for _, a, b, _, _ in changed for word in left[a:b] if word not in LISTED}
    theirs = {word for _, _, _, c, d in changed for word in right[c:d] if word not in LISTED} if mine else set[str]()
    return mine & theirs, list_twins(mine, theirs)


def _blocks(
    lefts: dict[int, int], rights: dict[int, int], left: Sequence[str], right: Sequence[str], content: Collection[str]
) -> Iterator[_Block]:
    """Find phrases in two rows that occur once on each side, from seeds of two words and of one of `content`."""
    seen: set[tuple[int, int]] = set()
    for i, j in [
        *_shared(_bigrams(lefts, left), _bigrams(rights, right)),
        *_shared(_words(lefts, left, content), _words(rights, right, content)),
    ]:
        if (i, j) not in seen and lefts[i] != rights[j]:
            block = _grow(i, j, lefts, rights, left, right)
            seen |= {(block.move.i + k, block.move.j + k) for k in range(block.move.length)}
            yield block


def _blocks_of_turned(turned: Iterable[tuple[int, int]], changed: Sequence[_Change]) -> Iterator[_Block]:
    for i, j in turned:
        here = next(n for n, a, b, _, _ in changed if a <= i < b)
        there = next(n for n, _, _, c, d in changed if c <= j < d)
        if here != there:
            yield _Block(CONTENT, Move(i, j, 1), here, there)


def _words(places: Iterable[int], words: Sequence[str], content: Collection[str]) -> list[tuple[str, int]]:
    return [(word, i) for i in places if (word := words[i]) in content]


def _bigrams(places: Iterable[int], words: Sequence[str]) -> list[tuple[tuple[str, str], int]]:
    return [((words[i], words[k]), i) for i, k in pairwise(places) if k == i + 1]


def _shared(left: Sequence[tuple[_Seed, int]], right: Sequence[tuple[_Seed, int]]) -> list[tuple[int, int]]:
    """Pair the seeds that occur once on the left and once on the right: the first place of such is the last one."""
    last, other_last = dict(left), dict(right)
    shared = [seed for seed in last if seed in other_last]
    if not shared:
        return []
    first, other_first = dict(reversed(left)), dict(reversed(right))
    return [
        (last[seed], other_last[seed])
        for seed in shared
        if last[seed] == first[seed] and other_last[seed] == other_first[seed]
    ]


def _grow(
    i: int, j: int, lefts: dict[int, int], rights: dict[int, int], left: Sequence[str], right: Sequence[str]
) -> _Block:
    """Widen a seed to both sides, inside the rows it stands in."""
    here, there = lefts[i], rights[j]
    start, end = 0, 1
    while (
        lefts.get(i + start - 1) == here
        and rights.get(j + start - 1) == there
        and left[i + start - 1] == right[j + start - 1]
    ):
        start -= 1
    while lefts.get(i + end) == here and rights.get(j + end) == there and left[i + end] == right[j + end]:
        end += 1
    return _Block(sum(map(weigh, left[i + start : i + end])), Move(i + start, j + start, end - start), here, there)


class _Site:
    """What surrounds the moves: the rows of the comparison, and the words of both texts."""

    def __init__(self, rows: Sequence[Row], left: Sequence[str], right: Sequence[str]) -> None:
        self.rows = rows
        self.left = left
        self.right = right

    def has_crossed(self, block: _Block) -> bool:
        """Tell whether a word of weight that agrees stands between the two places."""
        first, second = sorted((block.here, block.there))
        between = (row for row in self.rows[first + 1 : second] if row[0])
        return any(content_form(word) for _, a, b, _, _, _, _ in between for word in self.left[a:b])

    def is_evident(self, block: _Block) -> bool:
        """Tell whether the words moved, by what they weigh and what stands beside them."""
        if block.weight >= _EVIDENCE:
            return True
        company = self.find_company(block)
        if any(content_form(self.left[move.i]) for move in company):
            return True
        whole = [block.move, *company]
        is_clause = sum(move.length for move in whole) >= _CLAUSE
        here, there = self.rows[block.here], self.rows[block.there]
        first, last = min(whole), max(whole)
        ends = (
            (self.left, (here[1], first.i), (last.i + last.length, here[2])),
            (self.right, (there[3], first.j), (last.j + last.length, there[4])),
        )
        if not all(_differs_alone(*end) or (is_clause and _stands_apart(*end)) for end in ends):
            return False
        if is_clause:
            return True
        is_turned = self.left[block.move.i] != self.right[block.move.j]
        most = _FAR if (len(whole) > 1 or is_turned) and all(_is_at_end(*end) for end in ends) else _NEAR
        return self._faces_the_same(here, there) and self._count_crossed(block) <= most

    def find_company(self, block: _Block) -> list[Move]:
        """List what stands right before and right after the block at both ends, in its rows, and changed a little."""
        here, there = self.rows[block.here], self.rows[block.there]
        i, j, length, _ = block.move
        return [
            *self._walk(here, there, (i - 1, j - 1), -1),
            *self._walk(here, there, (i + length, j + length), 1),
        ]

    def find_joint(self, block: _Block) -> Iterator[Move]:
        """Yield the light words that a moved word has on its other side now: "gold and silver", "silver and gold"."""
        here, there = self.rows[block.here], self.rows[block.there]
        i, j, length, _ = block.move
        for count in range(_JOINT, 0, -1):
            for k, m in ((i + length, j - count), (i - count, j + length)):
                is_inside = here[1] <= k and k + count <= here[2] and there[3] <= m and m + count <= there[4]
                words = self.left[k : k + count] if is_inside else ()
                if words == self.right[m : m + count] and any(list_forms(words)) and not any(map(content_form, words)):
                    yield Move(k, m, count)
                    return

    def _walk(self, here: Row, there: Row, places: tuple[int, int], step: int) -> Iterator[Move]:
        """Yield the words that went along, from these places on, as far as there are any."""
        k, m = places
        while here[1] <= k < here[2] and there[3] <= m < there[4] and self._goes_along(self.left[k], self.right[m]):
            yield Move(k, m, 1, near=True)
            k, m = k + step, m + step

    def _goes_along(self, left: str, right: str) -> bool:
        if left == right:
            return False
        mine, theirs = list_forms((left, right))
        return (mine != "" and mine == theirs) or (
            content_form(left) != "" and content_form(right) != "" and are_near(left, right)
        )

    def _faces_the_same(self, here: Row, there: Row) -> bool:
        """Tell whether no word of weight stands against either place, or the same: that two words changed places."""
        against = (
            filter(content_form, self.right[here[3] : here[4]]),
            filter(content_form, self.left[there[1] : there[2]]),
        )
        return list(against[0]) == list(against[1])

    def _count_crossed(self, block: _Block) -> int:
        first, second = (self.rows[n] for n in sorted((block.here, block.there)))
        return max(second[1] - first[2], second[3] - first[4])


def _differs_alone(words: Sequence[str], before: tuple[int, int], after: tuple[int, int]) -> bool:
    """Tell whether no word of weight differs before and after the moved words on this side."""
    return not any(content_form(words[n]) for n in chain(range(*before), range(*after)))


def _stands_apart(words: Sequence[str], before: tuple[int, int], after: tuple[int, int]) -> bool:
    """Tell whether the moved words begin and end at a sign or where the change does."""
    starts = before[0] == before[1] or not list_forms(words[before[1] - 1 : before[1]])[0]
    return starts and (after[0] == after[1] or not list_forms(words[after[0] : after[0] + 1])[0])


def _is_at_end(words: Sequence[str], before: tuple[int, int], after: tuple[int, int]) -> bool:
    """Tell whether nothing but signs stands before the moved words in their sentence, or after them."""
    return begins_sentence(before[1], words) or ends_sentence(after[0], words)


def _went_together(blocks: Iterable[_Block]) -> set[_Block]:
    """Find blocks of one content word each, or more, that stand beside each other on both sides, in the same order."""
    together: set[_Block] = set()
    for first, second in pairwise(sorted(blocks, key=lambda block: block.move.i)):
        ends = first.move.i + first.move.length, first.move.j + first.move.length
        gaps = second.move.i - ends[0], second.move.j - ends[1]
        if min(gaps) >= 0 and max(gaps) <= _BESIDE:
            together |= {first, second}
    return together


def _choose(blocks: Iterable[_Block], site: _Site) -> list[Move]:
    """Take the heaviest blocks first, none that overlaps one taken, then their company; in order of the left text."""
    taken: set[tuple[str, int]] = set()
    best = sorted(blocks, key=lambda block: (-block.weight, block.move))
    chosen = [block for block in best if _take(block.move, taken)]
    beside = (chain(site.find_company(block), site.find_joint(block)) for block in chosen)
    company = [move for move in chain.from_iterable(beside) if _take(move, taken)]
    return sorted([block.move for block in chosen] + company)


def _take(move: Move, taken: set[tuple[str, int]]) -> bool:
    """Take the words of a move if none of them is taken."""
    mine = {("left", move.i + k) for k in range(move.length)} | {("right", move.j + k) for k in range(move.length)}
    if mine & taken:
        return False
    taken |= mine
    return True
