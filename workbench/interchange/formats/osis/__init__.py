"""OSIS 2.1 (Open Scripture Information Standard), as SWORD and archives have it: a Bible, or several, in one file.

Verses may be elements or lie between milestones. What is told in USFM's terms, `interchange.scripture` knows; `terms`
says which element is which of them.
"""

from workbench.interchange.document import Document
from workbench.interchange.formats.osis.reading import read_texts
from workbench.interchange.formats.osis.writing import write_texts
from workbench.interchange.options import ReadOptions
from workbench.interchange.scripture.files import document_of_texts
from workbench.interchange.scripture.telling import losses_of_verses as losses

__all__ = ["losses", "read", "write"]


def read(data: bytes, options: ReadOptions) -> Document:
    """Return what the file says; raises `FormatError` with the places of what is wrong."""
    return document_of_texts(read_texts(data, options), options)


def write(document: Document) -> bytes:
    """Return OSIS, of several translations a corpus. The same document gives the same bytes."""
    return write_texts(document)
