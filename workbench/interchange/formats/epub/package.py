"""What lies in an e-book: its package document, and from it the pages in their order (EPUB 3.3, section 5)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.entities import html5
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import unquote

from workbench.interchange.archives import Archive, open_archive
from workbench.interchange.errors import FormatError, Problem, WrongKind
from workbench.interchange.hypertext.own import Own, read_own
from workbench.interchange.options import ReadOptions
from workbench.interchange.xml import checked_text, local_name, parse_html, parse_xml, text_of

__all__ = ["Book", "open_book", "resolve"]

_PAGES = {"application/xhtml+xml", "text/html", "application/x-dtbook+xml"}
_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,30});")
_XML = {b"amp", b"lt", b"gt", b"quot", b"apos"}


@dataclass(frozen=True, slots=True)
class Book:
    """A book: the paths of its pages in their order, and what its metadata say."""

    archive: Archive
    pages: tuple[str, ...]
    own: Own
    title: str = ""
    language: str = ""

    def page(self, path: str) -> Any:
        """Return the root of a page, read as XML or, where it is none, as browsers do; None where nothing is in it."""
        data = self.archive.read(path)
        try:
            return parse_xml(_ENTITY.sub(_character, data), path)
        except FormatError:
            return parse_html(data.decode("utf-8", errors="replace"))


def open_book(data: bytes, options: ReadOptions) -> Book:
    """Return the book; raises `FormatError` for a file that is none, that is locked, damaged or hostile."""
    archive = open_archive(data, options.max_bytes)
    if "META-INF/container.xml" not in archive.names:
        raise WrongKind("no e-book", "Expected one with a container.xml (EPUB).")
    container = parse_xml(archive.read("META-INF/container.xml"), "META-INF/container.xml")
    path = next((one.get("full-path", "") for one in container.iter() if local_name(one) == "rootfile"), "")
    if path not in archive.names:
        raise WrongKind("no e-book", "Expected one whose container.xml names its package.")
    root = parse_xml(archive.read(path), path)
    pages = tuple(_pages(root, path, archive))
    _refuse_locked(archive, pages)
    metas = [one for one in root.iter() if local_name(one) == "meta"]
    return Book(
        archive,
        pages,
        own=read_own(metas),
        title=_first(root, "title"),
        language=_first(root, "language"),
    )


def resolve(base: str, address: str) -> tuple[str, str]:
    """Return the path and the id that an address leads to from the page `base`; what is elsewhere has no path."""
    target, _, name = address.partition("#")
    if ":" in target or target.startswith("/"):
        return "", ""
    return (normpath(join(dirname(base), unquote(target))) if target else base), unquote(name)


def _pages(root: Any, path: str, archive: Archive) -> Iterator[str]:
    items: Mapping[str, Any] = {one.get("id", ""): one for one in root.iter() if local_name(one) == "item"}
    known = set(archive.names)
    for reference in (one for one in root.iter() if local_name(one) == "itemref"):
        item = items.get(reference.get("idref", ""))
        if item is None or item.get("media-type") not in _PAGES or "nav" in item.get("properties", "").split():
            continue
        target, _ = resolve(path, item.get("href", ""))
        if target in known:
            known.discard(target)
            yield target


def _refuse_locked(archive: Archive, pages: tuple[str, ...]) -> None:
    """Refuse a book whose pages are encrypted (fonts may be)."""
    if "META-INF/encryption.xml" in archive.names:
        root = parse_xml(archive.read("META-INF/encryption.xml"), "META-INF/encryption.xml")
        locked = {unquote(one.get("URI", "")) for one in root.iter() if local_name(one) == "CipherReference"}
        if locked.intersection(pages):
            raise FormatError((Problem("", "The pages of the book are locked (DRM). Expected one without a lock."),))


def _first(root: Any, name: str) -> str:
    found = next((text_of(one) for one in root.iter() if local_name(one) == name), "")
    return " ".join(checked_text(found, name).split())


def _character(found: re.Match[bytes]) -> bytes:
    """Return the character of a name that HTML has and XML has not."""
    known = html5.get(f"{found[1].decode()};")
    return found[0] if known is None or found[1] in _XML else known.encode()
