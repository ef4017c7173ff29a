"""Texts with marks on them, as HTML: the one place where marked text is escaped and put between tags.

A `Mark` stands around characters of the text. An `Aside` stands between two characters and is no part of the text:
words of another variant, a caret, a word for those who hear the page. Whatever is no part of the text is inside an
element with the attribute `data-foreign`; all other characters, joined, are the text itself. Scripts that turn a
selection into offsets rely on this.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from operator import attrgetter
from typing import Literal

from django.utils.safestring import SafeString, mark_safe

__all__ = ["Aside", "Attributes", "Mark", "hidden_words", "mark_text"]

Element = Literal["ins", "del", "mark", "span", "a", "em", "strong", "i"]
Attributes = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """An element around the characters `start:end`.

    `element_id` becomes the id of its first piece: where marks overlap, the one that ends later is cut in pieces; of
    several marks and asides with one id, the first has it. `before` and `after` are said, not shown.
    """

    start: int
    end: int
    element: Element
    attributes: Attributes = ()
    element_id: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Aside:
    """Something at `at` that is no part of the text: `words` are shown, `before` and `after` only said."""

    at: int
    element: Element
    words: str = ""
    attributes: Attributes = ()
    element_id: str = ""
    before: str = ""
    after: str = ""


def mark_text(text: str, marks: Iterable[Mark] = (), asides: Iterable[Aside] = ()) -> SafeString:
    """Return the text as HTML, all marks properly nested. Raises `ValueError` for a mark that holds no character."""
    ordered = sorted(marks, key=lambda mark: (mark.start, -mark.end))
    for mark in ordered:
        if not 0 <= mark.start < mark.end <= len(text):
            raise ValueError(f"A mark inside 0..{len(text)} is expected, not {mark.start}..{mark.end}.")
    between = sorted(asides, key=attrgetter("at"))
    places = sorted({0, len(text), *(m.start for m in ordered), *(m.end for m in ordered), *(a.at for a in between)})
    return mark_safe("".join(_Writer(text, ordered, between).write(places)))  # noqa: S308 - all text was escaped


def hidden_words(words: str) -> str:
    """Return the HTML of words that are said, not shown, and are no part of the text; "" for none."""
    return f'<span class="hidden-words" data-foreign>{escape(words)}</span>' if words else ""


class _Writer:
    """Goes along the text once, with a stack of the marks that are open."""

    def __init__(self, text: str, marks: Sequence[Mark], asides: Sequence[Aside]) -> None:
        self.text = text
        self.marks = list(reversed(marks))
        self.asides = list(reversed(asides))
        self.open: list[Mark] = []
        self.ids: set[str] = set()

    def write(self, places: Sequence[int]) -> Iterable[str]:
        for place, following in zip(places, [*places[1:], places[-1]], strict=True):
            yield from self._close(place)
            while self.asides and self.asides[-1].at == place:
                aside = self.asides.pop()
                yield _aside(aside, self._new(aside.element_id))
            while self.marks and self.marks[-1].start == place:
                self.open.append(self.marks.pop())
                yield _begin(self.open[-1], self._new(self.open[-1].element_id), first=True)
            yield escape(self.text[place:following])

    def _close(self, place: int) -> Iterable[str]:
        """Close the marks that end here; those above them on the stack are closed too and opened again."""
        ending = [depth for depth, mark in enumerate(self.open) if mark.end == place]
        if not ending:
            return
        above = self.open[ending[0] :]
        for mark in reversed(above):
            yield _end(mark, last=mark.end == place)
        staying = [mark for mark in above if mark.end != place]
        self.open[ending[0] :] = staying
        for mark in staying:
            yield _begin(mark, "", first=False)

    def _new(self, element_id: str) -> str:
        """Return an id that nothing before has, else nothing: a difference may stand at several places."""
        if element_id in self.ids:
            return ""
        self.ids.add(element_id)
        return element_id


def _begin(mark: Mark, element_id: str, *, first: bool) -> str:
    return f"<{mark.element}{_attributes(mark.attributes, element_id)}>{hidden_words(mark.before) if first else ''}"


def _end(mark: Mark, *, last: bool) -> str:
    return f"{hidden_words(mark.after) if last else ''}</{mark.element}>"


def _aside(aside: Aside, element_id: str) -> str:
    attributes = _attributes((*aside.attributes, ("data-foreign", "")), element_id)
    inside = f"{hidden_words(aside.before)}{escape(aside.words)}{hidden_words(aside.after)}"
    return f"<{aside.element}{attributes}>{inside}</{aside.element}>"


def _attributes(attributes: Attributes, element_id: str) -> str:
    named = (("id", element_id), *attributes) if element_id else attributes
    return "".join(f' {name}="{escape(value)}"' if value else f" {name}" for name, value in named)
