"""A preview of an import as its page shows it: texts with their language and direction of writing."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.corpus.transfer.facing import FacingCell, FacingRow
from workbench.review.transfer.previews import Preview
from workbench.web.reading.words import direction_of

__all__ = ["Facing", "FileText", "facing_rows"]


@dataclass(frozen=True, slots=True)
class FileText:
    """What the file says in one translation."""

    cell: FacingCell
    language: str

    @property
    def direction(self) -> str:
        """The direction in which it is written."""
        return direction_of(self.language)


@dataclass(frozen=True, slots=True)
class Facing:
    """A passage with the file's texts, and the direction of the work's text beside them."""

    row: FacingRow
    texts: Sequence[FileText]
    direction: str


def facing_rows(preview: Preview) -> list[Facing]:
    """Return the rows of the preview's table."""
    direction = direction_of(preview.beside.language) if preview.beside else "auto"
    languages = preview.languages
    return [
        Facing(row, [FileText(cell, languages[cell.siglum]) for cell in row.cells], direction) for row in preview.rows
    ]
