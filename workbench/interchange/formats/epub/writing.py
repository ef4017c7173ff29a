"""A work as an e-book (EPUB 3.3): a page under each heading, or for each 200 passages, and a table of contents.

The same document gives the same bytes: the book's name is made of what is in it, its moment is that of the last thing
that was written in it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID
from xml.sax.saxutils import escape, quoteattr

from workbench.interchange.archives import write_archive
from workbench.interchange.document import Document, PassageRecord, TranslationRecord, WorkRecord
from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.hypertext.look import STYLES
from workbench.interchange.hypertext.own import write_own
from workbench.interchange.hypertext.passages import PassageWriter, in_language
from workbench.interchange.losses import only_work

__all__ = ["write"]

_MOST = 200
_LONG_AGO = "2000-01-01T00:00:00Z"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_CONTAINER = (
    f'{_DECLARATION}<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="book/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)
_ACCESS = (
    ("accessMode", "textual"),
    ("accessModeSufficient", "textual"),
    ("accessibilityFeature", "structuralNavigation"),
    ("accessibilityFeature", "tableOfContents"),
    ("accessibilityHazard", "none"),
)


@dataclass(frozen=True, slots=True)
class _Chapter:
    name: str
    passages: Sequence[PassageRecord]


def work_of_book(document: Document) -> WorkRecord:
    """Return the work that makes a book. Raises `FormatError` for several works, and for one without passages."""
    work = only_work(document)
    if not work.passages:
        raise FormatError((Problem("/works/0/passages", "An e-book needs at least one passage."),))
    return work


def write(document: Document) -> bytes:
    """Return the book. Raises `FormatError` for several works, and for one without passages."""
    work = work_of_book(document)
    chapters = list(_chapters(work))
    title = work.title or work.slug or "Texts"
    pages = {f"book/text{number:04}.xhtml": _page(work, one) for number, one in enumerate(chapters, 1)}
    pages = {"book/title.xhtml": _title_page(work, title), **pages}
    return write_archive(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": _CONTAINER,
            "book/content.opf": _package(work, title, list(pages), _name_of("".join(pages.values()))),
            "book/nav.xhtml": _contents(title, chapters),
            "book/style.css": STYLES,
            **pages,
        }
    )


def _chapters(work: WorkRecord) -> Iterator[_Chapter]:
    """Yield runs of passages: each begins with a heading, or with the passage after the 200th."""
    run: list[PassageRecord] = []
    for passage in work.passages:
        if run and (passage.heading or len(run) == _MOST):
            yield _chapter(run)
            run = []
        run.append(passage)
    yield _chapter(run)


def _chapter(run: Sequence[PassageRecord]) -> _Chapter:
    ends = list(dict.fromkeys(filter(None, (run[0].reference, run[-1].reference))))
    return _Chapter(run[0].heading or " – ".join(ends) or "Texts", list(run))


def _page(work: WorkRecord, chapter: _Chapter) -> str:
    writer = PassageWriter(work)
    passages = "".join(map(writer.write, chapter.passages))
    return _xhtml(chapter.name, passages + writer.notes.list())


def _title_page(work: WorkRecord, title: str) -> str:
    author = f"<p>{escape(work.author)}</p>" if work.author else ""
    rows = "".join(f"<p{in_language(one.language)}>{escape(_described(one))}</p>" for one in work.translations)
    about = PassageWriter(work).write_about()
    return _xhtml(title, f'<section epub:type="titlepage"><h1>{escape(title)}</h1>{author}{rows}</section>{about}')


def _described(one: TranslationRecord) -> str:
    return " · ".join(filter(None, [one.siglum, one.title, one.translator, one.year, one.rights]))


def _xhtml(title: str, body: str) -> str:
    return (
        f'{_DECLARATION}<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops">\n<head><title>{escape(title)}</title>'
        f'<link rel="stylesheet" type="text/css" href="style.css"/></head>\n<body>{body}</body>\n</html>\n'
    )


def _contents(title: str, chapters: Sequence[_Chapter]) -> str:
    rows = "".join(
        f'<li><a href="text{number:04}.xhtml">{escape(one.name)}</a></li>' for number, one in enumerate(chapters, 1)
    )
    return _xhtml(title, f'<nav epub:type="toc" role="doc-toc"><h1>{escape(title)}</h1><ol>{rows}</ol></nav>')


def _package(work: WorkRecord, title: str, pages: Sequence[str], name: str) -> str:
    languages = list(dict.fromkeys(one.language for one in work.translations if one.language)) or ["und"]
    people = [work.author, *(one.translator for one in work.translations)]
    names = [one.removeprefix("book/") for one in pages]
    metadata = [
        f'<dc:identifier id="name">urn:uuid:{name}</dc:identifier>',
        f"<dc:title>{escape(title)}</dc:title>",
        *(f"<dc:language>{escape(one)}</dc:language>" for one in languages),
        *(f"<dc:creator>{escape(one)}</dc:creator>" for one in dict.fromkeys(filter(None, people))),
        f'<meta property="dcterms:modified">{_last_moment(work)}</meta>',
        *(f'<meta property="schema:{name}">{value}</meta>' for name, value in _ACCESS),
        *(f'<meta name="{name}" content={quoteattr(said)}/>' for name, said in write_own(work)),
    ]
    items = "".join(
        f'<item id="p{at}" href="{one}" media-type="application/xhtml+xml"/>' for at, one in enumerate(names)
    )
    spine = "".join(f'<itemref idref="p{at}"/>' for at in range(len(names)))
    return (
        f'{_DECLARATION}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="name">\n'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{"".join(metadata)}</metadata>\n'
        '<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        f'<item id="style" href="style.css" media-type="text/css"/>{items}</manifest>\n'
        f"<spine>{spine}</spine>\n</package>\n"
    )


def _name_of(content: str) -> str:
    return str(UUID(bytes=sha256(content.encode()).digest()[:16], version=5))


def _last_moment(work: WorkRecord) -> str:
    """Return the last moment at which a text or a comment was written, to the second."""
    variants = (variant for passage in work.passages for variant in passage.variants)
    moments = [one.created_at for variant in variants for one in variant.revisions]
    moments += [comment.created_at for thread in work.threads for comment in thread.comments]
    return max((f"{one[:19]}Z" for one in moments if one), default=_LONG_AGO)
