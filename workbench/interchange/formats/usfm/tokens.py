"""USFM cut into markers and words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.interchange.scripture.attributes import read_attributes

__all__ = ["Token", "attributes_of", "cut"]

_MARKER = re.compile(
    r"\\(?:(?P<plus>\+?)(?P<name>[A-Za-z][A-Za-z0-9_-]*)(?:(?P<end>\*)|[ \t\n])?|(?P<stop>\*)|(?P<sign>[^A-Za-z*+\s]))"
)
_BEFORE_BAR = re.compile(r"(?:[^\\|]|\\.|\\\Z)*+", re.S)
_SOFT = re.compile("[ ]?//")
_DEFAULTS = {"w": "lemma", "rb": "gloss", "xt": "link-href", "jmp": "link-href", "qt-s": "who"}


@dataclass(slots=True)
class Token:
    """A marker, and the words up to the next. `kind`: begin, end or milestone; `raw`: words as they are written.

    `words` are without attributes, which stand in `attributes` as they are written.
    """

    kind: str
    name: str
    words: str
    raw: str
    attributes: str
    start: int
    is_at_line_start: bool


def cut(text: str) -> Iterator[Token]:
    """Yield the markers of a text in their order."""
    found = list(_MARKER.finditer(text))
    index = 0
    while index < len(found):
        match = found[index]
        if match["name"] is None:
            index += 1
            continue
        index += 1
        while index < len(found) and found[index]["sign"]:
            index += 1
        end = found[index].start() if index < len(found) else len(text)
        kind = "end" if match["end"] else "begin"
        if kind == "begin" and index < len(found) and found[index]["stop"]:
            kind = "milestone"
        raw = text[match.end() : end]
        words, attributes = _part(raw)
        yield Token(
            kind,
            match["name"].lower() if kind != "milestone" else match["name"],
            words,
            raw,
            attributes,
            match.start(),
            _is_at_line_start(text, match.start()),
        )
        if kind == "milestone":
            stop = found[index]
            index += 1
            yield from _after(text, found, index, stop.end())


def _is_at_line_start(text: str, place: int) -> bool:
    before = text[max(0, place - 8) : place].rstrip(" \t")
    return before.endswith("\n") or (not before and place < 8)


def _after(text: str, found: "list[re.Match[str]]", index: int, begins: int) -> Iterator[Token]:
    """Yield the words after a milestone, as the rest of what was open."""
    end = next((one.start() for one in found[index:] if not one["sign"]), len(text))
    raw = text[begins:end]
    if raw:
        yield Token("words", "", unescape(raw), raw, "", begins, False)


def _part(raw: str) -> tuple[str, str]:
    """Part words as they are meant from attributes as they are written, which stand behind a bar."""
    if "|" not in raw:
        return unescape(raw), ""
    at = _BEFORE_BAR.match(raw).end()  # type: ignore[union-attr]
    return unescape(raw[:at]), raw[at + 1 :]


def unescape(raw: str) -> str:
    """Return words as they are meant."""
    if "\\" not in raw:
        return _plain(raw)
    pieces, begins = [], 0
    for match in _MARKER.finditer(raw):
        pieces += [_plain(raw[begins : match.start()]), match["sign"] or ""]
        begins = match.end()
    return "".join([*pieces, _plain(raw[begins:])])


def _plain(raw: str) -> str:
    if "~" in raw or "//" in raw:
        return _SOFT.sub("", raw.replace("~", "\u00a0"))
    return raw


def attributes_of(marker: str, written: str) -> dict[str, str]:
    """Return the attributes of marked words or of a milestone by name; one without a name is the marker's own."""
    found = read_attributes(written)
    if not found and written.strip() and marker in _DEFAULTS:
        return {_DEFAULTS[marker]: unescape(written).strip()}
    return found
