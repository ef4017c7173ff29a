"""Verses between milestones: a point where one begins, and one where the last of its words ends."""

from collections.abc import Mapping

from workbench.interchange.scripture.elements import Pieces

__all__ = ["VersePieces"]


class VersePieces(Pieces):
    """Pieces of a book, in which one verse is open at most: `verse` is its name, "" where none is.

    `name_of_end` is the attribute by which the point where it ends names it ("eid").
    """

    def __init__(self, name_of_end: str) -> None:
        super().__init__()
        self.verse = ""
        self._name_of_end = name_of_end
        self._begun_at = self._ends_at = 0

    @property
    def is_wordless(self) -> bool:
        """Whether nothing was said yet in the open verse."""
        return self.verse != "" and self._ends_at == len(self)

    @property
    def is_at_verse(self) -> bool:
        """Whether the point where the verse begins was written last."""
        return self._begun_at == len(self) - 1

    def begin_verse(self, verse: str, attributes: Mapping[str, str]) -> None:
        """End the verse that is open, and begin one."""
        self.end_verse()
        self.verse = verse
        self._begun_at = len(self)
        self.point("verse", attributes)
        self.reach()

    def add_to_verse(self, name: str, value: str) -> None:
        """Add an attribute to the point where the verse begins."""
        self.add_attribute(self._begun_at, name, value)

    def reach(self) -> None:
        """Say that what was written last belongs to the verse."""
        self._ends_at = len(self)

    def end_verse(self) -> None:
        """Write that the verse ends where the last of its words does, if one is open."""
        if self.verse:
            self.insert_point(self._ends_at, "verse", {self._name_of_end: self.verse})
        self.verse = ""
