"""A preview of an import as its page shows it: texts with their language, direction of writing and changes."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from workbench.corpus.transfer.facing import FacingCell, FacingRow
from workbench.review.transfer.previews import Preview
from workbench.text.words.languages import direction_of
from workbench.web.texts.history import compare_states
from workbench.web.typesetting.marking import mark_text

__all__ = ["Facing", "FileText", "facing_rows"]


SHOWN = 400
COMPARED = 20_000
"""Longer texts (code points of both) are not compared word by word here: a page shows many of them."""


@dataclass(frozen=True, slots=True)
class FileText:
    """What the file says in one translation. `html` is the text, with the changes it makes where the work's differs."""

    cell: FacingCell
    language: str
    html: SafeString

    @property
    def direction(self) -> str:
        """The direction in which it is written."""
        return direction_of(self.language)


@dataclass(frozen=True, slots=True)
class Facing:
    """A passage with the file's texts; `beside` is what the work has there, cut short where all is the same."""

    row: FacingRow
    texts: Sequence[FileText]
    beside: str
    direction: str


def facing_rows(preview: Preview) -> list[Facing]:
    """Return the rows of the preview's table."""
    return [_facing(row, preview, str(place)) for place, row in enumerate(preview.rows)]


def _facing(row: FacingRow, preview: Preview, id_stem: str) -> Facing:
    texts = [_text(cell, preview.languages[cell.siglum], f"p{id_stem}-{place}") for place, cell in enumerate(row.cells)]
    is_same = bool(texts) and all(cell.state in {"same", "absent"} for cell in row.cells)
    direction = direction_of(preview.beside.language) if preview.beside else "auto"
    return Facing(row, texts, _shorten(row.beside, 80 if is_same else SHOWN), direction)


def _text(cell: FacingCell, language: str, id_stem: str) -> FileText:
    if cell.state == "differs" and len(cell.text) + len(cell.stored) <= COMPARED:
        return FileText(cell, language, compare_states(cell.stored, cell.text, id_stem))
    return FileText(cell, language, mark_text(_shorten(cell.text)))


def _shorten(text: str, length: int = SHOWN) -> str:
    return text if len(text) <= length else f"{text[:length]}…"
