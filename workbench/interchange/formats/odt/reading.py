"""An OpenDocument text as a manuscript: its paragraphs and tables."""

from collections.abc import Iterator
from typing import Any

from workbench.interchange.document import Document
from workbench.interchange.formats.odt.blocks import BlockReader
from workbench.interchange.formats.odt.package import open_package
from workbench.interchange.office.elements import Manuscript, Table
from workbench.interchange.office.outline import Outline
from workbench.interchange.office.pieces import Block
from workbench.interchange.office.reading import read_manuscript
from workbench.interchange.options import ReadOptions
from workbench.interchange.xml import local_name

__all__ = ["read"]

_CONTAINERS = (
    "section", "list", "list-item", "list-header", "index-body", "index-title", "numbered-paragraph", "text-content",
    "table-header-rows", "table-rows", "table-row-group",
)  # fmt: skip
_OUTLINE = Outline(
    containers=frozenset(_CONTAINERS),
    paragraphs=frozenset({"p", "h"}),
    tables=frozenset({"table", "table-row", "table-cell"}),
)


def read(data: bytes, options: ReadOptions) -> Document:
    """Return what the document says; raises `FormatError` with the places of what is wrong."""
    package = open_package(data, options)
    elements = list(_elements(package.text, BlockReader(package)))
    return read_manuscript(Manuscript(elements, package.comments, package.roster), options)


def _elements(element: Any, reader: BlockReader) -> Iterator[Block | Table]:
    for one in _OUTLINE.inside(element):
        name = local_name(one)
        if name in _OUTLINE.paragraphs:
            yield reader.read(one)
        elif name == "table":
            yield Table([_cells(row, reader) for row in _OUTLINE.inside(one) if local_name(row) == "table-row"])
        elif name in {"change-start", "change-end"}:
            reader.open_or_close(one)


def _cells(row: Any, reader: BlockReader) -> list[list[Block]]:
    return [
        [reader.read(paragraph) for paragraph in _OUTLINE.paragraphs_in(cell)]
        for cell in row
        if local_name(cell) in {"table-cell", "covered-table-cell"}
    ]
