"""A file of USFM told to a gatherer of verses."""

import re
from collections.abc import Sequence
from html import unescape as unescape_entities

from workbench.interchange.encodings import decode_lines
from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.formats.usfm.tokens import Token, attributes_of, cut, unescape
from workbench.interchange.options import ReadOptions
from workbench.interchange.scripture.files import Roster, read_description
from workbench.interchange.scripture.gathering import Gatherer
from workbench.interchange.scripture.markers import (
    SPOKEN,
    is_alignment,
    is_cell,
    is_character,
    is_note_origin,
    is_paragraph,
    is_transparent,
    kind_of_note,
    speech_of,
)

__all__ = ["read_book"]

_CAPTURED = frozenset({"fig", "va", "vp", "ca", "cat"})
_ENDS_NOTE = frozenset({"c", "v", "p", "id"})
_PLACE = re.compile(r"\A\s*[0-9]+[:.,][0-9]+\S*\s*")
_BEGINNING = re.compile(r"\s*\\id\s+([A-Za-z0-9]{3})(?![A-Za-z0-9])")


def read_book(data: bytes, gatherer: Gatherer, name: str, options: ReadOptions) -> Roster:
    """Tell a file to the gatherer; return what it says of its translation. Raises `FormatError`."""
    text = decode_lines(data, options.encoding, options.max_bytes)
    if not _BEGINNING.match(text):
        message = "Expected \\id with the code of a book (\\id GEN) at its beginning."
        raise FormatError((Problem(name or "line 1", message),))
    return _Reader(text, gatherer, name).read()


class _Reader:
    """Goes through the markers of a file."""

    def __init__(self, text: str, gatherer: Gatherer, name: str) -> None:
        self._text, self._sink, self._name = text, gatherer, name
        self._open: list[str] = []
        self._roster: Roster = ("", "")
        self._is_aside = False
        self._line, self._counted = 1, 0

    def read(self) -> Roster:
        """Tell the file."""
        tokens = list(cut(self._text))
        at = 0
        while at < len(tokens):
            at = self._take(tokens, at)
        return self._roster

    def _take(self, tokens: Sequence[Token], at: int) -> int:
        """Tell what stands at one marker; return the index of the next that is to be told."""
        token = tokens[at]
        name = token.name
        if self._is_aside:
            self._is_aside = name not in {"esbe", "id"}
            if name != "id":
                return at + 1
        if token.kind == "words":
            self._tell_words(token)
        elif token.kind == "milestone":
            self._tell_milestone(token)
        elif token.kind == "end":
            self._end(token)
        elif kind_of_note(name):
            return self._tell_note(tokens, at)
        elif name in _CAPTURED:
            return self._capture(tokens, at)
        else:
            self._begin(token)
        return at + 1

    def _begin(self, token: Token) -> None:
        name = token.name
        if name == "id":
            self._open = []
            self._sink.book(token.words.strip()[:3].upper())
        elif name in {"c", "v"}:
            self._begin_numbered(token)
        elif name == "esb":
            self._is_aside = True
            self._sink.leave_out("sidebars")
        elif is_note_origin(name):
            self._sink.leave_out("places of notes that stand outside of notes")
            self._sink.text(_PLACE.sub("", token.words))
        elif is_cell(name):
            self._sink.text(" ")
            self._sink.code(name, "")
            self._tell_words(token)
        elif is_transparent(name) or is_character(name):
            self._begin_marked(token)
        elif is_paragraph(name) or token.is_at_line_start:
            self._begin_paragraph(token)
        else:
            self._sink.leave_out(f"what the marker {name} means, which is not known")
            self._begin_marked(token)

    def _begin_numbered(self, token: Token) -> None:
        number, _, rest = token.words.lstrip().replace("\n", " ").partition(" ")
        if "\u00a0" in number:
            number, _, rest = token.words.lstrip().partition("\u00a0")
        self._sink.where = self._place(token)
        if token.name == "c":
            self._open = []
            self._sink.chapter(number)
        else:
            self._sink.verse(number)
        self._sink.text(rest + self._bar(token))

    def _begin_paragraph(self, token: Token) -> None:
        if not is_paragraph(token.name):
            self._sink.leave_out(f"what the marker {token.name} means, which is not known")
        self._open = []
        if token.name == "usfm":
            return
        if token.name == "rem" and (described := read_description(token.words + self._bar(token))):
            self._roster = described
            return
        self._sink.paragraph(token.name)
        self._tell_words(token)

    def _begin_marked(self, token: Token) -> None:
        self._open.append(token.name)
        if not is_transparent(token.name):
            value = self._attribute(token, "link-href") if token.name == "jmp" else ""
            self._sink.open(token.name, value)
        elif token.attributes:
            self._sink.leave_out(f"attributes of {token.name}")
        self._sink.text(token.words)

    def _end(self, token: Token) -> None:
        if token.name in self._open:
            at = len(self._open) - 1 - self._open[::-1].index(token.name)
            del self._open[at:]
        if not is_transparent(token.name):
            self._sink.close(token.name)
        self._tell_words(token)

    def _tell_words(self, token: Token) -> None:
        """Tell the words after a marker; behind a bar stand attributes only of marked words that are open."""
        self._sink.text(token.words if self._open else token.words + self._bar(token))

    @staticmethod
    def _bar(token: Token) -> str:
        return f"|{unescape(token.attributes)}" if token.attributes else ""

    @staticmethod
    def _attribute(token: Token, name: str) -> str:
        return attributes_of(token.name, token.attributes).get(name, "")

    def _tell_milestone(self, token: Token) -> None:
        attributes = attributes_of("qt-s", token.attributes)
        if side := speech_of(token.name):
            if side == "s":
                self._sink.open(SPOKEN, attributes.get("who", ""))
            else:
                self._sink.close(SPOKEN)
        elif is_alignment(token.name):
            self._sink.leave_out(f"milestones {token.name}")
        elif token.name == "zcode":
            self._sink.code(
                unescape_entities(attributes.get("x-name", "")), unescape_entities(attributes.get("x-text", ""))
            )
        else:
            self._sink.code(token.name, token.attributes.strip())

    def _capture(self, tokens: Sequence[Token], at: int) -> int:
        """Take the words of a marker that are none of the text, up to its end."""
        token = tokens[at]
        end = next((to for to in range(at + 1, min(at + 20, len(tokens))) if _ends(tokens[to], token.name)), at)
        raw = "".join(one.raw for one in tokens[at:end]) if end > at else token.raw
        if token.name == "cat":
            self._sink.leave_out("categories")
        elif token.name == "vp":
            self._sink.code("vp", unescape(raw).strip())
        else:
            self._sink.code(token.name, raw.strip())
        if end > at:
            self._sink.text(tokens[end].words)
        return end + 1

    def _tell_note(self, tokens: Sequence[Token], at: int) -> int:
        first = tokens[at]
        caller, _, words = first.words.lstrip().partition(" ")
        pieces, is_origin = [words], False
        standing: list[str] = []
        for to in range(at + 1, len(tokens)):
            token = tokens[to]
            if _ends(token, first.name):
                self._sink.note(kind_of_note(first.name), caller, "".join(pieces))
                self._tell_words(token)
                return to + 1
            if token.kind == "begin" and token.name in _ENDS_NOTE:
                self._sink.leave_out("ends of notes that are not there")
                self._sink.note(kind_of_note(first.name), caller, "".join(pieces))
                return to
            standing = self._nest(token, standing)
            is_origin = token.kind == "begin" and is_note_origin(token.name)
            if not is_origin and (token.kind == "end" or token.name not in {"cat", "fig"}):
                pieces.append(token.words)
        self._sink.note(kind_of_note(first.name), caller, "".join(pieces))
        return len(tokens)

    def _nest(self, token: Token, standing: list[str]) -> list[str]:
        """Return the marks that stand in a note behind a token: a part of the note ends the part before it."""
        if token.kind == "begin":
            return [token.name] if token.name[:1] in {"f", "x"} else [*standing, token.name]
        if token.kind == "end" and token.name not in standing:
            self._sink.leave_out("ends of marks that had ended before")
        return standing[: standing.index(token.name)] if token.name in standing else standing

    def _place(self, token: Token) -> str:
        self._line += self._text.count("\n", self._counted, token.start)
        self._counted = token.start
        return f"{self._name}, line {self._line}" if self._name else f"line {self._line}"


def _ends(token: Token, name: str) -> bool:
    return token.kind == "end" and token.name == name
