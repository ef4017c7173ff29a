"""USX 3 (docs.usfm.bible), as Paratext and the Digital Bible Library keep Scripture: USFM's markers in XML.

A file is a book; several lie in a ZIP. Versions 2 and 3 are read. What a style means, `interchange.scripture` knows.
"""

from workbench.interchange.document import Document
from workbench.interchange.formats.usx.reading import read_book
from workbench.interchange.formats.usx.writing import write_book
from workbench.interchange.options import ReadOptions
from workbench.interchange.scripture.files import read_books, write_books
from workbench.interchange.scripture.telling import losses_of_verses as losses

__all__ = ["losses", "read", "write"]

_ENDING = r"\.usx$"


def read(data: bytes, options: ReadOptions) -> Document:
    """Return what the file, or all files in a ZIP, say; raises `FormatError` with the places of what is wrong."""
    return read_books(data, options, _ENDING, lambda book, gatherer, name: read_book(book, gatherer, name, options))


def write(document: Document) -> bytes:
    """Return USX, of several books or translations a ZIP of it. The same document gives the same bytes."""
    return write_books(document, ".usx", write_book)
