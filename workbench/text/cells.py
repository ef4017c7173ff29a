"""The working value of the comparison: which run of words stands against which."""

from typing import NamedTuple

__all__ = ["Cell"]


class Cell(NamedTuple):
    """Words `a:b` of the left text stand against `c:d` of the right.

    They are the same words (`equal`), or words that a reader takes for each other (`near`), or neither. The cells of a
    comparison cover both texts in order. The two cells of a moved phrase carry the same `move` number, one with its
    words on the left, one with its words on the right. (A tuple, because a page is made of many thousand.)
    """

    equal: bool
    a: int
    b: int
    c: int
    d: int
    near: bool = False
    move: int | None = None

    def swapped(self) -> "Cell":
        """Return the cell with the sides swapped."""
        return Cell(self.equal, self.c, self.d, self.a, self.b, self.near, self.move)
