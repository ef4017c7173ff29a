"""A document as a Word document: one translation as a text, several as a table, threads as comments in both.

An open suggestion is a tracked change: only what differs is deleted and inserted. Replies and the state of a thread
stand in `commentsExtended` ([MS-DOCX], section 2.5.4.3). The same document gives the same bytes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from xml.sax.saxutils import escape, quoteattr

from workbench.interchange.archives import write_archive
from workbench.interchange.document import (
    AnchorRecord,
    CommentRecord,
    Document,
    PassageRecord,
    SuggestionRecord,
    ThreadRecord,
    TranslationRecord,
    VariantRecord,
    WorkRecord,
)
from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.formats.docx import parts
from workbench.interchange.losses import only_work
from workbench.interchange.units import write_roster

__all__ = ["Placed", "place_threads", "threads_by_passage", "write"]


@dataclass(frozen=True, slots=True)
class Placed:
    """A thread in a text: the words `start:end` it speaks of (none: 0, 0), and an open suggestion with its comment."""

    thread: ThreadRecord
    start: int
    end: int
    suggestion: SuggestionRecord | None = None
    comment: CommentRecord | None = None


def write(document: Document) -> bytes:
    """Return the document. Raises `FormatError` for a work without translations."""
    work = only_work(document)
    if not work.translations:
        raise FormatError((Problem("/works/0/translations", "A Word document needs at least one translation."),))
    writer = _Writer(threads=threads_by_passage(work))
    body = writer.text(work) if len(work.translations) == 1 else writer.table(work)
    return write_archive(parts.assemble(body, writer.comments, writer.states, write_roster(work)))


def threads_by_passage(work: WorkRecord) -> dict[str, list[ThreadRecord]]:
    """Return the threads of each passage, by its reference."""
    found: dict[str, list[ThreadRecord]] = {}
    for thread in work.threads:
        found.setdefault(thread.passage, []).append(thread)
    return found


def place_threads(threads: Sequence[ThreadRecord], passage: PassageRecord, siglum: str, first: str) -> list[Placed]:
    """Return those of the passage's threads that are written in the text of `siglum`, in the order of their words.

    A thread stands where its first words stand; one without words, or whose words are gone, at the beginning of the
    first text of the passage (of the translation `first`, where there is none). Of suggestions that overlap the first
    alone is a change.
    """
    texts = {variant.siglum: variant.text for variant in passage.variants if variant.text}
    placed = []
    for thread in threads:
        anchor = next((one for one in thread.anchors if one.state != "orphaned" and _stands(one, texts)), None)
        if (anchor.siglum if anchor else next(iter(texts), first)) == siglum:
            start, end = (anchor.start, anchor.end) if anchor else (0, 0)
            comment = next((one for one in thread.comments if _is_open(one, thread, anchor)), None)
            placed.append(Placed(thread, start, end, comment.suggestion if comment else None, comment))
    placed.sort(key=lambda one: (one.start, -one.end))
    return list(_without_overlaps(placed))


def _stands(anchor: AnchorRecord, texts: dict[str, str]) -> bool:
    return texts.get(anchor.siglum, "")[anchor.start : anchor.end] == anchor.quote


def _is_open(comment: CommentRecord, thread: ThreadRecord, anchor: AnchorRecord | None) -> bool:
    one = comment.suggestion
    return one is not None and one.state == "open" and anchor is not None and thread.anchors[one.anchor] is anchor


def _without_overlaps(placed: Sequence[Placed]) -> Iterator[Placed]:
    end = 0
    for one in placed:
        if one.suggestion and one.start < end:
            yield Placed(one.thread, one.start, one.end)
        else:
            end = max(end, one.end) if one.suggestion else end
            yield one


@dataclass(slots=True)
class _Writer:
    """Counts ids; gathers comments and their states while the text is written."""

    comments: list[str] = field(default_factory=list)
    states: list[str] = field(default_factory=list)
    changes: int = 0
    threads: dict[str, list[ThreadRecord]] = field(default_factory=dict)

    def text(self, work: WorkRecord) -> str:
        """Return the paragraphs of the one translation."""
        return "".join(self._passages(work, work.translations[0]))

    def table(self, work: WorkRecord) -> str:
        """Return a table with a column for each translation."""
        names = [f"{one.siglum} [{one.language}]" if one.language else one.siglum for one in work.translations]
        head = "".join(_cell(_paragraph(_run(name, bold=True))) for name in ["", *names])
        rows = "".join(f"<w:tr>{''.join(self._cells(work, passage))}</w:tr>" for passage in work.passages)
        grid = "<w:gridCol/>" * (len(names) + 1)
        properties = '<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/></w:tblPr>'
        header = f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{head}</w:tr>"
        return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{header}{rows}</w:tbl><w:p/>"

    def _passages(self, work: WorkRecord, translation: TranslationRecord) -> Iterator[str]:
        for passage in work.passages:
            if passage.heading:
                yield _paragraph(_run(passage.heading), style="Heading2")
            reference = _run(passage.reference, style="WorkbenchReference") + _blank() if passage.reference else ""
            yield _paragraph(reference + self._variant(work, passage, translation.siglum))

    def _cells(self, work: WorkRecord, passage: PassageRecord) -> Iterator[str]:
        yield _cell(_paragraph(_run(passage.reference or "", bold=True)))
        for translation in work.translations:
            yield _cell(_paragraph(self._variant(work, passage, translation.siglum)))

    def _variant(self, work: WorkRecord, passage: PassageRecord, siglum: str) -> str:
        variant = next((one for one in passage.variants if one.siglum == siglum), None)
        threads = self.threads.get(passage.reference or "", ())
        placed = place_threads(threads, passage, siglum, work.translations[0].siglum) if threads else []
        if variant is not None and variant.presence != "present":
            words = _run(f"[{variant.presence}]", style="WorkbenchPresence")
            return words + "".join(self._mark(one) for one in placed)
        return self._words(variant or VariantRecord(siglum, ""), placed)

    def _words(self, variant: VariantRecord, placed: Sequence[Placed]) -> str:
        """Return the runs of a text with the borders of comments, and suggestions as changes."""
        marks = _Marks()
        for one in placed:
            before, behind = self._comment(one)
            if one.start == one.end:
                marks.opening.setdefault(one.start, []).append(before + behind)
                continue
            marks.opening.setdefault(one.start, []).append(before)
            marks.closing.setdefault(one.end, []).insert(0, behind)
            if one.suggestion:
                start, end, inserted = _narrowed(variant.text, one)
                written = self._change(variant.text[start:end], inserted, one)
                place = marks.inside if start == end == one.end else marks.following
                place.setdefault(start, []).append(written)
                marks.skipped.append((start, end))
        return _set(variant, marks)

    def _mark(self, placed: Placed) -> str:
        return "".join(self._comment(placed))

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
                runs = _run(words, tag="delText" if tag == "del" else "t")
                out += f'<w:{tag} w:id="{1_000_000 + self.changes}"{said}>{runs}</w:{tag}>'
        return out


def _narrowed(text: str, placed: Placed) -> tuple[int, int, str]:
    """Return what a suggestion really changes: from, to, and the words put there."""
    suggested = placed.suggestion.text if placed.suggestion else ""
    quote = text[placed.start : placed.end]
    before = _agreeing(quote, suggested)
    after = _agreeing(quote[before:][::-1], suggested[before:][::-1])
    return placed.start + before, placed.end - after, suggested[before : len(suggested) - after]


@dataclass(slots=True)
class _Marks:
    """What stands at the offsets of a text, in this order: changes that end a comment's words, the ends of comments,
    their beginnings, changes that begin there. `skipped` are the words that stand in changes.
    """

    inside: dict[int, list[str]] = field(default_factory=dict)
    closing: dict[int, list[str]] = field(default_factory=dict)
    opening: dict[int, list[str]] = field(default_factory=dict)
    following: dict[int, list[str]] = field(default_factory=dict)
    skipped: list[tuple[int, int]] = field(default_factory=list)

    def at(self, offset: int) -> str:
        """Return all that stands at an offset."""
        kinds = (self.inside, self.closing, self.opening, self.following)
        return "".join(one for kind in kinds for one in kind.get(offset, ()))

    def offsets(self) -> set[int]:
        """Return the offsets at which anything stands, begins or ends."""
        kinds = (self.inside, self.closing, self.opening, self.following)
        return {offset for kind in kinds for offset in kind} | {end for _, end in self.skipped}


def _agreeing(left: str, right: str) -> int:
    """Return how many characters two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(left, right, strict=False)))


def _set(variant: VariantRecord, marks: _Marks) -> str:
    text = variant.text
    styled = [span for span in variant.markup if span.kind in {"emphasis", "strong"}]
    stops = sorted({0, len(text), *marks.offsets(), *(place for one in styled for place in (one.start, one.end))})
    out: list[str] = []
    for at, following in zip(stops, [*stops[1:], len(text)], strict=True):
        out.append(marks.at(at))
        if not any(start <= at < end for start, end in marks.skipped):
            kinds = {span.kind for span in styled if span.start <= at < span.end}
            out.append(_run(text[at:following], italic="emphasis" in kinds, bold="strong" in kinds))
    return "".join(out)


def _comment(number: int, name: str, comment: CommentRecord) -> str:
    lines = comment.body.split("\n")
    paragraphs = [f"<w:p>{_run(line)}</w:p>" for line in lines[:-1]]
    last = f'<w:p w14:paraId="{name}">{_run(lines[-1])}</w:p>'
    said = _signed(comment.author, comment.created_at)
    return f'<w:comment w:id="{number}"{said}>{"".join(paragraphs)}{last}</w:comment>'


def _signed(author: str, moment: str) -> str:
    date = f"{moment[:19]}Z" if moment else ""  # Word has no fractions of seconds
    return f" w:author={quoteattr(author)}" + (f" w:date={quoteattr(date)}" if date else "")


def _paragraph(runs: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{runs}</w:p>"


def _cell(content: str) -> str:
    return f"<w:tc><w:tcPr/>{content}</w:tc>"


def _blank() -> str:
    """Return the blank between a reference and its text, which belongs to the reference."""
    return _run(" ", style="WorkbenchReference")


def _run(text: str, *, style: str = "", tag: str = "t", italic: bool = False, bold: bool = False) -> str:
    """Return a run; TABs and line ends are elements of their own."""
    if not text:
        return ""
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    properties = named + "<w:b/>" * bold + "<w:i/>" * italic
    pieces = []
    for line_number, line in enumerate(text.split("\n")):
        pieces += ["<w:br/>"] if line_number else []
        for cell_number, cell in enumerate(line.split("\t")):
            pieces += ["<w:tab/>"] if cell_number else []
            pieces += [f'<w:{tag} xml:space="preserve">{escape(cell)}</w:{tag}>'] if cell else []
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{''.join(pieces)}</w:r>"
