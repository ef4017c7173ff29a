"""A Word document as a manuscript: its body's paragraphs and tables."""

from collections.abc import Iterator
from typing import Any

from workbench.interchange.document import Document
from workbench.interchange.formats.docx.blocks import read_block
from workbench.interchange.formats.docx.package import Package, children, open_package
from workbench.interchange.office.elements import Manuscript, Table
from workbench.interchange.office.pieces import Block
from workbench.interchange.office.reading import read_manuscript
from workbench.interchange.options import ReadOptions
from workbench.interchange.xml import local_name

__all__ = ["read"]

_CONTAINERS = {"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"}


def read(data: bytes, options: ReadOptions) -> Document:
    """Return what the document says; raises `FormatError` with the places of what is wrong."""
    package = open_package(data, options)
    manuscript = Manuscript(list(_elements(package)), package.comments, package.roster)
    return read_manuscript(manuscript, options)


def _elements(package: Package) -> Iterator[Block | Table]:
    for one in _inside(package.body):
        name = local_name(one)
        if name == "p":
            yield read_block(one, package)
        elif name == "tbl":
            yield Table([_cells(row, package) for row in children(one, "tr")])


def _cells(row: Any, package: Package) -> list[list[Block]]:
    cells = (one for one in _inside(row) if local_name(one) == "tc")
    return [[read_block(paragraph, package) for paragraph in _paragraphs(cell)] for cell in cells]


def _inside(element: Any) -> Iterator[Any]:
    """Yield what stands in an element, in content controls too."""
    for one in element:
        if local_name(one) in _CONTAINERS:
            yield from _inside(one)
        else:
            yield one


def _paragraphs(element: Any) -> Iterator[Any]:
    """Yield all paragraphs, those of tables in it cell by cell."""
    for one in _inside(element):
        name = local_name(one)
        if name == "p":
            yield one
        elif name in {"tbl", "tr", "tc"}:
            yield from _paragraphs(one)
