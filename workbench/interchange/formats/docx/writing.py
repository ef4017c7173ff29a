"""A document as a Word document: one translation as a text, several as a table, threads as comments in both.

An open suggestion is a tracked change: only what differs is deleted and inserted. Replies and the state of a thread
stand in `commentsExtended` ([MS-DOCX], section 2.5.4.3). The same document gives the same bytes.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from workbench.interchange.archives import write_archive
from workbench.interchange.document import (
    CommentRecord,
    Document,
    PassageRecord,
    SpanRecord,
    TranslationRecord,
)
from workbench.interchange.formats.docx import parts
from workbench.interchange.office.layout import Layout, column_name, writable_work
from workbench.interchange.office.pieces import PRESENCE_STYLE, REFERENCE_STYLE
from workbench.interchange.office.placing import Placed
from workbench.interchange.office.setting import Scribe, set_text
from workbench.interchange.units import write_roster
from workbench.text.words.languages import direction_of

__all__ = ["write", "write_review"]


def write(document: Document) -> bytes:
    """Return the document. Raises `FormatError` for a work without translations."""
    return _write(document, is_review=False)


def write_review(document: Document) -> bytes:
    """Return a table for review: reference, texts, and the words and state of each thread in a row."""
    return _write(document, is_review=True)


def _write(document: Document, *, is_review: bool) -> bytes:
    work = writable_work(document, "A Word document")
    writer = _Writer()
    body = writer.body(Layout(work, is_review=is_review))
    beside = parts.Beside(writer.comments, writer.states, writer.notes)
    return write_archive(parts.assemble(body, beside, write_roster(work)))


@dataclass(slots=True)
class _Writer:
    """Counts ids; gathers comments, their states and notes while the text is written."""

    comments: list[str] = field(default_factory=list)
    states: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    changes: int = 0
    language: str = ""

    def body(self, layout: Layout) -> str:
        """Return the paragraphs of the one translation, or a table under each heading."""
        return "".join(self._passages(layout) if layout.is_text else self._tables(layout))

    def _passages(self, layout: Layout) -> Iterator[str]:
        (translation,) = layout.work.translations
        for passage in layout.work.passages:
            if passage.heading:
                yield _heading(passage.heading)
            reference = _run(passage.reference, style=REFERENCE_STYLE) + _blank() if passage.reference else ""
            yield self._paragraph(layout, passage, translation, reference)

    def _tables(self, layout: Layout) -> Iterator[str]:
        names = ["", *map(column_name, layout.work.translations), *layout.names]
        head = "".join(_cell(_paragraph(_run(name, bold=True))) for name in names)
        properties = '<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/></w:tblPr>'
        grid = f"<w:tblGrid>{'<w:gridCol/>' * len(names)}</w:tblGrid>"
        header = f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{head}</w:tr>"
        for heading, passages in layout.parts() if layout.work.passages else [("", ())]:
            if heading:
                yield _heading(heading)
            rows = "".join(row for passage in passages for row in self._rows(layout, passage))
            yield f"<w:tbl>{properties}{grid}{header}{rows}</w:tbl><w:p/>"

    def _rows(self, layout: Layout, passage: PassageRecord) -> Iterator[str]:
        """Yield the row of a passage, and one for each further thread of a table for review."""
        for number, said in enumerate(layout.remarks(passage)):
            blank = [_cell(_paragraph(""))] * (1 + len(layout.work.translations))
            cells = [
                *(blank if number else self._cells(layout, passage)),
                *(_cell(_paragraph(_run(one))) for one in said),
            ]
            yield f"<w:tr>{''.join(cells)}</w:tr>"

    def _cells(self, layout: Layout, passage: PassageRecord) -> Iterator[str]:
        yield _cell(_paragraph(_run(passage.reference or "", bold=True)))
        for translation in layout.work.translations:
            yield _cell(self._paragraph(layout, passage, translation))

    def _paragraph(
        self, layout: Layout, passage: PassageRecord, translation: TranslationRecord, before: str = ""
    ) -> str:
        self.language = translation.language
        variant, placed = layout.variant(passage, translation.siglum), layout.placed(passage, translation.siglum)
        if variant.presence != "present":
            words = _run(f"[{variant.presence}]", style=PRESENCE_STYLE)
            marks = "".join("".join(self._comment(one)) for one in placed)
            return _paragraph(before + words + marks)
        scribe = Scribe(self._words, self._comment, self._change, self._note)
        return _paragraph(before + set_text(variant, placed, scribe), is_reversed=_is_reversed(translation.language))

    def _words(self, text: str, marks: frozenset[str]) -> str:
        return _run(text, italic="emphasis" in marks, bold="strong" in marks, language=self.language)

    def _note(self, span: SpanRecord) -> str:
        number = len(self.notes) + 1
        called = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        lines = span.text.strip().split("\n")
        paragraphs = [f"<w:r>{called}<w:footnoteRef/></w:r>{_run(lines[0])}", *map(_run, lines[1:])]
        self.notes.append(f'<w:footnote w:id="{number}">{"".join(map(_paragraph, paragraphs))}</w:footnote>')
        return f'<w:r>{called}<w:footnoteReference w:id="{number}"/></w:r>'

    def _comment(self, placed: Placed) -> tuple[str, str]:
        """Write the comments of a thread; return what stands before and behind its words."""
        ids = []
        first = ""
        for comment in placed.thread.comments:
            if comment.deleted_at:
                continue
            number = len(self.comments)
            name = f"{number + 1:08X}"
            self.comments.append(_comment(number, name, comment))
            parent = f' w15:paraIdParent="{first}"' if first else ""
            done = int(placed.thread.state == "resolved")
            self.states.append(f'<w15:commentEx w15:paraId="{name}"{parent} w15:done="{done}"/>')
            first = first or name
            ids.append(number)
        before = "".join(f'<w:commentRangeStart w:id="{number}"/>' for number in ids)
        behind = "".join(
            f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>' for number in ids
        )
        return before, behind

    def _change(self, deleted: str, inserted: str, placed: Placed) -> str:
        comment = placed.comment
        said = _signed(comment.author, comment.created_at) if comment else ""
        out = ""
        for tag, words in (("del", deleted), ("ins", inserted)):
            if words:
                self.changes += 1
                runs = _run(words, tag="delText" if tag == "del" else "t", language=self.language)
                out += f'<w:{tag} w:id="{1_000_000 + self.changes}"{said}>{runs}</w:{tag}>'
        return out


def _comment(number: int, name: str, comment: CommentRecord) -> str:
    lines = comment.body.split("\n")
    paragraphs = [f"<w:p>{_run(line)}</w:p>" for line in lines[:-1]]
    last = f'<w:p w14:paraId="{name}">{_run(lines[-1])}</w:p>'
    said = _signed(comment.author, comment.created_at)
    return f'<w:comment w:id="{number}"{said}>{"".join(paragraphs)}{last}</w:comment>'


def _signed(author: str, moment: str) -> str:
    date = f"{moment[:19]}Z" if moment else ""  # Word has no fractions of seconds
    return f" w:author={quoteattr(author)}" + (f" w:date={quoteattr(date)}" if date else "")


def _is_reversed(language: str) -> bool:
    return direction_of(language) == "rtl"


def _heading(text: str) -> str:
    return _paragraph(_run(text), style="Heading2")


def _paragraph(runs: str, style: str = "", *, is_reversed: bool = False) -> str:
    said = f'<w:pStyle w:val="{style}"/>' if style else ""
    said += "<w:bidi/>" * is_reversed
    return f"<w:p>{f'<w:pPr>{said}</w:pPr>' if said else ''}{runs}</w:p>"


def _cell(content: str) -> str:
    return f"<w:tc><w:tcPr/>{content}</w:tc>"


def _blank() -> str:
    """Return the blank between a reference and its text, which belongs to the reference."""
    return _run(" ", style=REFERENCE_STYLE)


def _run(
    text: str, *, style: str = "", tag: str = "t", italic: bool = False, bold: bool = False, language: str = ""
) -> str:
    """Return a run; TABs and line ends are elements of their own. Properties stand in the schema's order."""
    if not text:
        return ""
    said = f'<w:rStyle w:val="{style}"/>' if style else ""
    said += "<w:b/>" * bold + "<w:i/>" * italic
    if language:
        is_reversed = _is_reversed(language)
        said += "<w:rtl/>" * is_reversed + f"<w:lang w:{'bidi' if is_reversed else 'val'}={quoteattr(language)}/>"
    pieces = []
    for line_number, line in enumerate(text.split("\n")):
        pieces += ["<w:br/>"] if line_number else []
        for cell_number, cell in enumerate(line.split("\t")):
            pieces += ["<w:tab/>"] if cell_number else []
            pieces += [f'<w:{tag} xml:space="preserve">{escape(cell)}</w:{tag}>'] if cell else []
    return f"<w:r>{f'<w:rPr>{said}</w:rPr>' if said else ''}{''.join(pieces)}</w:r>"
