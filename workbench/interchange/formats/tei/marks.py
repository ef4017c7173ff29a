"""Which elements of TEI are which markup of ours, and back."""

from typing import Any

from workbench.interchange.document import SpanRecord
from workbench.interchange.xml import XML_LANG, local_name

__all__ = ["WORDED", "element_of", "mark_of"]

_KINDS = {
    "emph": "emphasis", "hi": "style", "name": "name", "persName": "name", "placeName": "name", "orgName": "name",
    "geogName": "name", "rs": "name", "term": "term", "q": "quote", "quote": "quote", "said": "quote",
    "soCalled": "quote", "foreign": "foreign", "ref": "link", "l": "line", "supplied": "supplied", "del": "deleted",
    "add": "added", "unclear": "unclear",
}  # fmt: skip
_VALUES = {
    "style": ("rend", "rendition"), "name": ("type",), "quote": ("who",), "link": ("target",), "line": ("rend",),
    "supplied": ("reason",), "deleted": ("rend",), "added": ("place",), "unclear": ("reason",),
}  # fmt: skip
_SEGMENTS = {"paragraph", "heading", "number", "lacuna"}
_STYLES = {"italic": "emphasis", "italics": "emphasis", "it": "emphasis", "i": "emphasis", "bold": "strong"}
_ELEMENTS = {"emphasis": "emph", "strong": "hi", "style": "hi", "name": "name", "term": "term", "quote": "said",
    "foreign": "foreign", "link": "ref", "line": "l", "supplied": "supplied", "deleted": "del", "added": "add",
    "unclear": "unclear"}  # fmt: skip
WORDED = frozenset({*_ELEMENTS, *_SEGMENTS})
"""The kinds that are written around words."""


def mark_of(element: Any, *, is_ours: bool) -> SpanRecord | None:
    """Return what an element says of the words in it, None where it is nothing that is kept.

    In files of ours `n` has what no other attribute may say.
    """
    name, language = local_name(element), str(element.get(XML_LANG, ""))
    if name == "seg" and element.get("type") in _SEGMENTS:
        return SpanRecord(element.get("type"), 0, 0, element.get("n", ""), "", language)
    kind = _KINDS.get(name, "foreign" if language else "")
    said = next((element.get(one, "") for one in _VALUES.get(kind, ()) if element.get(one)), "")
    more = element.get("n", "") if is_ours else ""
    if kind == "style" and said in _STYLES:
        return SpanRecord(_STYLES[said], 0, 0, more, "", language)
    value = said.removeprefix("#") if kind == "quote" else said
    return SpanRecord(kind, 0, 0, value or more, "", language) if kind else None


def element_of(span: SpanRecord) -> tuple[str, dict[str, str]]:
    """Return the name and attributes of the element that says what a span with words does."""
    name = _ELEMENTS.get(span.kind, "seg")
    said: dict[str, str] = {"type": span.kind} if name == "seg" else {}
    if span.kind == "strong":
        said["rend"] = "bold"
    if span.value and span.kind in _VALUES and span.value not in _STYLES and not set(span.value) & set(" \t\n"):
        said[_VALUES[span.kind][0]] = f"#{span.value}" if span.kind == "quote" else span.value
    elif span.value:
        said["n"] = span.value
    if span.language:
        said[XML_LANG] = span.language
    return name, said
