"""Moved phrases: words that were taken out at one place and stand, the same, at another.

Two long texts share many words that were never moved, so a move must prove itself: at least two content words in a row
that occur once among the omitted and once among the added words, with a changed word or two between them at most; or
one content word, where it crossed no more than a few others ("Christ Jesus", "Jesus Christ") or has a near word or
another number beside it on both sides ("19 November", "9 November"). Such a word goes along: a difference of its own,
with two ends as a move has.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple, TypeVar

from workbench.text.difference.candidates import are_near
from workbench.text.difference.cutting import Cut, cut_out
from workbench.text.difference.opcodes import Opcode
from workbench.text.words.keys import Keys
from workbench.text.words.weights import CONTENT, weigh

__all__ = ["find_moves"]

_Seed = TypeVar("_Seed", str, tuple[str, str])
_EVIDENCE = 2 * CONTENT
_MOST = 50_000  # changed words, from which on no moves are looked for
_REPEATED = -1  # the place of what occurs more than once
_BESIDE = 2  # words that may stand between two blocks that moved together
_NEAR = 6  # words that a single moved word may have crossed


class _Block(NamedTuple):
    """`length` words that stand at `i` on the left and at `j` on the right, taken from these opcodes."""

    weight: float
    i: int
    j: int
    length: int
    left_cell: int
    right_cell: int
    near: bool = False


def find_moves(opcodes: Sequence[Opcode], left: Keys, right: Keys) -> list[Opcode]:
    """Cut the differing opcodes so that each moved phrase has a opcode at either end; both carry one number."""
    open_cells = [(n, a, b, c, d) for n, (equal, a, b, c, d, near, _) in enumerate(opcodes) if not equal and not near]
    shared = _shared_words(open_cells, left.values, right.values)
    if not any(weigh(word) >= CONTENT for word in shared):
        return list(opcodes)
    lefts = {i: n for n, a, b, _, _ in open_cells for i in range(a, b) if left.values[i] in shared}
    rights = {j: n for n, _, _, c, d in open_cells for j in range(c, d) if right.values[j] in shared}
    company = _Company(opcodes, left.values, right.values)
    blocks = _choose(_blocks(lefts, rights, left.values, right.values, company), company)
    if not blocks:
        return list(opcodes)
    leaving: dict[int, list[Cut]] = defaultdict(list)
    coming: dict[int, list[Cut]] = defaultdict(list)
    for move, block in enumerate(blocks):
        leaving[block.left_cell].append((block.i, block.i + block.length, move))
        coming[block.right_cell].append((block.j, block.j + block.length, move))
    parts: list[Opcode] = []
    done = 0
    for n in sorted({*leaving, *coming}):
        parts += [*opcodes[done:n], *cut_out(opcodes[n], leaving[n], coming[n])]
        done = n + 1
    near = {move for move, block in enumerate(blocks) if block.near}
    return [opcode._replace(near=True) if opcode.move in near else opcode for opcode in [*parts, *opcodes[done:]]]


def _shared_words(
    open_cells: Iterable[tuple[int, int, int, int, int]], left: Sequence[str], right: Sequence[str]
) -> set[str]:
    """Return the words that stand in changes of both sides; none where there are too many to look for moves."""
    lefts = list(chain.from_iterable([left[a:b] for _, a, b, _, _ in open_cells if a < b]))
    rights = list(chain.from_iterable([right[c:d] for _, _, _, c, d in open_cells if c < d]))
    return set(lefts).intersection(rights) if len(lefts) + len(rights) <= _MOST else set()


def _blocks(
    lefts: dict[int, int], rights: dict[int, int], left: Sequence[str], right: Sequence[str], company: "_Company"
) -> list[_Block]:
    """Find phrases that occur once on each side, from seeds of two words and of one."""
    seen: set[tuple[int, int]] = set()
    blocks: list[_Block] = []
    for i, j in [
        *_shared(_bigrams(lefts, left), _bigrams(rights, right)),
        *_shared(_words(lefts, left), _words(rights, right)),
    ]:
        if (i, j) not in seen:
            block = _grow(i, j, lefts, rights, left, right)
            seen |= {(block.i + k, block.j + k) for k in range(block.length)}
            if block.left_cell != block.right_cell:
                blocks.append(block)
    together = _went_together(blocks)
    return [block for block in blocks if block in together or _is_evident(block, company)]


def _words(places: Iterable[int], words: Sequence[str]) -> Iterator[tuple[str, int]]:
    return ((words[i], i) for i in places if weigh(words[i]) >= CONTENT)


def _bigrams(places: Iterable[int], words: Sequence[str]) -> Iterator[tuple[tuple[str, str], int]]:
    return (((words[i], words[k]), i) for i, k in pairwise(places) if k == i + 1)


def _shared(left: Iterable[tuple[_Seed, int]], right: Iterable[tuple[_Seed, int]]) -> list[tuple[int, int]]:
    """Pair the seeds that occur once on the left and once on the right."""
    first, second = _places(left), _places(right)
    return [(i, j) for seed, i in first.items() if i != _REPEATED and (j := second.get(seed, _REPEATED)) != _REPEATED]


def _places(seeds: Iterable[tuple[_Seed, int]]) -> dict[_Seed, int]:
    places: dict[_Seed, int] = {}
    for seed, place in seeds:
        places[seed] = _REPEATED if seed in places else place
    return places


def _grow(
    i: int, j: int, lefts: dict[int, int], rights: dict[int, int], left: Sequence[str], right: Sequence[str]
) -> _Block:
    """Widen a seed to both sides, inside the opcodes it stands in."""
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
    return _Block(sum(map(weigh, left[i + start : i + end])), i + start, j + start, end - start, here, there)


class _Company:
    """What stands beside a block: words that changed a little on the way."""

    def __init__(self, opcodes: Sequence[Opcode], left: Sequence[str], right: Sequence[str]) -> None:
        self.opcodes = opcodes
        self.left = left
        self.right = right

    def count_crossed(self, block: _Block) -> int:
        """Count the words that the block has crossed."""
        first, second = (self.opcodes[n] for n in sorted((block.left_cell, block.right_cell)))
        return max(second.a - first.b, second.c - first.d)

    def find(self, block: _Block) -> list[_Block]:
        """List the pairs of near words or numbers right before and right after the block, in its opcodes."""
        here, there = self.opcodes[block.left_cell], self.opcodes[block.right_cell]
        places = (block.i - 1, block.j - 1), (block.i + block.length, block.j + block.length)
        return [
            _Block(CONTENT, i, j, 1, block.left_cell, block.right_cell, near=True)
            for i, j in places
            if here.a <= i < here.b and there.c <= j < there.d and self._are_near(self.left[i], self.right[j])
        ]

    def _are_near(self, left: str, right: str) -> bool:
        return left != right and min(weigh(left), weigh(right)) >= CONTENT and are_near(left, right)


def _is_evident(block: _Block, company: _Company) -> bool:
    if block.weight >= _EVIDENCE:
        return True
    return block.weight >= CONTENT and (company.count_crossed(block) <= _NEAR or bool(company.find(block)))


def _went_together(blocks: Iterable[_Block]) -> set[_Block]:
    """Find blocks of one content word each, or more, that stand beside each other on both sides, in the same order."""
    together: set[_Block] = set()
    for first, second in pairwise(sorted([b for b in blocks if b.weight >= CONTENT], key=lambda b: b.i)):
        gaps = second.i - first.i - first.length, second.j - first.j - first.length
        if min(gaps) >= 0 and max(gaps) <= _BESIDE:
            together |= {first, second}
    return together


def _choose(blocks: Iterable[_Block], company: _Company) -> list[_Block]:
    """Take the heaviest blocks first, none that overlaps one taken, then their company; in order of the left text."""
    taken: set[tuple[str, int]] = set()
    chosen = _take(sorted(blocks, key=lambda b: (-b.weight, b.i, b.j)), taken)
    chosen += _take([near for block in chosen for near in company.find(block)], taken)
    return sorted(chosen, key=lambda block: block.i)


def _take(blocks: Iterable[_Block], taken: set[tuple[str, int]]) -> list[_Block]:
    """Take each block of whose words none is taken."""
    chosen: list[_Block] = []
    for block in blocks:
        mine = {
            (side, place + k) for side, place in (("left", block.i), ("right", block.j)) for k in range(block.length)
        }
        if not mine & taken:
            taken |= mine
            chosen.append(block)
    return chosen
