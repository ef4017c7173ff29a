"""The paragraphs of a page: what stands in blocks of its own, with headings, notes and marked words.

Left out is what is no text: scripts, navigation, forms. Notes are found by what they are called (`noteref` of EPUB,
`doc-noteref` of ARIA) and stand where they are called from.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from workbench.interchange.hypertext.lines import Line, Paragraph
from workbench.interchange.xml import XML_LANG, checked_text, local_name

__all__ = ["Page", "has_class", "is_note", "language_of_element", "note_text", "notes_of", "read_line"]

_SILENT = {
    "script", "style", "head", "nav", "template", "noscript", "svg", "math", "iframe", "object", "audio", "video",
    "button", "select", "textarea", "input", "canvas", "map", "datalist", "rt", "rp",
}  # fmt: skip
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "html", "legend", "li",
    "main", "menu", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    "h1", "h2", "h3", "h4", "h5", "h6",
}  # fmt: skip
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_MARKS = {
    "em": "emphasis", "i": "emphasis", "cite": "emphasis", "strong": "strong", "b": "strong", "s": "deleted",
    "del": "deleted", "strike": "deleted", "u": "added", "ins": "added",
}  # fmt: skip
_TYPE = "{http://www.idpf.org/2007/ops}type"
_CALLS = {"noteref", "doc-noteref"}
_NOTES = {"footnote", "endnote", "rearnote", "note", "doc-footnote", "doc-endnote"}
_BACK = {"backlink", "doc-backlink", "referrer"}

Notes = Callable[[str], str | None]
"""What a note says, by the address it is called with; None where that leads to no note."""


@dataclass(slots=True)
class Page:
    """The paragraphs of a page, in their order; `pictures` counts those that are left out."""

    notes: Notes
    paragraphs: list[Paragraph] = field(default_factory=list)
    pictures: int = 0
    _line: Line = field(default_factory=Line)

    def read(self, element: Any, language: str = "") -> None:
        """Read all that stands in an element."""
        name = local_name(element)
        self.pictures += name in {"img", "svg", "picture"}
        if (
            not name
            or name in _SILENT
            or is_note(element)
            or _types(element) & {"endnotes", "footnotes", "doc-endnotes"}
        ):
            return
        language = language_of_element(element) or language
        is_block = name in _BLOCKS
        if is_block:
            self._close(language)
        self._inline(element, name, language)
        if is_block:
            self._close(language, is_heading=name in _HEADINGS)

    def _inline(self, element: Any, name: str, language: str) -> None:
        if name == "br":
            self._line.end_line()
        elif not _call_note(element, self._line, self.notes):
            start, line = self._line.length, self._line
            line.add(checked_text(element.text or "", "the text"), keeps_space=name == "pre")
            for one in element:
                self.read(one, language)
                self._line.add(checked_text(one.tail or "", "the text"), keeps_space=name == "pre")
            if name in _MARKS and self._line is line:
                line.mark(_MARKS[name], start)

    def _close(self, language: str, *, is_heading: bool = False) -> None:
        paragraph = self._line.finish(is_heading=is_heading, language=language)
        if paragraph.text.strip():
            self.paragraphs.append(paragraph)
        self._line = Line()


def read_line(element: Any, line: Line, notes: Notes) -> None:
    """Add the words of an element of ours to a line: signs and labels, which are there to be seen, are passed over."""
    for one in _pieces(element, line):
        name = local_name(one)
        if name == "br":
            line.end_line()
        elif not has_class(one, "sign") and not has_class(one, "label") and not _call_note(one, line, notes):
            start = line.length
            read_line(one, line, notes)
            language = language_of_element(one)
            if name == "a":
                line.mark("link", start, one.get("href", ""))
            elif name in _MARKS or language:
                line.mark(_MARKS.get(name, "foreign"), start, language=language)


def _pieces(element: Any, line: Line) -> Iterator[Any]:
    line.add(checked_text(element.text or "", "the text"))
    for one in element:
        yield one
        line.add(checked_text(one.tail or "", "the text"))


def notes_of(root: Any) -> Mapping[str, str]:
    """Return what the notes of a page say, by their ids."""
    return {one.get("id"): note_text(one) for one in root.iter() if local_name(one) and one.get("id") and is_note(one)}


def note_text(element: Any) -> str:
    """Return what a note says, a line for each paragraph, without its number and the way back."""
    page = Page(lambda _: None)
    for one in list(element.iter()):
        if local_name(one) == "a" and (_types(one) & _BACK or has_class(one, "back")):
            one.text = ""
    page._inline(element, "div", "")
    page._close("")
    return "\n".join(one.text for one in page.paragraphs)


def is_note(element: Any) -> bool:
    """Whether an element is a note."""
    return bool(_types(element) & _NOTES)


def has_class(element: Any, name: str) -> bool:
    """Whether an element has a class."""
    return name in element.get("class", "").split()


def language_of_element(element: Any) -> str:
    """Return the language that an element says itself, "" if it says none."""
    return str(element.get("lang") or element.get(XML_LANG) or "")


def _types(element: Any) -> set[str]:
    return {*element.get(_TYPE, "").split(), *element.get("epub:type", "").split(), *element.get("role", "").split()}


def _call_note(element: Any, line: Line, notes: Notes) -> bool:
    """Put a note into the line where the element calls one, or holds nothing but such a call."""
    call = element
    if local_name(element) == "sup" and len(element) == 1 and not (element.text or "").strip():
        call = element[0]
    text = notes(call.get("href", "")) if local_name(call) == "a" and _types(call) & _CALLS else None
    if text is None:
        return False
    line.note(text)
    return True
