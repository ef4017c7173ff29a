"""A work as TEI P5: its translations as witnesses of one text, with an apparatus where they part."""

import io
from collections.abc import Iterator, Sequence

from workbench.interchange.document import Document, WorkRecord
from workbench.interchange.formats.tei.endpoints import Endpoints
from workbench.interchange.formats.tei.header_out import element, write_header
from workbench.interchange.formats.tei.linked import Linked, write_links
from workbench.interchange.formats.tei.markup_out import attributes
from workbench.interchange.formats.tei.paths import delimiters_of
from workbench.interchange.formats.tei.segmentation import Segmentation
from workbench.interchange.losses import only_work

__all__ = ["write", "write_apart", "write_linked"]

_BEGIN = '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">\n'
_METHODS = {
    "segmentation": '<variantEncoding method="parallel-segmentation" location="internal"/>',
    "endpoints": '<variantEncoding method="double-end-point" location="external"/>',
}


def write(document: Document, method: str = "segmentation") -> bytes:
    """Return the file. The same document gives the same bytes. Raises `FormatError` for several works.

    `method`: segmentation puts the readings of all into the text, endpoints the first translation alone, with entries
    behind it that lead into it.
    """
    work = only_work(document)
    out = io.BytesIO()
    for piece in _write(work, method):
        out.write(piece.encode())
    return out.getvalue()


def write_apart(document: Document) -> bytes:
    """Return the file with the apparatus behind the text, as `write` does."""
    return write(document, "endpoints")


def write_linked(document: Document) -> bytes:
    """Return the file with each translation as a text of its own, whose passages are linked with those of the first."""
    work = only_work(document)
    numbers = {id(one): number for number, one in enumerate(work.passages, 1)}
    texts = [Linked(at, one.siglum, numbers) for at, one in enumerate(work.translations, 1)]
    return "".join(_write_linked(work, texts)).encode() if texts else write(document)


def _write_linked(work: WorkRecord, texts: list[Linked]) -> Iterator[str]:
    delimiters = delimiters_of(work)
    yield _BEGIN
    yield write_header(work, "", delimiters)
    yield "\n<text><group>\n"
    for text, one in zip(texts, work.translations, strict=True):
        yield f"<text{attributes(corresp=f'#w{text.number}', xml_lang=one.language)}><body>\n"
        yield from _divided(text.passages(work), text, has_paths=delimiters is not None)
        yield "</body></text>\n"
    yield "</group></text>\n"
    yield from write_links(work, texts)
    yield "</TEI>\n"


def _write(work: WorkRecord, method: str) -> Iterator[str]:
    delimiters = delimiters_of(work)
    yield _BEGIN
    yield write_header(work, _METHODS[method], delimiters)
    language = work.translations[0].language if len(work.translations) == 1 else ""
    yield f"\n<text{attributes(xml_lang=language)}><body>\n"
    writer: Segmentation | Endpoints = Segmentation(work) if method == "segmentation" else Endpoints(work)
    yield from _divided(work, writer, has_paths=delimiters is not None)
    yield "</body></text>\n"
    yield from writer.rest()
    yield "</TEI>\n"


def _divided(work: WorkRecord, writer: Segmentation | Endpoints | Linked, *, has_paths: bool) -> Iterator[str]:
    """Yield the passages in divisions: one for each label of their paths, and one under each heading."""
    depth = len(work.levels) - 1 if has_paths else 0
    standing: tuple[str, ...] = ()
    is_headed = False
    for passage in work.passages:
        path = passage.path[:depth]
        if is_headed and (passage.heading or path != standing):
            yield "</div>\n"
            is_headed = False
        if path != standing:
            yield from _move(standing, path)
            standing = path
        if passage.heading:
            yield f"<div>{element('head', passage.heading)}\n"
            is_headed = True
        yield writer.write(passage, passage.path[-1] if has_paths else passage.reference or "")
    yield "</div>\n" * (len(standing) + is_headed)
    if not work.passages:
        yield "<ab/>\n"


def _move(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    """Yield the ends and beginnings of divisions between two passages."""
    same = next((at for at, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]), None)
    kept = min(len(before), len(after)) if same is None else same
    yield "</div>\n" * (len(before) - kept)
    for label in after[kept:]:
        yield f"<div{attributes(n=label)}>\n"
