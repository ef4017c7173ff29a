"""Words with their markup as TEI. Marks that cross others are parted: what touches its like is one when it is read."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from workbench.interchange.document import SpanRecord
from workbench.interchange.formats.tei.marks import WORDED, element_of
from workbench.interchange.formats.tei.pieces import Piece
from workbench.interchange.formats.tei.spaces import space_of
from workbench.interchange.vocabulary import POINTS

__all__ = ["attributes", "is_carried", "write_piece"]


def is_carried(span: SpanRecord) -> bool:
    """Whether TEI has the span: marked words, and what stands at a point."""
    if span.start < span.end:
        return span.kind in WORDED and not span.text
    if span.kind in {"note", "code"}:
        return True
    return span.kind in POINTS and not span.text and not span.language


def attributes(**said: str) -> str:
    """Return attributes, those without a value left out, with a blank before each; `xml_` stands for `xml:`."""
    return "".join(f" {name.replace('xml_', 'xml:')}={quoteattr(value)}" for name, value in said.items() if value)


def write_piece(piece: Piece) -> str:
    """Return the words of a piece with the marks that TEI has."""
    if not piece.spans:
        return escape(piece.text)
    return "".join(_write(piece.text, [span for span in piece.spans if is_carried(span)]))


def _write(text: str, spans: Sequence[SpanRecord]) -> Iterator[str]:
    points = [one for one in spans if one.start == one.end]
    marks = sorted((one for one in spans if one.start < one.end), key=lambda one: one.start)
    stops = sorted({0, len(text), *(one.start for one in spans), *(one.end for one in spans)})
    for at, following in zip(stops, [*stops[1:], len(text)], strict=True):
        yield from (_point(one) for one in points if one.start == at)
        if at < following:
            yield _marked(escape(text[at:following]), [one for one in marks if one.start <= at < one.end])


def _marked(words: str, marks: Sequence[SpanRecord]) -> str:
    """Put elements around words: of marks that begin together the last is the outermost, for it ends last."""
    for span in marks:
        name, said = element_of(span)
        words = f"<{name}{_said(said)}>{words}</{name}>"
    return words


def _said(said: dict[str, str]) -> str:
    names = ((name.replace("{http://www.w3.org/XML/1998/namespace}", "xml:"), value) for name, value in said.items())
    return "".join(f" {name}={quoteattr(value)}" for name, value in names)


def _point(span: SpanRecord) -> str:
    if span.kind == "page":
        return f"<pb{attributes(n=span.value)}/>"
    if span.kind == "lacuna":
        return f"<gap{attributes(n=span.value)}/>"
    kind = "code" if span.kind == "code" else ""
    said = attributes(type=kind, n=span.value, xml_lang=span.language)
    return f"<note{said}{space_of(span.text)}>{escape(span.text)}</note>"
