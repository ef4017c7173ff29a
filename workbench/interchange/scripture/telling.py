"""A document told to a writer, a book at a time, and what of it a writer of verses does not carry."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from workbench.interchange.document import Document, PassageRecord, SpanRecord, VariantRecord, WorkRecord
from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.limits import MAX_PROBLEMS
from workbench.interchange.losses import describe_untold, only_work
from workbench.interchange.scripture.markers import CROSS_REFERENCE, is_cell, marker_of_block, marker_of_span
from workbench.interchange.scripture.sink import Sink
from workbench.interchange.scripture.verses import LEVELS, Verse, print_verse, verse_of

__all__ = ["Told", "books_of", "losses_of_verses", "refuse_without_verses", "tell_book"]

_BLOCKS = frozenset({"paragraph", "line"})
_SPACES = re.compile("[ \t\n]+")


@dataclass(frozen=True, slots=True)
class Told:
    """A verse of one translation: its number as it is printed in the file, and what stands there."""

    verse: Verse
    number: str
    heading: str
    variant: VariantRecord | None


@dataclass(slots=True)
class _Books:
    by_code: dict[str, list[Told]] = field(default_factory=dict)

    def add(self, verse: Verse, passage: PassageRecord, variant: VariantRecord | None) -> None:
        """Add a verse; one that is joined makes a bridge of the verse before it, if that has text."""
        told = self.by_code.setdefault(verse[0], [])
        if variant and variant.presence == "joined" and told and _goes_on(told[-1], verse):
            before = told[-1]
            first = before.number.partition("-")[0]
            told[-1] = replace(before, number=f"{first}-{verse[2]}", heading=before.heading or passage.heading)
        else:
            told.append(Told(verse, verse[2], passage.heading, variant))


def _goes_on(before: Told, verse: Verse) -> bool:
    """Whether a bridge may go on from one verse to the next: no number is left out between them."""
    if before.variant is None or not before.variant.text or before.verse[:2] != verse[:2] or before.verse[2] == "0":
        return False
    last = before.number.rpartition("-")[2]
    number, following = (
        int(last.rstrip("abcdefghijklmnopqrstuvwxyz")),
        int(verse[2].rstrip("abcdefghijklmnopqrstuvwxyz")),
    )
    return following == number + 1 or (following == number and last < verse[2])


def books_of(work: WorkRecord, siglum: str) -> Mapping[str, Sequence[Told]]:
    """Return the verses of one translation by the codes of their books, in order.

    Raises `FormatError` for passages that are no verses.
    """
    books, problems = _Books(), list[Problem]()
    for index, passage in enumerate(work.passages):
        verse = verse_of(passage.reference, passage.path)
        variant = next((one for one in passage.variants if one.siglum == siglum), None)
        if verse is None:
            message = f"{passage.reference or index + 1} is no verse. Expected book, chapter and verse, like Gen 1:1."
            problems.append(Problem(f"/works/0/passages/{index}", message))
        else:
            books.add(verse, passage, variant)
    if problems:
        raise FormatError(tuple(problems[:MAX_PROBLEMS]))
    return books.by_code


def tell_book(code: str, verses: Iterable[Told], sink: Sink) -> None:
    """Tell a book to a writer."""
    sink.book(code)
    chapter = ""
    for one in verses:
        if one.verse[1] != chapter:
            chapter = one.verse[1]
            sink.chapter(chapter)
            is_new = True
        else:
            is_new = False
        _tell_verse(one, sink, is_first=is_new)


def _tell_verse(one: Told, sink: Sink, *, is_first: bool) -> None:
    spans = one.variant.markup if one.variant else ()
    blocks = [span for span in spans if span.kind in _BLOCKS]
    starts_block = bool(blocks) and blocks[0].start == 0
    if one.heading:
        sink.paragraph("s")
        sink.text(one.heading)
    if starts_block:
        sink.paragraph(marker_of_block(blocks[0].kind, blocks[0].value))
    elif is_first or one.heading:
        sink.paragraph("nb")
    if one.verse[2] != "0":
        sink.verse(one.number)
    if one.variant is None:
        return
    if _is_printed_in_chapter(one.variant.reference, one.verse):
        sink.code("vp", one.variant.reference.rpartition(":")[2])
    if one.variant.presence != "present":
        sink.code(f"z{one.variant.presence}", "")
    _tell_text(one, [span for span in spans if not (starts_block and span is blocks[0])], sink)


def _tell_text(one: Told, spans: Sequence[SpanRecord], sink: Sink) -> None:
    assert one.variant is not None
    text = one.variant.text
    starts: dict[int, list[SpanRecord]] = {}
    for span in spans:
        starts.setdefault(span.start, []).append(span)
    open_spans: list[SpanRecord] = []
    places = sorted({0, len(text), *starts, *(span.end for span in spans if span.kind not in _BLOCKS)})
    for place, following in [*pairwise(places), (len(text), len(text))]:
        _end_spans(open_spans, place, sink)
        _begin(starts.get(place, ()), open_spans, sink)
        if following > place:
            sink.text(_SPACES.sub(" ", text[place:following]))
    for span in reversed(open_spans):
        sink.close(marker_of_span(span.kind, span.value))


def _end_spans(open_spans: list[SpanRecord], place: int, sink: Sink) -> None:
    """End what ends here; what lies in it and goes on is ended and begun again."""
    ending = next((at for at, span in enumerate(open_spans) if span.end <= place), None)
    if ending is None:
        return
    again = [span for span in open_spans[ending:] if span.end > place]
    for span in reversed(open_spans[ending:]):
        sink.close(marker_of_span(span.kind, span.value))
    del open_spans[ending:]
    for span in again:
        _open(span, open_spans, sink)


def _begin(spans: Sequence[SpanRecord], open_spans: list[SpanRecord], sink: Sink) -> None:
    """Tell what begins or stands here: headings, the line or paragraph, points, and marked words after them."""
    is_break = any(map(_is_break, spans))
    again: list[SpanRecord] = []
    if is_break:
        again, open_spans[:] = list(open_spans), []
    for span in reversed(again):
        sink.close(marker_of_span(span.kind, span.value))
    _tell_blocks(spans, sink)
    for span in spans:
        _tell_point(span, sink)
    for span in again:
        _open(span, open_spans, sink)
    for span in spans:
        if span.start < span.end and span.kind != "note" and marker_of_span(span.kind, span.value):
            _open(span, open_spans, sink)


def _tell_blocks(spans: Sequence[SpanRecord], sink: Sink) -> None:
    headings = [span for span in spans if _is_heading(span)]
    blocks = [span for span in spans if span.kind in _BLOCKS]
    for span in headings:
        sink.paragraph("s")
        sink.text(span.text)
    if headings or blocks:
        sink.paragraph(marker_of_block(blocks[0].kind, blocks[0].value) if blocks else "nb")


def _tell_point(span: SpanRecord, sink: Sink) -> None:
    if span.kind == "note":
        is_cross = span.value == CROSS_REFERENCE
        sink.note("x" if is_cross else "f", "" if is_cross else span.value, span.text)
    elif span.kind == "code" and not _is_heading(span) and span.start == span.end:
        sink.code(span.value, span.text)


def _is_heading(span: SpanRecord) -> bool:
    return (span.kind, span.value) == ("code", "s")


def _is_break(span: SpanRecord) -> bool:
    """Whether no marked words go on over what begins here: a line or paragraph, a heading, a cell of a table."""
    return span.kind in _BLOCKS or (span.kind == "code" and (_is_heading(span) or is_cell(span.value)))


def _open(span: SpanRecord, open_spans: list[SpanRecord], sink: Sink) -> None:
    marker = marker_of_span(span.kind, span.value)
    sink.open(marker, span.value if marker in {"qt-s", "jmp"} else "")
    open_spans.append(span)


def losses_of_verses(document: Document) -> tuple[str, ...]:
    """Say in sentences what files of verses do not carry of a document. Raises `FormatError` for what are no verses."""
    work = only_work(document)
    refuse_without_verses(work)
    counts: Counter[str] = Counter()
    passages = tuple(_without_carried(one, counts) for one in work.passages)
    levels = work.levels if work.levels != LEVELS else ()
    rest = replace(work, passages=passages, levels=levels)
    return (*describe_untold(rest), *(f"{what}: {count:,}." for what, count in sorted(counts.items()) if count))


def refuse_without_verses(work: WorkRecord) -> None:
    """Raise `FormatError` for a work that has no verse, and for one with passages that are none."""
    if not any(books_of(work, one.siglum) for one in work.translations):
        raise FormatError((Problem("/works/0/passages", "Expected at least one verse."),))


def _without_carried(passage: PassageRecord, counts: Counter[str]) -> PassageRecord:
    verse = verse_of(passage.reference, passage.path)
    if verse and passage.reference != print_verse(verse)[0]:
        counts["References written otherwise (Gen 1:1)"] += 1
    if passage.heading and not any(map(_is_told, passage.variants)):
        counts["Headings of verses that have no text of their own"] += 1
    variants = tuple(_rest_of(one, verse, counts) for one in passage.variants)
    return replace(passage, heading="", path=(), variants=variants)


def _rest_of(variant: VariantRecord, verse: Verse | None, counts: Counter[str]) -> VariantRecord:
    if _SPACES.sub(" ", variant.text).strip(" ") != variant.text:
        counts["Texts whose white space becomes single spaces"] += 1
    counts["Marks that are cut where others or lines begin or end"] += _count_cut(variant.markup)
    rest = tuple(span for span in variant.markup if not _is_told(variant) or not _is_carried(span))
    printed = "" if verse and _is_printed_in_chapter(variant.reference, verse) else variant.reference
    return replace(variant, markup=rest, reference=printed)


def _is_printed_in_chapter(reference: str, verse: Verse) -> bool:
    """Whether a translation prints another number for a verse than the work, in the same chapter."""
    return bool(reference) and reference.rpartition(":")[0] == print_verse(verse)[0].rpartition(":")[0]


def _is_told(variant: VariantRecord) -> bool:
    """Whether a verse is written for it: not where nothing was entered, or its words stand in the verse before."""
    return bool(variant.text.strip()) or variant.presence not in {"present", "joined"}


def _is_carried(span: SpanRecord) -> bool:
    if span.language:
        return False
    if span.kind in {"note", "code"}:
        return span.start == span.end and bool(span.text.strip() if span.kind == "note" else span.value)
    return span.kind in _BLOCKS or bool(marker_of_span(span.kind, span.value))


def _count_cut(spans: Sequence[SpanRecord]) -> int:
    """Count the marks that cross another one, or over which a line or paragraph begins."""
    marked = [span for span in spans if span.start < span.end and span.kind not in _BLOCKS]
    borders = [span.start for span in spans if _is_break(span)]
    return sum(_is_cut(span, marked, borders) for span in marked)


def _is_cut(span: SpanRecord, marked: Sequence[SpanRecord], borders: Sequence[int]) -> bool:
    crossed = any(other.start < span.start < other.end < span.end for other in marked)
    return crossed or any(span.start < border < span.end for border in borders)
