"""Passages as XHTML: references, headings, a paragraph for each text with its language and direction, remarks below."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from workbench.interchange.document import (
    CommentRecord,
    PassageRecord,
    SuggestionRecord,
    ThreadRecord,
    TranslationRecord,
    VariantRecord,
    WorkRecord,
)
from workbench.interchange.hypertext.spans import Notes, write_spans, write_words
from workbench.text.words.languages import direction_of

__all__ = ["PassageWriter", "in_language"]


def in_language(tag: str) -> str:
    """Return the attributes that say language and direction, with a blank before them."""
    said = f" lang={quoteattr(tag)} xml:lang={quoteattr(tag)}" if tag else ""
    return f'{said} dir="{direction_of(tag)}"'


@dataclass(slots=True)
class PassageWriter:
    """Writes the passages of a work; notes are gathered until somebody writes them below."""

    work: WorkRecord
    notes: Notes = field(default_factory=Notes)
    _threads: dict[str, list[ThreadRecord]] = field(init=False)

    def __post_init__(self) -> None:
        self._threads = {}
        for thread in self.work.threads:
            self._threads.setdefault(thread.passage, []).append(thread)

    def write(self, passage: PassageRecord) -> str:
        """Return a passage; with one translation the reference stands in its text, with several above them."""
        is_text = len(self.work.translations) == 1
        reference = passage.reference or ""
        label = f'<span class="label reference">{escape(reference)}</span>' if reference else ""
        variants = {one.siglum: one for one in passage.variants}
        texts = "".join(
            self._text(variants[one.siglum], one, label if is_text else _siglum(one))
            for one in self.work.translations
            if one.siglum in variants
        )
        above = f'<p class="above">{label}</p>' if label and (not is_text or not texts) else ""
        body = texts if is_text else f'<div class="texts">{texts}</div>' if texts else ""
        heading = f'<h2 class="heading">{escape(passage.heading)}</h2>' if passage.heading else ""
        named = f" data-reference={quoteattr(reference)}" if passage.reference is not None else ""
        below = self._remarks(reference) if reference else ""
        return f'<section class="passage"{named}>{heading}{above}{body}{below}</section>\n'

    def write_about(self) -> str:
        """Return the remarks on the work as a whole, "" where there are none."""
        return self._remarks("")

    def _remarks(self, reference: str) -> str:
        remarks = "".join(map(_remark, self._threads.get(reference, ())))
        return f'<aside class="remarks">{remarks}</aside>' if remarks else ""

    def _text(self, variant: VariantRecord, translation: TranslationRecord, label: str) -> str:
        named = f" data-siglum={quoteattr(variant.siglum)}"
        if variant.presence != "present":
            said = f'<span class="label">[{variant.presence}]</span>'
            return f'<p class="text"{named} data-presence="{variant.presence}">{label}{said}</p>'
        words = write_spans(variant, self.notes)
        return f'<p class="text"{named}{in_language(translation.language)}>{label}{words}</p>'


def _siglum(translation: TranslationRecord) -> str:
    return f'<span class="label siglum">{escape(translation.siglum)}</span>'


def _remark(thread: ThreadRecord) -> str:
    comments = "".join(_comments(thread))
    said = [thread.category, thread.severity, "" if thread.state == "open" else thread.state.replace("_", " ")]
    about = " · ".join(filter(None, said))
    quotes = "; ".join(f"{one.siglum}: “{one.quote}”" for one in thread.anchors)
    head = f'<p class="place">{escape(" — ".join(filter(None, [quotes, about])))}</p>' if quotes or about else ""
    return f'<div class="remark">{head}{comments}</div>'


def _comments(thread: ThreadRecord) -> Iterator[str]:
    for comment in thread.comments:
        if comment.deleted_at:
            continue
        author = f"<b>{escape(comment.author)}</b> " if comment.author else ""
        moment = f"<time>{escape(comment.created_at)}</time> " if comment.created_at else ""
        suggested = _suggestion(comment.suggestion, thread, comment) if comment.suggestion else ""
        body = f"<br/>{write_words(comment.body)}" if comment.body else ""
        yield f"<p>{author}{moment}{body}{suggested}</p>"


def _suggestion(one: SuggestionRecord, thread: ThreadRecord, comment: CommentRecord) -> str:
    quote = thread.anchors[one.anchor].quote if one.anchor < len(thread.anchors) else ""
    old = f"− <s>{write_words(quote)}</s> " if quote else ""
    new = f"+ <u>{write_words(one.text)}</u>" if one.text else ""
    state = "" if one.state == "open" else f" ({one.state})"
    return f"<br/>{old}{new}{state}"
