"""From rows to links: which words of one text answer which of the other."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from workbench.text.difference.opcodes import Row
from workbench.text.words.keys import Keys
from workbench.text.words.spans import Span

__all__ = ["Link", "LinkKind", "link"]

LinkKind = Literal["equal", "near", "moved"]


class Link(NamedTuple):
    """Which words answer which: the same words, near-equal ones, or words that stand elsewhere."""

    left: Span
    right: Span
    kind: LinkKind


def link(rows: Sequence[Row], left: Keys, right: Keys) -> tuple[Link, ...]:
    """Link equal words one by one, near ones, moved ones at their left end, and a changed phrase as a whole."""
    arrivals = {move: (c, d) for _, _, _, c, d, _, move in rows if move is not None and c < d}
    links: list[Link] = []
    for equal, a, b, c, d, near, move in rows:
        if equal:
            links += _word_by_word("equal", left, (a, b), right, (c, d))
        elif move is not None and a < b:
            links += _word_by_word("near" if near else "moved", left, (a, b), right, arrivals[move])
        elif a < b and c < d:
            spans = Span(left.starts[a], left.ends[b - 1]), Span(right.starts[c], right.ends[d - 1])
            links.append(Link(*spans, "near"))
    return tuple(links)


def _word_by_word(
    kind: LinkKind, left: Keys, here: tuple[int, int], right: Keys, there: tuple[int, int]
) -> Iterator[Link]:
    lefts = map(Span, left.starts[slice(*here)], left.ends[slice(*here)])
    rights = map(Span, right.starts[slice(*there)], right.ends[slice(*there)])
    return (Link(mine, theirs, kind) for mine, theirs in zip(lefts, rights, strict=True))
