"""The values a collation is made of: a place of the table, and who reads the same there."""

from dataclasses import dataclass

from workbench.text.collation.rows import Words
from workbench.text.words.spans import Span

__all__ = ["Column", "Groups"]

Groups = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One place of the table.

    `cells`: for each witness, in the order the texts were given, the span of its text that stands here,
    or None.
    `groups`: the witnesses (by index) parted by what they read, so that each is in exactly one group:
    first the group of the base, if one was chosen, then the largest, ties by their words; those with
    nothing here last.
    `keys`: for each witness the numbers of its words here, equal where the reading counts as equal. The
    numbers mean nothing outside of the collation.
    """

    cells: tuple[Span | None, ...]
    groups: Groups
    keys: tuple[Words, ...]

    @property
    def is_variant(self) -> bool:
        """Whether the witnesses part here."""
        return len(self.groups) > 1
