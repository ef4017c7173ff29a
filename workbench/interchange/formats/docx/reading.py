"""A Word document as a manuscript: its body's paragraphs and tables."""

from collections.abc import Iterator
from typing import Any

from workbench.interchange.document import Document
from workbench.interchange.formats.docx.blocks import read_block
from workbench.interchange.formats.docx.package import Package, children, open_package
from workbench.interchange.office.elements import Manuscript, Table
from workbench.interchange.office.outline import Outline
from workbench.interchange.office.pieces import Block
from workbench.interchange.office.reading import read_manuscript
from workbench.interchange.options import ReadOptions
from workbench.interchange.xml import local_name

__all__ = ["read"]

_OUTLINE = Outline(
    containers=frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"}),
    paragraphs=frozenset({"p"}),
    tables=frozenset({"tbl", "tr", "tc"}),
)


def read(data: bytes, options: ReadOptions) -> Document:
    """Return what the document says; raises `FormatError` with the places of what is wrong."""
    package = open_package(data, options)
    manuscript = Manuscript(list(_elements(package)), package.comments, package.roster)
    return read_manuscript(manuscript, options)


def _elements(package: Package) -> Iterator[Block | Table]:
    for one in _OUTLINE.inside(package.body):
        name = local_name(one)
        if name == "p":
            yield read_block(one, package)
        elif name == "tbl":
            yield Table([_cells(row, package) for row in children(one, "tr")])


def _cells(row: Any, package: Package) -> list[list[Block]]:
    cells = (one for one in _OUTLINE.inside(row) if local_name(one) == "tc")
    return [[read_block(paragraph, package) for paragraph in _OUTLINE.paragraphs_in(cell)] for cell in cells]
