"""The working value of the comparison: which run of words stands against which."""

from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

__all__ = ["Opcode", "Row", "opcode_of", "opcodes_of", "swap_sides"]


class Opcode(NamedTuple):
    """Words `a:b` of the left text stand against `c:d` of the right.

    They are the same words (`equal`), or words that a reader takes for each other (`near`), or neither. The opcodes
    of a comparison cover both texts in order. The two opcodes of a moved phrase carry the same `move` number, one with
    its words on the left, one with its words on the right; `near` ones if it is a word that changed on the way. (A
    tuple, because a page is made of many thousand.)
    """

    equal: bool
    a: int
    b: int
    c: int
    d: int
    near: bool = False
    move: int | None = None


Row = tuple[bool, int, int, int, int, bool, int | None]
opcode_of = partial(tuple.__new__, Opcode)  # a row as a opcode, three times as fast as Opcode(...)


def opcodes_of(rows: Iterable[Row]) -> list[Opcode]:
    """Make opcodes of rows that hold all their fields."""
    return list(map(opcode_of, rows))


def swap_sides(opcodes: Iterable[Opcode]) -> list[Opcode]:
    """Return the opcodes with the sides swapped."""
    return opcodes_of([(equal, c, d, a, b, near, move) for equal, a, b, c, d, near, move in opcodes])
