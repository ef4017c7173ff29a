"""A standing edition as an e-book (EPUB 3.3): the same sheets, with their marks, notes and remarks.

Needs the extra `formats` (lxml): what templates write as HTML is written as XML.
"""

import zipfile
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID
from xml.sax.saxutils import escape, quoteattr

from django.template.loader import render_to_string

from workbench.interchange.extras import load_extra
from workbench.interchange.xml import parse_html
from workbench.web.publishing.edition import Edition
from workbench.web.publishing.sheets import Entry, Reading

__all__ = ["write_book"]

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_CONTAINER = (
    f'{_HEAD}<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="book/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)
_STYLE = """\
h1 { font-size: 1.4em; }
h2 { font-size: 1em; margin: 1.5em 0 0.3em; }
.frozen-version { margin: 0.4em 0; }
.siglum { font-style: italic; margin: 0; }
.quiet { font-size: 0.85em; }
.text { margin: 0; }
ins { text-decoration: underline; }
del { text-decoration: line-through; }
.touched { text-decoration: underline; text-decoration-style: dotted; }
.hidden-words { display: none; }
.frozen-remark { margin: 0.6em 0 0.6em 1em; border-left: 2px solid; padding-left: 0.6em; font-size: 0.9em; }
.footnotes { font-size: 0.85em; }
"""


def write_book(edition: Edition, target: Path) -> None:
    """Write the book, sheet by sheet. Raises `FormatError` where the extra is not installed."""
    reading = Reading(edition.work, edition.view)
    names = [f"page-{number}" for number in range(1, reading.pages + 1)]
    shared = {"edition": edition, "work": edition.work, "state": edition}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(zipfile.ZipInfo("mimetype"), "application/epub+zip")  # stored, and first
        file.writestr("META-INF/container.xml", _CONTAINER)
        file.writestr("book/style.css", _STYLE)
        file.writestr(
            "book/title.xhtml", _page(edition.title, render_to_string("web/publishing/book_title.html", shared))
        )
        for number, name in enumerate(names, 1):
            body = render_to_string("web/publishing/text.html", {"sheet": reading.sheet(number)})
            file.writestr(f"book/{name}.xhtml", _page(edition.title, body))
        file.writestr("book/nav.xhtml", _contents(edition.title, list(_spans(reading))))
        file.writestr("book/content.opf", _package(edition, ["title", *names]))


def _page(title: str, html: str) -> str:
    root = parse_html(f"<html><body>{html}</body></html>")
    return _xhtml(title, _as_xml(root.find("body")) if root is not None else "<body></body>")


def _as_xml(body: Any) -> str:
    """Return an element as XML: every `lang` also as XML says it."""
    for element in body.iter():
        if "lang" in element.attrib:
            element.set("{http://www.w3.org/XML/1998/namespace}lang", element.attrib["lang"])
    written: str = load_extra("lxml.etree").tostring(body, encoding="unicode", method="xml")
    return written


def _xhtml(title: str, body: str) -> str:
    return (
        f'{_HEAD}<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops">\n<head><title>{escape(title)}</title>'
        f'<link rel="stylesheet" type="text/css" href="style.css"/></head>\n{body}\n</html>\n'
    )


def _spans(reading: Reading) -> Iterator[tuple[int, Entry, Entry]]:
    for number in range(1, reading.pages + 1):
        found = [one for one in reading.entries if one.page == number]
        if found:
            yield number, found[0], found[-1]


def _contents(title: str, spans: Sequence[tuple[int, Entry, Entry]]) -> str:
    rows = "".join(
        f'<li><a href="page-{number}.xhtml">{escape(first.heading or f"{first.reference} – {last.reference}")}</a></li>'
        for number, first, last in spans
    )
    cover = f'<li><a href="title.xhtml">{escape(title)}</a></li>'
    return _xhtml(title, f'<body><nav epub:type="toc"><h1>{escape(title)}</h1><ol>{cover}{rows}</ol></nav></body>')


def _package(edition: Edition, names: Sequence[str]) -> str:
    work = edition.work
    languages = list(dict.fromkeys(one.language for one in work.translations if one.language)) or ["und"]
    people = list(dict.fromkeys(filter(None, [work.author, *(one.translator for one in work.translations)])))
    name = edition.digest or sha256(repr(work).encode("utf-8", "surrogatepass")).hexdigest()
    rights = [f"{one.siglum}: {one.rights}" for one in work.translations if one.rights]
    metadata = [
        f'<dc:identifier id="name">urn:uuid:{UUID(hex=name[:32], version=5)}</dc:identifier>',
        f"<dc:title>{escape(edition.title)}</dc:title>",
        *(f"<dc:language>{escape(one)}</dc:language>" for one in languages),
        *(f"<dc:creator>{escape(one)}</dc:creator>" for one in people),
        *(f"<dc:rights>{escape(one)}</dc:rights>" for one in rights),
        f"<dc:date>{edition.day.isoformat()}</dc:date>",
        f'<meta property="dcterms:modified">{edition.day.isoformat()}T00:00:00Z</meta>',
    ]
    items = "".join(
        f'<item id={quoteattr(one)} href={quoteattr(f"{one}.xhtml")} media-type="application/xhtml+xml"/>'
        for one in names
    )
    spine = "".join(f"<itemref idref={quoteattr(one)}/>" for one in names)
    return (
        f'{_HEAD}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="name">\n'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{"".join(metadata)}</metadata>\n'
        '<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        f'<item id="style" href="style.css" media-type="text/css"/>{items}</manifest>\n'
        f"<spine>{spine}</spine>\n</package>\n"
    )
