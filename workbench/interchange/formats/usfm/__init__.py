"""USFM 3.1 (docs.usfm.bible), as Paratext and its kin write it: a file a book, several in a ZIP.

Read are texts, headings, notes, lines of verse, marked words, milestones, bridges and parts of verses; USFM 2 and 3
are read as well. What is meant in a marker, `interchange.scripture` knows.
"""

from workbench.interchange.document import Document
from workbench.interchange.formats.usfm.reading import read_book
from workbench.interchange.formats.usfm.writing import write_book
from workbench.interchange.options import ReadOptions
from workbench.interchange.scripture.files import read_books, write_books
from workbench.interchange.scripture.telling import losses_of_verses as losses

__all__ = ["losses", "read", "write"]

_ENDING = r"\.(?:usfm|sfm|ptx|u\d\d)$"


def read(data: bytes, options: ReadOptions) -> Document:
    """Return what the file, or all files in a ZIP, say; raises `FormatError` with the places of what is wrong."""
    return read_books(data, options, _ENDING, lambda book, gatherer, name: read_book(book, gatherer, name, options))


def write(document: Document) -> bytes:
    """Return USFM, of several books or translations a ZIP of it. The same document gives the same bytes."""
    return write_books(document, ".usfm", write_book)
