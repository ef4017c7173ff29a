"""The working value of the comparison: which run of words stands against which."""

from dataclasses import dataclass

__all__ = ["Cell"]


@dataclass(frozen=True, slots=True)
class Cell:
    """Words `a:b` of the left text stand against `c:d` of the right.

    They are the same words (`equal`), or words that a reader takes for each other (`near`), or neither. The cells of
    a comparison cover both texts in order. The two cells of a moved phrase carry the same `move` number, one with
    its words on the left, one with its words on the right.
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
