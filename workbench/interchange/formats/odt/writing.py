"""A document as an OpenDocument text: one translation as a text, several as a table, threads as comments in both.

An open suggestion is a tracked change. Replies and the state of a thread stand in attributes of LibreOffice's own
(`loext:parent-name`, `loext:resolved`). The same document gives the same bytes.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from workbench.interchange.archives import write_archive
from workbench.interchange.document import CommentRecord, Document, PassageRecord, SpanRecord
from workbench.interchange.formats.odt.parts import SET_IN, assemble, paragraph_style
from workbench.interchange.office.layout import Layout, column_name, writable_work
from workbench.interchange.office.pieces import PRESENCE_STYLE, REFERENCE_STYLE
from workbench.interchange.office.placing import Placed
from workbench.interchange.office.setting import Scribe, set_text
from workbench.interchange.opendocument import write_line, write_words
from workbench.interchange.units import write_roster

__all__ = ["write", "write_review"]


def write(document: Document) -> bytes:
    """Return the document. Raises `FormatError` for a work without translations."""
    return _write(document, is_review=False)


def write_review(document: Document) -> bytes:
    """Return a table for review: reference, texts, and the words and state of each thread in a row."""
    return _write(document, is_review=True)


def _write(document: Document, *, is_review: bool) -> bytes:
    work = writable_work(document, "An OpenDocument text")
    writer = _Writer()
    body = writer.body(Layout(work, is_review=is_review))
    return write_archive(assemble(body, writer.changes, work.translations, write_roster(work)))


@dataclass(slots=True)
class _Writer:
    """Counts ids; gathers tracked changes while the text is written."""

    changes: list[str] = field(default_factory=list)
    comments: int = 0
    notes: int = 0

    def body(self, layout: Layout) -> str:
        """Return the paragraphs of the one translation, or a table under each heading."""
        return "".join(self._passages(layout) if layout.is_text else self._tables(layout))

    def _passages(self, layout: Layout) -> Iterator[str]:
        for passage in layout.work.passages:
            if passage.heading:
                yield _heading(passage.heading)
            reference = _span(f"{passage.reference} ", REFERENCE_STYLE) if passage.reference else ""
            yield self._paragraph(layout, passage, 0, reference)

    def _tables(self, layout: Layout) -> Iterator[str]:
        names = ["", *map(column_name, layout.work.translations), *layout.names]
        columns = f'<table:table-column table:number-columns-repeated="{len(names)}"/>'
        head = "".join(_cell(f"<text:p>{_span(name, SET_IN[frozenset({'strong'})])}</text:p>") for name in names)
        header = f"<table:table-header-rows>{_row(head)}</table:table-header-rows>"
        parts = layout.parts() if layout.work.passages else iter([("", ())])
        for number, (heading, passages) in enumerate(parts, 1):
            rows = "".join(row for passage in passages for row in self._rows(layout, passage))
            table = f'<table:table table:name="Texts{number}">{columns}{header}{rows}</table:table>'
            yield (_heading(heading) if heading else "") + table + "<text:p/>"

    def _rows(self, layout: Layout, passage: PassageRecord) -> Iterator[str]:
        """Yield the row of a passage, and one for each further thread of a table for review."""
        for number, said in enumerate(layout.remarks(passage)):
            blank = [_cell("<text:p/>")] * (1 + len(layout.work.translations))
            cells = [*(blank if number else self._cells(layout, passage)), *(_cell(_paragraphs(one)) for one in said)]
            yield _row("".join(cells))

    def _cells(self, layout: Layout, passage: PassageRecord) -> Iterator[str]:
        yield _cell(f"<text:p>{write_words(passage.reference or '')}</text:p>")
        for number in range(len(layout.work.translations)):
            yield _cell(self._paragraph(layout, passage, number))

    def _paragraph(self, layout: Layout, passage: PassageRecord, number: int, before: str = "") -> str:
        siglum = layout.work.translations[number].siglum
        variant, placed = layout.variant(passage, siglum), layout.placed(passage, siglum)
        if variant.presence != "present":
            words = _span(f"[{variant.presence}]", PRESENCE_STYLE)
            words += "".join("".join(self._comment(one)) for one in placed)
        else:
            words = set_text(variant, placed, Scribe(_words, self._comment, self._change, self._note))
        return f'<text:p text:style-name="{paragraph_style(number)}">{before}{words}</text:p>'

    def _note(self, span: SpanRecord) -> str:
        self.notes += 1
        body = _paragraphs(span.text.strip())
        return (
            f'<text:note text:id="ftn{self.notes}" text:note-class="footnote"><text:note-citation>{self.notes}'
            f"</text:note-citation><text:note-body>{body}</text:note-body></text:note>"
        )

    def _comment(self, placed: Placed) -> tuple[str, str]:
        """Return the comments of a thread, and what stands behind its words; at a point nothing does."""
        before, behind, first = "", "", ""
        for comment in placed.thread.comments:
            if comment.deleted_at:
                continue
            self.comments += 1
            name = f"comment{self.comments}"
            said = ' loext:resolved="true"' if placed.thread.state == "resolved" else ""
            said += f' loext:parent-name="{first}"' if first else ""
            signed = _signed(comment)
            body = _paragraphs(comment.body)
            before += f'<office:annotation office:name="{name}"{said}>{signed}{body}</office:annotation>'
            behind += f'<office:annotation-end office:name="{name}"/>' if placed.start < placed.end else ""
            first = first or name
        return before, behind

    def _change(self, deleted: str, inserted: str, placed: Placed) -> str:
        signed = f"<office:change-info>{_signed(placed.comment) if placed.comment else ''}</office:change-info>"
        out = ""
        if deleted:
            name = self._region("deletion", f"{signed}<text:p>{write_words(deleted)}</text:p>")
            out += f'<text:change text:change-id="{name}"/>'
        if inserted:
            name = self._region("insertion", signed)
            out += (
                f'<text:change-start text:change-id="{name}"/>{write_words(inserted)}'
                f'<text:change-end text:change-id="{name}"/>'
            )
        return out

    def _region(self, kind: str, content: str) -> str:
        name = f"ct{len(self.changes) + 1}"
        said = f"<text:{kind}>{content}</text:{kind}>"
        self.changes.append(f'<text:changed-region xml:id="{name}" text:id="{name}">{said}</text:changed-region>')
        return name


def _signed(comment: CommentRecord) -> str:
    """Return author and date, in the schema's order; what is not known is not said."""
    author = f"<dc:creator>{escape(comment.author)}</dc:creator>" if comment.author else ""
    return author + (f"<dc:date>{comment.created_at[:19]}Z</dc:date>" if comment.created_at else "")


def _paragraphs(text: str) -> str:
    return "".join(f"<text:p>{write_line(line)}</text:p>" for line in text.split("\n"))


def _words(text: str, marks: frozenset[str]) -> str:
    return _span(text, SET_IN[marks]) if marks else write_words(text)


def _span(text: str, style: str) -> str:
    return f"<text:span text:style-name={quoteattr(style)}>{write_words(text)}</text:span>" if text else ""


def _heading(text: str) -> str:
    return f'<text:h text:style-name="Heading_20_2" text:outline-level="2">{write_words(text)}</text:h>'


def _row(cells: str) -> str:
    return f"<table:table-row>{cells}</table:table-row>"


def _cell(content: str) -> str:
    return f'<table:table-cell table:style-name="WorkbenchCell" office:value-type="string">{content}</table:table-cell>'
