"""A standing edition as an e-book (EPUB 3.3): the same sheets, with their marks, notes and remarks, the register of
differences, the plots and the glossary. What needs a script (search, a choice of columns) is left out.

Needs the extra `formats` (lxml): what templates write as HTML is written as XML.
"""

import zipfile
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID
from xml.sax.saxutils import escape

from django.template.loader import render_to_string
from django.utils.translation import gettext

from workbench.interchange.extras import load_extra
from workbench.interchange.xml import parse_html
from workbench.web.publishing.edition import Edition
from workbench.web.publishing.figures import read_figures
from workbench.web.publishing.sheets import PER_PAGE, Reading
from workbench.web.publishing.terms import list_terms

__all__ = ["write_book"]

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_CONTAINER = (
    f'{_HEAD}<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="book/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)
_CASED = {"viewbox": "viewBox", "preserveaspectratio": "preserveAspectRatio", "textlength": "textLength"}
"""What a reader of web pages writes small, and drawings do not."""
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
.footnotes, .edition-apparatus { font-size: 0.85em; }
.peak { fill: #bbb; }
.mean { fill: #555; }
svg { max-width: 100%; }
td, th { padding: 0.1em 0.4em; text-align: start; vertical-align: top; }
dt { margin-top: 0.6em; font-weight: bold; }
"""


def write_book(edition: Edition, target: Path) -> None:
    """Write the book, sheet by sheet. Raises `FormatError` where the extra is not installed."""
    reading = Reading(edition.work, edition.view)
    written = [_Chapter("title", edition.title)]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(zipfile.ZipInfo("mimetype"), "application/epub+zip")  # stored, and first
        file.writestr("META-INF/container.xml", _CONTAINER)
        file.writestr("book/style.css", _STYLE)
        file.writestr("book/title.xhtml", _page(edition.title, _body(edition, "book_title", {})))
        for chapter, body in _chapters(edition, reading):
            file.writestr(f"book/{chapter.name}.xhtml", _page(chapter.title, body))
            written.append(chapter)
        written.sort(key=attrgetter("place"))
        file.writestr("book/nav.xhtml", _contents(edition.title, written))
        file.writestr("book/content.opf", _package(edition, written))


class _Chapter(NamedTuple):
    """A file of the book, and what it is called; files of one `place` stand together."""

    name: str
    title: str
    place: int = 0
    is_drawn: bool = False


def _chapters(edition: Edition, reading: Reading) -> Iterator[tuple[_Chapter, str]]:
    """Yield the files after the title with their HTML, one at a time: of a sheet its texts and what parts in them."""
    for number, name in _spans(reading):
        sheet, title = reading.sheet(number), gettext("Register of differences")
        yield _Chapter(f"page-{number}", name), _body(edition, "text", {"sheet": sheet})
        if any(section.parted for section in sheet.sections):
            body = f"<h1>{escape(title)}</h1>" + _body(edition, "differences", {"sheet": sheet, "ends": "xhtml"})
            yield _Chapter(f"differences-{number}", title, place=1), body
    title = gettext("How far the translations part")
    body = _body(edition, "variation", {"figures": read_figures(edition.work, edition.ignore)})
    yield _Chapter("variation", title, place=2, is_drawn="<svg" in body), f"<h1>{escape(title)}</h1>{body}"
    if terms := list(list_terms(edition.terms)):
        title = gettext("Glossary")
        yield (
            _Chapter("glossary", title, place=3),
            f"<h1>{escape(title)}</h1>" + _body(edition, "glossary", {"terms": terms}),
        )


def _body(edition: Edition, name: str, more: Mapping[str, object]) -> str:
    shared = {"edition": edition, "work": edition.work, "state": edition}
    return render_to_string(f"web/publishing/{name}.html", {**shared, **more})


def _page(title: str, html: str) -> str:
    root = parse_html(f"<html><body>{html}</body></html>")
    return _xhtml(title, _as_xml(root.find("body")) if root is not None else "<body></body>")


def _as_xml(body: Any) -> str:
    """Return an element as XML: every `lang` also as XML says it, drawings in their namespace and spelling."""
    for drawing in list(body.iter("svg")):
        for element in list(drawing.iter("*")):
            element.tag = f"{{http://www.w3.org/2000/svg}}{_CASED.get(element.tag, element.tag)}"
            for name in _CASED.keys() & element.attrib.keys():
                element.set(_CASED[name], element.attrib.pop(name))
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


def _spans(reading: Reading) -> Iterator[tuple[int, str]]:
    """Yield the number of each page that holds passages, and what it is called in the table of contents."""
    for number in range(1, reading.pages + 1):
        some = reading.entries[(number - 1) * PER_PAGE : number * PER_PAGE]
        if not some:
            continue
        first, last = some[0], some[-1]
        yield number, first.heading or f"{first.reference or '¶'} – {last.reference or '¶'}"


def _contents(title: str, chapters: Sequence[_Chapter]) -> str:
    firsts = {one.place: one for one in reversed(chapters)}  # of the register of differences the first page is listed
    listed = [one for one in chapters if not one.place or one is firsts[one.place]]
    rows = "".join(f'<li><a href="{one.name}.xhtml">{escape(one.title)}</a></li>' for one in listed)
    return _xhtml(title, f'<body><nav epub:type="toc"><h1>{escape(title)}</h1><ol>{rows}</ol></nav></body>')


def _package(edition: Edition, chapters: Sequence[_Chapter]) -> str:
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
        f'<item id="{one.name}" href="{one.name}.xhtml" media-type="application/xhtml+xml"'
        + (' properties="svg"/>' if one.is_drawn else "/>")
        for one in chapters
    )
    spine = "".join(f'<itemref idref="{one.name}"/>' for one in chapters)
    return (
        f'{_HEAD}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="name">\n'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{"".join(metadata)}</metadata>\n'
        '<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        f'<item id="style" href="style.css" media-type="text/css"/>{items}</manifest>\n'
        f"<spine>{spine}</spine>\n</package>\n"
    )
