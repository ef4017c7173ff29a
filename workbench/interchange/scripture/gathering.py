"""A document made of what a reader tells of a text in books, chapters and verses."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from workbench.interchange.document import (
    Document,
    PassageRecord,
    SpanRecord,
    TranslationRecord,
    VariantRecord,
    WorkRecord,
)
from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.limits import MAX_LINE, MAX_PASSAGES, MAX_PROBLEMS, MAX_REFERENCE, MAX_TEXT
from workbench.interchange.scripture.markers import CROSS_REFERENCE, SPOKEN, block_of, is_heading, is_skipped, span_of
from workbench.interchange.scripture.verses import LEVELS, Verse, print_verse, verses_of
from workbench.interchange.vocabulary import POINTS
from workbench.interchange.xml import checked_text

__all__ = ["Gatherer", "document_of"]

_SPACES = re.compile("[ \t\r\n]+")
_PRESENCES = {"zomitted": "omitted", "zlacunose": "lacunose", "zjoined": "joined"}


@dataclass(slots=True)
class _Span:
    """Markup on its way: where it starts is known with the first words in it."""

    marker: str
    kind: str
    value: str
    number: int
    start: int | None = None


@dataclass(slots=True)
class _Text:
    """The text of a verse on its way, with the printed number and the headings before it."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    spans: list[tuple[int, int, int, SpanRecord]] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    presence: str = ""
    printed: str = ""

    def add(self, words: str) -> None:
        self.pieces.append(words)
        self.length += len(words)

    @property
    def ends_with_space(self) -> bool:
        return self.length > 0 and self.pieces[-1].endswith(" ")

    @property
    def is_open_to_space(self) -> bool:
        return self.length > 0 and not self.ends_with_space


class Gatherer:
    """What was told so far of one translation. White space is one space; `left_out` counts what is not carried."""

    def __init__(self) -> None:
        self.texts: dict[Verse, _Text] = {}
        self.left_out: Counter[str] = Counter()
        self.problems: list[Problem] = []
        self.where = ""
        self._book, self._chapter = "", ""
        self._text: _Text | None = None
        self._headings: list[str] = []
        self._early: list[SpanRecord] = []
        self._mode = "text"
        self._waiting: tuple[str, str] | None = None
        self._block: _Span | None = None
        self._open: list[_Span] = []
        self._opened = 0

    def book(self, code: str) -> None:
        """Begin a book."""
        self._end_text()
        self.left_out["headings that no verse follows"] += len(self._headings)
        self._book, self._chapter, self._headings, self._mode = code, "", [], "skip"

    def chapter(self, number: str) -> None:
        """Begin a chapter."""
        self._end_text()
        labels = verses_of(number)
        if len(labels) != 1 or not labels[0].isdecimal():
            self._complain(f"Expected the number of a chapter, not {number[:20]!r}.")
        self._chapter, self._mode = "".join(labels[:1]), "text"

    def paragraph(self, marker: str) -> None:
        """Begin a paragraph, line or heading. What is spoken may go on in it, other marks end."""
        spoken = [replace(span, start=None) for span in self._open if span.marker == SPOKEN]
        self._close_all()
        self._open = spoken
        if is_heading(marker):
            self._mode = "heading"
            self._headings.append("")
        elif is_skipped(marker):
            self._mode = "text" if marker == "b" else "skip"
            self.left_out[f"paragraphs {marker}"] += 1
        else:
            self._mode = "text"
            if marker != "nb":
                self._end_block()
                self._waiting = block_of(marker)
            elif self._text:
                self._separate(self._text)

    def verse(self, number: str) -> None:
        """Begin a verse; the others of a bridge are joined with it."""
        labels = verses_of(number)
        if not self._chapter:
            return self._complain("Expected a chapter before the first verse.")
        if not labels:
            return self._complain(f"Expected the number of a verse, not {number[:20]!r}.")
        self._end_block()
        before, self._text = self._text, self._enter(labels[0])
        self._mode = "text"
        self._go_on_in(before, self._text)
        self._text.headings += [heading for heading in map(_one_line, self._headings) if heading]
        self._headings = []
        for span in self._early:
            self._point(span)
        self._early = []
        for label in labels[1:]:
            self._enter(label).presence = "joined"
        return None

    def text(self, words: str) -> None:
        """Add words."""
        if self._mode == "heading" and self._headings:
            self._headings[-1] += words
        elif self._mode == "text":
            self._add(_SPACES.sub(" ", words))

    def open(self, marker: str, value: str = "") -> None:
        """Begin marked words."""
        if self._mode == "text":
            self._opened += 1
            kind, value = span_of(marker, value)
            self._open.append(_Span(marker, kind, value, self._opened))

    def close(self, marker: str) -> None:
        """End marked words, and what was opened inside and is open still."""
        if self._mode != "text":
            return
        at = next((at for at in reversed(range(len(self._open))) if self._open[at].marker == marker), None)
        if at is None:
            self.left_out[f"ends of {marker} without a beginning"] += 1
            return
        for span in self._open[at:]:
            self._end(span)
        del self._open[at:]

    def note(self, marker: str, caller: str, words: str) -> None:
        """Set a note at this point."""
        words = _one_line(words)
        if not words or self._mode != "text" or not self._chapter:
            self.left_out["notes outside of the text" if words else "empty notes"] += 1
            return
        value = CROSS_REFERENCE if marker == "x" else "" if caller in {"+", CROSS_REFERENCE} else caller
        self._place(SpanRecord("note", 0, 0, value, words))

    def code(self, name: str, value: str) -> None:
        """Set a code at this point, or what it says of the verse."""
        if self._text and name in _PRESENCES:
            self._text.presence = _PRESENCES[name]
        elif self._text and name == "vp":
            self._text.printed = value
        elif self._mode != "text" or not self._chapter:
            self.left_out["milestones and figures outside of the text"] += 1
        else:
            self._place(SpanRecord("code", 0, 0, name, value))

    def leave_out(self, what: str) -> None:
        """Count something that is not carried."""
        self.left_out[what] += 1

    def finish(self) -> None:
        """End the last text."""
        self.book("")

    def _complain(self, message: str) -> None:
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append(Problem(self.where, message))

    def _enter(self, label: str) -> _Text:
        verse = (self._book, self._chapter, label)
        if verse in self.texts:
            self.left_out["second beginnings of a verse: its texts are joined"] += 1
            self._separate(self.texts[verse])
        return self.texts.setdefault(verse, _Text())

    def _place(self, span: SpanRecord) -> None:
        if self._text is None:
            self._early.append(span)
        else:
            self._settle()
            self._point(span)

    def _point(self, span: SpanRecord) -> None:
        assert self._text is not None
        at = self._text.length
        self._opened += 1
        self._text.spans.append((at, -at, self._opened, replace(span, start=at, end=at)))

    def _add(self, words: str) -> None:
        if self._text is None:
            if not words.strip():
                return
            if not self._chapter:
                self.left_out["words before the first chapter"] += 1
                return
            self.verse("0")
        text = self._text
        assert text is not None
        if not text.is_open_to_space or self._waiting or any(self._headings):
            words = words.lstrip(" ")
        if words:
            self._settle()
            for span in self._open:
                span.start = text.length if span.start is None else span.start
            text.add(words)

    def _settle(self) -> None:
        """Let the block that waits begin here, after the headings that waited with it."""
        text = self._text
        assert text is not None
        if any(self._headings) or self._waiting:
            self._separate(text)
        for heading in filter(None, map(_one_line, self._headings)):
            text.spans.append(
                (text.length, -text.length, 0, SpanRecord("code", text.length, text.length, "s", heading))
            )
        self._headings = []
        if self._waiting:
            self._block = _Span("", *self._waiting, number=0, start=text.length)  # before marks of the same words
            self._waiting = None

    def _separate(self, text: _Text) -> None:
        if text.is_open_to_space:
            text.add(" ")

    def _end(self, span: _Span, end: int | None = None) -> None:
        if self._text is not None and span.start is not None:
            end = self._text.length if end is None else max(end, span.start)
            self._text.spans.append((span.start, -end, span.number, SpanRecord(span.kind, span.start, end, span.value)))

    def _end_block(self) -> None:
        """End the paragraph or line, before the space that may follow its last word."""
        if self._block is not None and self._text is not None:
            self._end(self._block, self._text.length - self._text.ends_with_space)
        self._block = None

    def _close_all(self) -> None:
        for span in self._open:
            self._end(span)
        self._open = []

    def _end_text(self) -> None:
        self._close_all()
        self._end_block()
        self._text, self._waiting = None, None
        self.left_out["notes that no verse follows"] += len(self._early)
        self._early = []

    def _go_on_in(self, before: _Text | None, text: _Text) -> None:
        """Let what is marked go on in the next verse."""
        for span in self._open:
            if before is not None and span.start is not None:
                record = SpanRecord(span.kind, span.start, before.length, span.value)
                before.spans.append((span.start, -before.length, span.number, record))
            span.start = None


def document_of(
    gathered: Sequence[tuple[TranslationRecord, Gatherer]], title: str, remarks: Sequence[str] = ()
) -> Document:
    """Return the document; raises `FormatError` where verses or their numbers were wrong."""
    problems = [problem for _, one in gathered for problem in one.problems]
    if problems:
        raise FormatError(tuple(problems[:MAX_PROBLEMS]))
    order = _merge([list(one.texts) for _, one in gathered])
    if len(order) > MAX_PASSAGES:
        raise FormatError((Problem("", f"{len(order):,} verses. Expected at most {MAX_PASSAGES:,}."),))
    passages = tuple(_passage(verse, gathered) for verse in order)
    translations = tuple(translation for translation, _ in gathered)
    work = WorkRecord(title=title, translations=translations, passages=passages, levels=LEVELS if passages else ())
    said = [] if passages else ["There is no verse in it."]
    return Document((work,), (*remarks, *said, *_describe(gathered)))


def _describe(gathered: Sequence[tuple[TranslationRecord, Gatherer]]) -> list[str]:
    sums: Counter[str] = Counter()
    for _, one in gathered:
        sums.update(one.left_out)
    return [f"Left out: {what}, {count:,} times." for what, count in sorted(sums.items()) if count]


def _merge(orders: Sequence[Sequence[Verse]]) -> list[Verse]:
    """Return all verses: in the order of the first, with those of others behind the ones that they stand behind."""
    merged: list[Verse] = []
    for order in orders:
        known = set(merged)
        behind: dict[Verse | None, list[Verse]] = {}
        last: Verse | None = None
        for verse in order:
            if verse in known:
                last = verse
            else:
                behind.setdefault(last, []).append(verse)
        merged = [*behind.get(None, ()), *(one for verse in merged for one in (verse, *behind.get(verse, ())))]
    return merged


def _passage(verse: Verse, gathered: Sequence[tuple[TranslationRecord, Gatherer]]) -> PassageRecord:
    reference, path = print_verse(verse)
    variants, heading = [], ""
    for translation, one in gathered:
        text = one.texts.get(verse)
        if text is None:
            continue
        own = checked_text(" / ".join(text.headings)[:MAX_LINE], reference)
        heading = heading or own
        if variant := _variant(translation.siglum, text, own if own != heading else "", verse):
            variants.append(variant)
    return PassageRecord(reference, tuple(variants), heading, path)


def _variant(siglum: str, text: _Text, heading: str, verse: Verse) -> VariantRecord | None:
    where = " ".join(verse)
    words = checked_text("".join(text.pieces).rstrip(" "), where)
    if len(words) > MAX_TEXT:
        message = f"{len(words):,} characters. Expected at most {MAX_TEXT:,}."
        raise FormatError((Problem(where, message),))
    markup = _markup(text, len(words), where)
    if heading:
        markup = (SpanRecord("code", 0, 0, "s", heading), *markup)
    presence = "present" if words else text.presence or ("omitted" if markup else "")
    if not presence:
        return None
    number = checked_text(_one_line(text.printed), where)
    printed = print_verse((verse[0], verse[1], number))[0][:MAX_REFERENCE] if number else ""
    return VariantRecord(siglum, words, presence, markup=markup, reference=printed)


def _markup(text: _Text, length: int, where: str) -> tuple[SpanRecord, ...]:
    if not text.spans:
        return ()
    clipped = []
    for begins, ends, number, span in text.spans:
        start, end = min(begins, length), min(-ends, length)
        if start < end or span.kind in POINTS:
            words = checked_text(span.text, where) if span.text else ""
            value = checked_text(span.value, where)[:MAX_LINE] if span.value else ""
            clipped.append((start, -end, number, replace(span, start=start, end=end, text=words, value=value)))
    return tuple(span for *_, span in sorted(clipped, key=lambda one: one[:3]))


def _one_line(words: str) -> str:
    return _SPACES.sub(" ", words).strip(" ")
