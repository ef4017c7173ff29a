"""The one door to every XML: no entity is taken for what it stands for, nothing is read from disk or network.

A document type may be named, but declares no entities. Elements lie in each other at most 256 deep (libxml2's own
bound), have at most 1,000 attributes, and are counted before they are read, for each takes some hundred bytes of
memory; large files are read in pieces (`iterate_elements`) or told (`tell_xml`). Text is checked as everywhere else.
"""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.extras import load_extra
from workbench.interchange.limits import MAX_BYTES
from workbench.text.words.validity import InvalidText, check_text, describe_character

__all__ = [
    "XML_LANG",
    "XML_SPACE",
    "Listener",
    "checked_text",
    "forget",
    "iterate_elements",
    "local_name",
    "parse_html",
    "parse_xml",
    "refuse_crowded",
    "stream_elements",
    "tell_xml",
    "text_of",
    "to_bytes",
]

MAX_ELEMENTS = 600_000
MAX_ELEMENTS_IN_PIECES = 8_000_000
MAX_ELEMENTS_TOLD = 3_000_000
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_ENTITIES = tuple("<!ENTITY".encode(name) for name in ("ascii", "utf-16-le", "utf-16-be"))
_CROWDED = re.compile(rb"<\w(?>[^<>\"']+|\"[^\"<]*\"|'[^'<]*'){%d}" % (2 * 1000 + 2))
_UNKNOWN = re.compile(rb"&(?!#|(?:amp|lt|gt|quot|apos);)[^;\s]{1,40};")
_SUBSET = re.compile(
    rb"(\A(?:\xef\xbb\xbf)?(?>\s++|<\?.*?\?>|<!--.*?-->)*+<!DOCTYPE[^\[>]*+)"
    rb"\[(?>\"[^\"]*+\"|'[^']*+'|<!--.*?-->|<\?.*?\?>|[^\]\"'])*+\]",
    re.DOTALL,
)
_PIECE = 65_536
_SAFE = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False, "remove_pis": True}
_TOLD = {**_SAFE, "resolve_entities": "internal"}  # none is declared; with False, lxml tells `&amp;` as `&#38;`


def parse_xml(data: bytes, where: str = "", max_bytes: int = MAX_BYTES) -> Any:
    """Return the root of a small document, comments left out. Raises `FormatError` with the place of what is wrong."""
    _look_over(data, where, max_bytes, MAX_ELEMENTS)
    etree = load_extra("lxml.etree")
    try:
        return etree.fromstring(data, etree.XMLParser(remove_comments=True, **_SAFE))
    except etree.XMLSyntaxError as error:
        raise _ill_formed(error, where) from error


def refuse_crowded(data: bytes, max_bytes: int = MAX_BYTES) -> None:
    """Raise `FormatError` for a document of too many elements, before anybody takes the time to decode it."""
    _look_over(data, "", max_bytes, MAX_ELEMENTS)


def parse_html(text: str, max_bytes: int = MAX_BYTES) -> Any:
    """Return the root of a web page as browsers read it, or None where there is nothing; raises `FormatError`."""
    data = text.encode()
    _look_over(data, "", max_bytes, MAX_ELEMENTS)
    etree = load_extra("lxml.etree")
    options = {"encoding": "utf-8", "remove_comments": True, "remove_pis": True, "no_network": True}
    try:
        return etree.fromstring(data, etree.HTMLParser(huge_tree=False, **options)) if data.strip() else None
    except etree.XMLSyntaxError as error:
        raise _refusal("", f"This is no web page that can be read: {error.msg}.") from error


def iterate_elements(data: bytes, tags: Sequence[str], where: str = "", max_bytes: int = MAX_BYTES) -> Iterator[Any]:
    """Yield each element of these tags (`{namespace}name`, `{*}name`) when it ends; after its turn it is forgotten.

    Memory stays bounded however large the document. Raises `FormatError` with the place of what is wrong.
    """
    _look_over(data, where, max_bytes, MAX_ELEMENTS_IN_PIECES)
    etree = load_extra("lxml.etree")
    try:
        for _, element in etree.iterparse(io.BytesIO(data), tag=list(tags), remove_comments=True, **_SAFE):
            yield element
            forget(element)
    except etree.XMLSyntaxError as error:
        raise _ill_formed(error, where) from error


class Listener(Protocol):
    """Somebody who is told a document as it goes by. Tags are `{namespace}name`."""

    def start(self, tag: str, attributes: Mapping[str, str], /) -> None:
        """An element begins."""

    def data(self, words: str, /) -> None:
        """Words; what stands together may be told in pieces."""

    def end(self, tag: str, /) -> None:
        """An element ends."""

    def close(self) -> None:
        """The document ends."""


def tell_xml(data: bytes, listener: Listener, where: str = "", max_bytes: int = MAX_BYTES) -> None:
    """Tell a document to somebody; nothing of it is kept. Raises `FormatError` with the place of what is wrong."""
    _look_over(data, where, max_bytes, MAX_ELEMENTS_TOLD)
    if refusal := _undeclared(data, data, where):
        raise refusal
    etree = load_extra("lxml.etree")
    try:
        etree.fromstring(data, etree.XMLParser(target=listener, **_TOLD))
    except etree.XMLSyntaxError as error:
        raise _ill_formed(error, where) from error


def stream_elements(data: bytes, where: str = "", max_bytes: int = MAX_BYTES) -> Iterator[tuple[str, Any]]:
    """Yield ("start", element) and ("end", element) of every element, in order; who is done with one may `forget` it.

    The declarations of a document type are left out first, so that an entity which they name is unknown, and an
    `xml:id` may stand twice. Raises `FormatError` with the place of what is wrong.
    """
    _refuse_full(data, where, max_bytes, MAX_ELEMENTS_IN_PIECES)
    bare = _SUBSET.sub(rb"\1", data, count=1)
    _look_over(bare, where, max_bytes, MAX_ELEMENTS_IN_PIECES)
    etree = load_extra("lxml.etree")
    parser = etree.XMLPullParser(("start", "end"), remove_comments=True, collect_ids=False, **_SAFE)
    try:
        for at in range(0, len(bare), _PIECE):
            parser.feed(bare[at : at + _PIECE])
            yield from parser.read_events()
        parser.close()
        yield from parser.read_events()
    except etree.XMLSyntaxError as error:
        raise _undeclared(data, bare, where) or _ill_formed(error, where) from error


def forget(element: Any) -> None:
    """Empty an element that has been read, and drop those that stood before it."""
    element.clear(keep_tail=False)
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def local_name(element: Any) -> str:
    """Return the name of an element without its namespace, "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def text_of(element: Any) -> str:
    """Return all text of an element and what lies in it."""
    return "".join(element.itertext())


def checked_text(text: str, where: str) -> str:
    """Return a text of a document as it may be stored; raises `FormatError` with its place."""
    try:
        return check_text(text)
    except InvalidText as error:
        message = f"{describe_character(error.character)} may not be stored."
        raise FormatError((Problem(where, message),)) from error


def to_bytes(root: Any, doctype: str | None = None) -> bytes:
    """Return a document as UTF-8 with its declaration."""
    etree = load_extra("lxml.etree")
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", doctype=doctype)
    return written


def _look_over(data: bytes, where: str, max_bytes: int, most: int) -> None:
    _refuse_full(data, where, max_bytes, most)
    if any(entity in data for entity in _ENTITIES):
        raise _refusal(where, "It declares entities. Expected a document without.")
    if _CROWDED.search(data):
        raise _refusal(where, "Expected at most 1,000 attributes of an element.")


def _refuse_full(data: bytes, where: str, max_bytes: int, most: int) -> None:
    if len(data) > max_bytes:
        raise _refusal(where, f"The file has {len(data):,} bytes. Expected at most {max_bytes:,}.")
    if data.count(b"<") > 2 * most:
        raise _refusal(where, f"Expected at most {most:,} elements.")


def _undeclared(data: bytes, bare: bytes, where: str) -> FormatError | None:
    """Return the refusal of a document with a type whose `bare` text uses an entity, None where it uses none."""
    found = _UNKNOWN.search(bare) if b"<!DOCTYPE" in data else None
    if found is None:
        return None
    why = "that it does not declare" if bare == data else "whose declaration is not read"
    return _refusal(where, f"It uses {found[0].decode(errors='replace')}, an entity {why}.")


def _ill_formed(error: Any, where: str) -> FormatError:
    line, column = error.position
    place = f"line {line}, character {column}"
    return _refusal(f"{where}, {place}" if where else place, f"This is no well-formed XML: {error.msg}.")


def _refusal(where: str, message: str) -> FormatError:
    return FormatError((Problem(where, message),))
