"""E-books (EPUB 3.3, 2 as well in): a work as a book with a table of contents, notes and languages; any book in.

`package` finds the pages of a book in their order, `reading` makes a work of them, `writing` a book of a work;
`interchange/hypertext` has what a web page has as well.
"""

from workbench.interchange.formats.epub.reading import read
from workbench.interchange.formats.epub.writing import write
from workbench.interchange.hypertext.losses import losses

__all__ = ["losses", "read", "write"]
