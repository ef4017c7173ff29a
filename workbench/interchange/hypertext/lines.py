"""A paragraph put together from the pieces of a page: words, marks, notes; white space as a browser shows it."""

import re
from dataclasses import dataclass, field, replace

from workbench.interchange.document import SpanRecord
from workbench.interchange.markup import arrange_spans
from workbench.interchange.vocabulary import POINTS

__all__ = ["Line", "Paragraph", "one_blank"]

_WHITE = re.compile(r"[ \t\r\n\f]+")


def one_blank(text: str) -> str:
    """Return a text with one blank for each run of white space."""
    return _WHITE.sub(" ", text)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or heading of a page, in the language that the page says."""

    text: str
    markup: tuple[SpanRecord, ...] = ()
    is_heading: bool = False
    language: str = ""


@dataclass(slots=True)
class Line:
    """Words in a row; `keeps_space` says that white space stands for itself."""

    keeps_space: bool = False
    pieces: list[str] = field(default_factory=list)
    spans: list[SpanRecord] = field(default_factory=list)
    length: int = 0
    _is_after_blank: bool = True

    def add(self, text: str | None, *, keeps_space: bool = False) -> None:
        """Add words; white space is one blank, and none at the beginning."""
        if not (self.keeps_space or keeps_space):
            self.put(one_blank(text or ""))
        elif text:
            self._put(text)

    def put(self, words: str) -> None:
        """Add words in which white space is one blank already."""
        said = words.removeprefix(" ") if self._is_after_blank else words
        if said:
            self._put(said)

    def _put(self, said: str) -> None:
        self.pieces.append(said)
        self.length += len(said)
        self._is_after_blank = said[-1] in " \n"

    def end_line(self) -> None:
        """Begin a new line of the same paragraph."""
        if not self.keeps_space and self._is_after_blank and self.pieces:
            shorter = self.pieces[-1].removesuffix(" ")
            self.length -= len(self.pieces[-1]) - len(shorter)
            self.pieces[-1] = shorter
        self.add("\n", keeps_space=True)

    def mark(self, kind: str, start: int, value: str = "", language: str = "") -> None:
        """Mark the words from `start` on; what goes on from a mark of the same kind makes it longer."""
        if start >= self.length:
            return
        before = (kind, start, value, language)
        for at in range(len(self.spans) - 1, -1, -1):
            one = self.spans[at]
            if (one.kind, one.end, one.value, one.language) == before and one.start < one.end:
                self.spans[at] = replace(one, end=self.length)
                return
        self.spans.append(SpanRecord(kind, start, self.length, value, "", language))

    def note(self, text: str, value: str = "") -> None:
        """Put a note at this point."""
        self.point(SpanRecord("note", 0, 0, value, text))

    def point(self, span: SpanRecord) -> None:
        """Put at this point what `span` says."""
        self.spans.append(replace(span, start=self.length, end=self.length))

    def join(self) -> None:
        """Take back the blank at the end, and let none follow."""
        if self.pieces and self._is_after_blank and not self.keeps_space:
            shorter = self.pieces[-1].rstrip(" ")
            self.length -= len(self.pieces[-1]) - len(shorter)
            self.pieces[-1] = shorter
        self._is_after_blank = True

    def finish(self, *, is_heading: bool = False, language: str = "") -> Paragraph:
        """Return the paragraph; a blank at its end goes, as a browser has it."""
        text = "".join(self.pieces)
        if not self.keeps_space:
            text = text.rstrip(" \n")
        spans = (replace(one, start=min(one.start, len(text)), end=min(one.end, len(text))) for one in self.spans)
        kept = [one for one in spans if one.start < one.end or one.kind in POINTS]
        return Paragraph(text, arrange_spans(kept), is_heading, language)
