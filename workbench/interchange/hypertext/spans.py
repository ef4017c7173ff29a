"""The words of a text as XHTML: marked words in elements, notes called where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from workbench.interchange.document import SpanRecord, VariantRecord

__all__ = ["Notes", "is_carried", "write_spans", "write_words"]

_TAGS = {"emphasis": "em", "strong": "strong", "deleted": "s", "added": "u", "foreign": "span", "link": "a"}
_SIGNS = {"deleted": "−", "added": "+"}
_SCHEMES = ("http://", "https://", "mailto:")


@dataclass(slots=True)
class Notes:
    """The notes of a page, gathered while its texts are written."""

    texts: list[str] = field(default_factory=list)

    def call(self, span: SpanRecord) -> str:
        """Return the number that calls a note, and keep what it says."""
        self.texts.append(span.text.strip())
        number = len(self.texts)
        return (
            f'<sup><a id="call{number}" href="#note{number}" role="doc-noteref" epub:type="noteref">{number}</a></sup>'
        )

    def list(self) -> str:
        """Return the notes, each with a way back, "" where there are none."""
        rows = "".join(map(_row, range(1, len(self.texts) + 1), self.texts))
        return (
            f'<section class="notes" role="doc-endnotes" epub:type="endnotes"><ol>{rows}</ol></section>' if rows else ""
        )


def _row(number: int, text: str) -> str:
    back = f'<a class="back" href="#call{number}" role="doc-backlink" aria-label="back to the text">↩</a>'
    lines = "".join(f"<p>{escape(line)}</p>" for line in text.split("\n"))
    return f'<li id="note{number}" epub:type="endnote">{lines}{back}</li>'


def is_carried(span: SpanRecord) -> bool:
    """Whether a page has the span: marked words, words of another language, links into the web, notes."""
    if span.kind == "note":
        return bool(span.text.strip())
    if span.kind == "link":
        return span.value.startswith(_SCHEMES)
    return span.kind in _TAGS and (span.kind != "foreign" or bool(span.language))


def write_words(text: str) -> str:
    """Return words with their line ends."""
    return escape(text).replace("\n", "<br/>")


def write_spans(variant: VariantRecord, notes: Notes) -> str:
    """Return a text with those of its spans that a page carries.

    Struck out and added words have a sign before them: some programs strike out all that follows a bare `del`.
    """
    text = variant.text
    spans = [one for one in variant.markup if is_carried(one)]
    points = {one.end: [] for one in spans if one.kind == "note"}  # type: dict[int, list[SpanRecord]]
    for one in spans:
        if one.kind == "note":
            points[one.end].append(one)
    marked = [one for one in spans if one.kind != "note" and one.start < one.end]
    stops = sorted({0, len(text), *points, *(place for one in marked for place in (one.start, one.end))})
    out: list[str] = []
    for at, following in zip(stops, [*stops[1:], len(text)], strict=True):
        out += map(notes.call, points.get(at, ()))
        if at < following:
            out.append(_segment(text[at:following], at, [one for one in marked if one.start <= at < one.end]))
    return "".join(out)


def _segment(words: str, at: int, spans: Sequence[SpanRecord]) -> str:
    written = write_words(words)
    links = [one for one in spans if one.kind == "link"][1:]
    for one in reversed([one for one in spans if one not in links]):
        sign = f'<span class="sign">{_SIGNS[one.kind]}</span>' if one.kind in _SIGNS and one.start == at else ""
        written = f"{sign}<{_TAGS[one.kind]}{_attributes(one)}>{written}</{_TAGS[one.kind]}>"
    return written


def _attributes(span: SpanRecord) -> str:
    if span.kind == "link":
        return f' href={quoteattr(span.value)} rel="noopener"'
    return f" lang={quoteattr(span.language)} xml:lang={quoteattr(span.language)}" if span.kind == "foreign" else ""
