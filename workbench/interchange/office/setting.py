"""A text with all that stands in it, as a row of pieces to be written: words, changes, comments, notes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from workbench.interchange.document import SpanRecord, VariantRecord
from workbench.interchange.office.pieces import MARKS
from workbench.interchange.office.placing import Placed, narrow

__all__ = ["Marks", "Scribe", "set_text"]


@dataclass(frozen=True, slots=True)
class Scribe:
    """How a format writes what stands in a text.

    `words`: characters, set as the marks say. `comment`: what stands before and behind the words of a thread.
    `change`: words deleted and words inserted. `note`: a note at a point.
    """

    words: Callable[[str, frozenset[str]], str]
    comment: Callable[[Placed], tuple[str, str]]
    change: Callable[[str, str, Placed], str]
    note: Callable[[SpanRecord], str]


@dataclass(slots=True)
class Marks:
    """What stands at the offsets of a text, in this order: changes that end a comment's words, notes, the ends of
    comments, their beginnings, changes that begin there. `skipped` are the words that stand in changes.
    """

    inside: dict[int, list[str]] = field(default_factory=dict)
    notes: dict[int, list[str]] = field(default_factory=dict)
    closing: dict[int, list[str]] = field(default_factory=dict)
    opening: dict[int, list[str]] = field(default_factory=dict)
    following: dict[int, list[str]] = field(default_factory=dict)
    skipped: list[tuple[int, int]] = field(default_factory=list)

    def at(self, offset: int) -> str:
        """Return all that stands at an offset."""
        return "".join(one for kind in self._kinds() for one in kind.get(offset, ()))

    def offsets(self) -> set[int]:
        """Return the offsets at which anything stands, begins or ends."""
        return {offset for kind in self._kinds() for offset in kind} | {end for _, end in self.skipped}

    def _kinds(self) -> tuple[dict[int, list[str]], ...]:
        return self.inside, self.notes, self.closing, self.opening, self.following


def set_text(variant: VariantRecord, placed: Sequence[Placed], scribe: Scribe) -> str:
    """Return the words of a text with the borders of comments, suggestions as changes, and notes at their points."""
    marks = Marks()
    for one in placed:
        _place(one, variant.text, scribe, marks)
    for span in variant.markup:
        if span.kind == "note" and span.text:
            marks.notes.setdefault(span.end, []).append(scribe.note(span))
    return _write(variant, marks, scribe)


def _place(one: Placed, text: str, scribe: Scribe, marks: Marks) -> None:
    before, behind = scribe.comment(one)
    if one.start == one.end:
        marks.opening.setdefault(one.start, []).append(before + behind)
        return
    marks.opening.setdefault(one.start, []).append(before)
    marks.closing.setdefault(one.end, []).insert(0, behind)
    if one.suggestion:
        start, end, inserted = narrow(text, one)
        place = marks.inside if start == end == one.end else marks.following
        place.setdefault(start, []).append(scribe.change(text[start:end], inserted, one))
        marks.skipped.append((start, end))


def _write(variant: VariantRecord, marks: Marks, scribe: Scribe) -> str:
    text = variant.text
    styled = [span for span in variant.markup if span.kind in MARKS]
    stops = sorted({0, len(text), *marks.offsets(), *(place for one in styled for place in (one.start, one.end))})
    out: list[str] = []
    for at, following in zip(stops, [*stops[1:], len(text)], strict=True):
        out.append(marks.at(at))
        if at < following and not any(start <= at < end for start, end in marks.skipped):
            kinds = frozenset(span.kind for span in styled if span.start <= at < span.end)
            out.append(scribe.words(text[at:following], kinds))
    return "".join(out)
