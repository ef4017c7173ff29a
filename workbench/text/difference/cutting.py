"""Cutting what moved out of a changed opcode."""

from collections.abc import Iterable

from workbench.text.difference.opcodes import Opcode

__all__ = ["Cut", "cut_out"]

Cut = tuple[int, int, int]  # words start:end, and the number of their move
_Part = tuple[int, int | None]  # where it ends, and the number of its move


def cut_out(opcode: Opcode, leaving: Iterable[Cut], coming: Iterable[Cut]) -> list[Opcode]:
    """Cut the words that leave its left side and those that come to its right out of one opcode; none overlap."""
    return _weave(opcode, _parts(opcode.a, opcode.b, sorted(leaving)), _parts(opcode.c, opcode.d, sorted(coming)))


def _parts(start: int, end: int, cuts: Iterable[Cut]) -> list[_Part]:
    """List what a side falls into, in order: where each part ends, and its number if it moved."""
    parts: list[_Part] = []
    for a, b, move in cuts:
        parts += [(a, None)] if start < a else []
        parts.append((b, move))
        start = b
    return [*parts, (end, None)] if start < end else parts


def _weave(opcode: Opcode, lefts: list[_Part], rights: list[_Part]) -> list[Opcode]:
    """Put the parts of both sides in one order: moved ones alone, what stays against what stays."""
    opcodes: list[Opcode] = []
    a, c = opcode.a, opcode.c
    while lefts or rights:
        left, right = (lefts or [(a, None)])[0], (rights or [(c, None)])[0]
        move = left[1] if left[1] is not None else right[1]
        b = left[0] if left[1] is not None or right[1] is None else a
        d = right[0] if left[1] is None else c
        opcodes.append(Opcode(False, a, b, c, d, move=move))
        lefts, rights = lefts[b > a :], rights[d > c :]
        a, c = b, d
    return opcodes
