"""What a file of either kind is made of, read: paragraphs and tables in their order, and comments beside them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from workbench.interchange.office.pieces import Block

__all__ = ["ROSTER", "Comment", "Manuscript", "Table", "paragraphs_of"]

ROSTER = "Workbench translations"
"""The custom property in which files of ours say which translations they hold."""


@dataclass(slots=True)
class Comment:
    """A comment: `parent` is the name of the one it answers, "" for one that opens a thread."""

    author: str
    date: str
    body: str
    parent: str = ""
    is_resolved: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: rows of cells of paragraphs, those of tables inside a cell among them."""

    rows: Sequence[Sequence[Sequence[Block]]]

    def cells(self) -> list[list[Block]]:
        """Return the rows with each cell as one text, a line a paragraph."""
        return [[_joined(cell) for cell in row] for row in self.rows]


@dataclass(slots=True)
class Manuscript:
    """A file that was read. Comments are by the names that the paragraphs have for them."""

    elements: Sequence[Block | Table]
    comments: Mapping[str, Comment] = field(default_factory=dict)
    roster: Sequence[str] = ()

    @property
    def tables(self) -> list[Table]:
        """The tables."""
        return [one for one in self.elements if isinstance(one, Table)]

    @property
    def beside(self) -> list[Block]:
        """The paragraphs that stand in no table."""
        return [one for one in self.elements if isinstance(one, Block)]


def paragraphs_of(elements: Sequence[Block | Table]) -> Iterator[Block]:
    """Yield all paragraphs in their order, those of tables cell by cell."""
    for one in elements:
        if isinstance(one, Block):
            yield one
        else:
            yield from (block for row in one.rows for cell in row for block in cell)


def _joined(paragraphs: Sequence[Block]) -> Block:
    """Return paragraphs as one text; they themselves stay what they are, for a table is looked at more than once."""
    if len(paragraphs) == 1:
        return paragraphs[0]
    block = paragraphs[0].copy() if paragraphs else Block()
    for one in paragraphs[1:]:
        block.extend(one)
    return block
