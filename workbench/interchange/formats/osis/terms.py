"""What OSIS calls what USFM has markers for, and its names of verses (`Gen.1.4!a`)."""

import re
from collections.abc import Mapping, Sequence

from workbench.interchange.books import BOOKS, book_of
from workbench.interchange.scripture.markers import SPOKEN, is_character
from workbench.interchange.scripture.verses import Verse, verses_of

__all__ = ["element_of", "line_of", "marker_of", "print_ids", "verse_number", "verses_in"]

_ELEMENTS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "em": ("hi", {"type": "emphasis"}),
    "bd": ("hi", {"type": "bold"}),
    "it": ("hi", {"type": "italic"}),
    "sc": ("hi", {"type": "small-caps"}),
    "sup": ("hi", {"type": "super"}),
    "nd": ("divineName", {}),
    "pn": ("name", {}),
    "png": ("name", {"type": "geographic"}),
    "k": ("seg", {"type": "keyword"}),
    "tl": ("foreign", {}),
    "add": ("transChange", {"type": "added"}),
    "wj": ("q", {"who": "Jesus"}),
    "jmp": ("a", {}),
    SPOKEN: ("q", {}),
}
_MARKERS = {(name, said.get("type", "")): marker for marker, (name, said) in _ELEMENTS.items() if name != "q"}
_ALWAYS = {"divineName": "nd", "name": "pn", "foreign": "tl", "a": "jmp"}
_ID = re.compile(r"(?:[^:\s]+:)?([^.\s!]+)\.(\d+)\.(\d+|title)(?:!([a-z]{1,2}))?")
_LEVELS = {"x-primary": "q1", "x-secondary": "q2"}


def element_of(marker: str) -> tuple[str, Mapping[str, str]]:
    """Return the element that marked words are, with its attributes."""
    return _ELEMENTS.get(marker, ("seg", {"type": f"x-{marker}"}))


def marker_of(name: str, attributes: Mapping[str, str]) -> str:
    """Return the marker of marked words, "" where USFM has none. Who speaks is not asked here."""
    said = attributes.get("type", "")
    if name == "seg" and is_character(said.removeprefix("x-")) and said.startswith("x-"):
        return said.removeprefix("x-")
    return _MARKERS.get((name, said)) or _ALWAYS.get(name, "")


def line_of(attributes: Mapping[str, str]) -> str:
    """Return the marker of a line of verse."""
    said, level = attributes.get("type", ""), attributes.get("level", "")
    if said in {"x-qr", "x-qc", "x-qd"}:
        return said.removeprefix("x-")
    return f"q{level}" if level in {"1", "2", "3", "4"} else _LEVELS.get(said, "q1")


def print_ids(verse: Verse, number: str) -> Sequence[str]:
    """Return the names of all verses that a printed number ("3-4") means."""
    chapter = f"{BOOKS.get(verse[0], verse[0])}.{verse[1]}"
    return [f"{chapter}.{re.sub('(?<=[0-9])(?=[a-z])', '!', label)}" for label in verses_of(number)]


def verses_in(names: str) -> Sequence[Verse]:
    """Return the verses that a list of names has; what is no verse is left out."""
    found = [_ID.fullmatch(name) for name in names.split()]
    return [(_code(one[1]), str(int(one[2])), _label(one[3]) + (one[4] or "")) for one in found if one]


def verse_number(verses: Sequence[Verse]) -> str:
    """Return the number that is printed for verses of a chapter: a bridge where one follows the other."""
    labels = [verse[2] for verse in verses]
    bridge = f"{labels[0]}-{labels[-1]}"
    return bridge if len(labels) > 1 and verses_of(bridge) == labels else ",".join(labels)


def _label(number: str) -> str:
    return "0" if number == "title" else str(int(number))


def _code(name: str) -> str:
    return book_of(name) or name
