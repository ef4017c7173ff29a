"""The markup of a text as marks on it, things between its characters, and notes below it.

What breaks lines stands between characters and is no element around them: marks of differences run over the ends of
verse lines, and an element that is cut in pieces there would break a line in its middle.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_lazy, pgettext

from workbench.corpus.models import Variant
from workbench.interchange.document import SpanRecord
from workbench.text.words.digits import read_digits
from workbench.web.typesetting.marking import Aside, Attributes, Element, Mark

__all__ = ["Footnote", "Setting", "set_markup", "set_spans"]

_ELEMENTS: dict[str, Element] = {"emphasis": "em", "strong": "strong", "foreign": "i"}
_STYLES = {
    "small caps": "small-caps",
    "small capitals": "small-caps",
    "superscript": "superscript",
    "subscript": "subscript",
    "underlined": "underlined",
    "italic": "italic",
    "bold": "bold",
}
_SAID: dict[str, Promise] = {
    "deleted": gettext_lazy("struck out:"),
    "added": gettext_lazy("written in:"),
    "supplied": gettext_lazy("supplied:"),
    "heading": gettext_lazy("heading:"),
}
_BREAKS = frozenset({"line", "paragraph", "heading"})
_MOST_INDENT = 4


@dataclass(frozen=True, slots=True)
class Footnote:
    """What a note of a text says: `number` from 1 in the text, `mark` as the source prints it, ids of both its ends.

    `html` is its text with marks, where it was compared.
    """

    number: int
    mark: str
    text: str
    language: str
    element_id: str
    back_id: str
    html: SafeString | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """What `marking.mark_text` puts on a text for its markup, and the notes below it."""

    marks: Sequence[Mark] = ()
    asides: Sequence[Aside] = ()
    notes: Sequence[Footnote] = ()


def set_markup(variant: Variant) -> Setting:
    """Return how the markup of a variant is shown."""
    return set_spans(variant.text, variant.spans, variant.pk) if variant.markup else Setting()


def set_spans(text: str, given: Iterable[SpanRecord], number: int) -> Setting:
    """Return how markup is shown of a text that has the `number` on its page, which its notes' ids are made of."""
    spans = [span for span in given if span.end <= len(text)]
    notes = list(_notes(spans, number))
    asides = [*_breaks(spans, text), *_between(spans), *_references(spans, notes)]
    return Setting(list(_marks(spans)), asides, notes)


def _marks(spans: Iterable[SpanRecord]) -> Iterator[Mark]:
    for span in spans:
        if span.start == span.end or span.kind in {"line", "paragraph", "note", "page"}:
            continue
        before, after = _say(span.kind)
        element = _ELEMENTS.get(span.kind, "span")
        yield Mark(span.start, span.end, element, _attributes(span), before=before, after=after)


def _say(kind: str) -> tuple[str, str]:
    """Return what is said before and after marked words, for those who do not see how they are set."""
    if kind == "unclear":
        return "", f" ({gettext('unclear')})"
    return (f"({_SAID[kind]} ", ")") if kind in _SAID else ("", "")


def _attributes(span: SpanRecord) -> Attributes:
    style = f" style-{_STYLES[span.value.casefold()]}" if span.value.casefold() in _STYLES else ""
    attributes: list[tuple[str, str]] = [("class", f"markup-{span.kind}{style}")]
    if span.language:
        attributes.append(("lang", span.language))
    if title := (span.text if span.kind == "code" else span.value if span.kind in {"link", "quote"} else ""):
        attributes.append(("title", title))
    return tuple(attributes)


def _breaks(spans: Iterable[SpanRecord], text: str) -> Iterator[Aside]:
    """Yield a break where a line, paragraph or heading begins or ends, unless the text has a line end there."""
    blocks = [span for span in spans if span.kind in _BREAKS]
    starts = {span.start: (span.kind, _indent_of(span)) for span in blocks}
    ends = {span.end + _space_after(text, span.end): (span.kind, 0) for span in blocks}
    for place, (kind, indent) in sorted({**ends, **starts}.items()):
        before, after = text[:place].rstrip(" \t"), text[place:]
        is_inside = bool(before.strip()) and bool(after.strip()) and not before.endswith("\n")
        if (is_inside and not after.lstrip(" \t").startswith("\n")) or indent:
            names = f"break break-{kind}" if is_inside else "break-none"
            yield Aside(place, "span", "", (("class", f"{names} indent-{indent}"),))


def _indent_of(span: SpanRecord) -> int:
    return min(read_digits(span.value, longest=2) or 0, _MOST_INDENT) if span.kind == "line" else 0


def _space_after(text: str, place: int) -> int:
    """Return how many spaces follow a place: what begins after them, and what ends before them, part in one place."""
    return len(text[place:]) - len(text[place:].lstrip(" \t"))


def _between(spans: Iterable[SpanRecord]) -> Iterator[Aside]:
    """Yield what stands for pages, lost words, brackets of the editor and placeholders."""
    for span in spans:
        match span.kind:
            case "page":
                said = gettext("(page %(number)s)") if span.value else gettext("(new page)")
                before = f" {said % {'number': span.value}} "
                yield Aside(span.start, "span", f"‖{span.value}", (("class", "markup-page"),), before=before)
            case "lacuna" if span.start == span.end:
                lost = f" {gettext('(words are lost)')} "
                yield Aside(span.start, "span", "[…]", (("class", "markup-lacuna"),), before=lost)
            case "supplied" if span.start < span.end:
                yield Aside(span.start, "span", "", (("class", "bracket-open"),))
                yield Aside(span.end, "span", "", (("class", "bracket-close"),))
            case "code" if span.start == span.end:
                yield Aside(span.start, "span", span.text or span.value, (("class", "markup-code"),))


def _notes(spans: Iterable[SpanRecord], pk: int) -> Iterator[Footnote]:
    for number, span in enumerate((one for one in spans if one.kind == "note"), 1):
        yield Footnote(number, span.value, span.text, span.language, f"note-{pk}-{number}", f"noted-{pk}-{number}")


def _references(spans: Iterable[SpanRecord], notes: Iterable[Footnote]) -> Iterator[Aside]:
    """Yield the number of each note at the end of what it speaks of."""
    for span, note in zip((one for one in spans if one.kind == "note"), notes, strict=True):
        attributes = (("class", "note-reference"), ("href", f"#{note.element_id}"), ("title", note.text[:300]))
        before = f"{pgettext('before its number', 'note')} "
        yield Aside(span.end, "a", str(note.number), attributes, note.back_id, before=before)
