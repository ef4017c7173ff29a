"""From opcodes to links: which words of one text answer which of the other."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from workbench.text.difference.opcodes import Opcode
from workbench.text.words.keys import Keys
from workbench.text.words.spans import Span

__all__ = ["Link", "LinkKind", "link"]

LinkKind = Literal["equal", "near", "moved"]


class Link(NamedTuple):
    """Which words answer which: the same words, near-equal ones, or words that stand elsewhere."""

    left: Span
    right: Span
    kind: LinkKind


def link(opcodes: Sequence[Opcode], left: Keys, right: Keys) -> tuple[Link, ...]:
    """Link equal words one by one, near ones, moved ones at their left end, and a changed phrase as a whole."""
    arrivals = {opcode.move: opcode for opcode in opcodes if opcode.move is not None and opcode.c < opcode.d}
    links: list[Link] = []
    for opcode in opcodes:
        if opcode.equal:
            links += _word_by_word("equal", opcode, opcode, left, right)
        elif opcode.move is not None and opcode.a < opcode.b:
            links += _word_by_word("near" if opcode.near else "moved", opcode, arrivals[opcode.move], left, right)
        elif opcode.a < opcode.b and opcode.c < opcode.d:
            spans = (
                Span(left.starts[opcode.a], left.ends[opcode.b - 1]),
                Span(right.starts[opcode.c], right.ends[opcode.d - 1]),
            )
            links.append(Link(*spans, "near"))
    return tuple(links)


def _word_by_word(kind: LinkKind, here: Opcode, there: Opcode, left: Keys, right: Keys) -> Iterator[Link]:
    lefts = map(Span, left.starts[here.a : here.b], left.ends[here.a : here.b])
    rights = map(Span, right.starts[there.c : there.d], right.ends[there.c : there.d])
    return (Link(mine, theirs, kind) for mine, theirs in zip(lefts, rights, strict=True))
