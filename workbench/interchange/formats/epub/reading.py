"""An e-book as a work: its pages in their order, notes from wherever in the book they stand."""

from collections.abc import Callable, Mapping
from typing import Any

from workbench.interchange.document import Document
from workbench.interchange.formats.epub.package import Book, open_book, resolve
from workbench.interchange.hypertext.documents import Pages
from workbench.interchange.hypertext.paragraphs import notes_of
from workbench.interchange.limits import MAX_LINE
from workbench.interchange.options import ReadOptions

__all__ = ["read"]


def read(data: bytes, options: ReadOptions) -> Document:
    """Return what the book says; raises `FormatError` for one without text, and with the places of what is wrong."""
    book = open_book(data, options)
    shelf = _Notes(book)
    pages = Pages(book.own, book.language)
    for path in book.pages:
        root = book.page(path)
        if root is not None:
            shelf.enter(path, root)
            pages.take(root, shelf.look_up(path))
    return pages.document(options, "" if book.own.roster else book.title[:MAX_LINE])


class _Notes:
    """The notes of a book by page and id; a page of notes behind the text is read when it is first called for."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._known: dict[str, Mapping[str, str]] = {}

    def enter(self, path: str, root: Any) -> None:
        """Keep the notes of a page."""
        self._known.setdefault(path, notes_of(root))

    def look_up(self, base: str) -> Callable[[str], str | None]:
        """Return what says what a note says that is called from the page `base`."""

        def find(address: str) -> str | None:
            path, name = resolve(base, address)
            if path in self._book.pages and path not in self._known:
                root = self._book.page(path)
                self._known[path] = notes_of(root) if root is not None else {}
            return self._known.get(path, {}).get(name)

        return find
