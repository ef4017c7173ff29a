"""E-books (EPUB 3.3, 2 as well in): a work as a book with a table of contents, notes and languages; any book in.

`package` finds the pages of a book in their order, `reading` makes a work of them, `writing` a book of a work;
`interchange/hypertext` has what a web page has as well.
"""

from workbench.interchange.document import Document
from workbench.interchange.formats.epub.reading import read
from workbench.interchange.formats.epub.writing import work_of_book, write
from workbench.interchange.hypertext import losses as hypertext

__all__ = ["losses", "read", "write"]


def losses(document: Document) -> tuple[str, ...]:
    """Say in sentences what the book does not carry. Raises `FormatError` for what makes no book."""
    work_of_book(document)
    return hypertext.losses(document)
