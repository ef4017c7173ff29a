"""A book written as USX 3.0."""

import re
from collections.abc import Mapping, Sequence

from workbench.interchange.document import TranslationRecord
from workbench.interchange.scripture.attributes import plain_attributes, plain_figure
from workbench.interchange.scripture.files import describe_translation
from workbench.interchange.scripture.markers import SPOKEN, is_cell, is_heading, is_plain_milestone
from workbench.interchange.scripture.milestones import VersePieces
from workbench.interchange.scripture.telling import Told, tell_book

__all__ = ["write_book"]

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NUMBERS = {"va": "altnumber", "vp": "pubnumber"}
_NUMBER = re.compile(r"\S(?:.*\S)?", re.S)


def write_book(translation: TranslationRecord, code: str, verses: Sequence[Told]) -> bytes:
    """Return the file of a book in UTF-8, LF."""
    writer = _Writer(describe_translation(translation))
    tell_book(code, verses, writer)
    return writer.finish()


class _Writer:
    """Writes what it is told."""

    def __init__(self, description: str) -> None:
        self._out = VersePieces("eid")
        self._description = description
        self._book = self._chapter = ""
        self._block = ""
        self._is_in_cell = False
        self._numbers: dict[str, str] = {}

    def book(self, code: str) -> None:
        self._book = code
        self._out.begin("usx", {"version": "3.0"})
        self._out.line()
        self._out.point("book", {"code": code, "style": "id"})
        self._begin_block("rem")
        self._out.words(self._description)

    def chapter(self, number: str) -> None:
        self._end_chapter()
        self._chapter = number
        self._out.line()
        self._out.point("chapter", {"number": number, "style": "c", "sid": f"{self._book} {number}"})

    def paragraph(self, marker: str) -> None:
        self._begin_block(marker)

    def verse(self, number: str) -> None:
        if self._out.is_wordless:
            self.text(" ")
        self._numbers = dict(_NUMBERS)
        verse = f"{self._book} {self._chapter}:{number}"
        self._out.begin_verse(verse, {"number": number, "style": "v", "sid": verse})

    def text(self, words: str) -> None:
        self._out.words(words)
        if not is_heading(self._block):
            self._out.reach()

    def open(self, marker: str, value: str = "") -> None:
        if marker == SPOKEN:
            self._out.point("ms", {"style": SPOKEN, "who": value})
        else:
            self._out.begin("char", {"style": marker, "link-href": value})

    def close(self, marker: str) -> None:
        if marker == SPOKEN:
            self._out.point("ms", {"style": "qt-e"})
        else:
            self._out.end("char")
        self._out.reach()

    def note(self, marker: str, caller: str, words: str) -> None:
        origin, said = ("xo", "xt") if marker == "x" else ("fr", "ft")
        self._out.begin("note", {"style": marker, "caller": caller or "+"})
        self._marked(origin, f"{self._out.verse.partition(' ')[2] or f'{self._chapter}:0'} ")
        self._marked(said, words)
        self._out.end("note")
        self._out.reach()

    def code(self, name: str, value: str) -> None:
        figure = plain_figure(value) if name == "fig" else None
        attributes = plain_attributes(value) if is_plain_milestone(name) else None
        if is_cell(name) and not value and self._block == "tr":
            self._begin_cell(name)
        elif name in self._numbers and _NUMBER.fullmatch(value) and self._out.is_at_verse:
            self._out.add_to_verse(self._numbers.pop(name), value)
        elif name in {"va", "vp", "ca"} and _NUMBER.fullmatch(value):
            self._marked(name, value)
        elif figure:
            self._figure(*figure)
        elif attributes is not None:
            self._out.point("ms", {"style": name, **attributes})
        else:
            self._out.point("ms", {"style": "zcode", "x-name": name, "x-text": value})
        self._out.reach()

    def finish(self) -> bytes:
        """Return the file."""
        self._end_chapter()
        self._out.line()
        self._out.end("usx")
        return f"{_DECLARATION}{self._out.text()}\n".encode()

    def _marked(self, style: str, words: str) -> None:
        self._out.begin("char", {"style": style})
        self._out.words(words)
        self._out.end("char")

    def _figure(self, caption: str, attributes: Mapping[str, str]) -> None:
        named = {"file" if name == "src" else name: value for name, value in attributes.items()}
        self._out.begin("figure", {"style": "fig", **named})
        self._out.words(caption)
        self._out.end("figure")

    def _begin_block(self, marker: str) -> None:
        self._end_block(marker)
        self._out.line()
        if marker == "tr" and self._block != "tr":
            self._out.begin("table", {})
        self._out.begin("row" if marker == "tr" else "para", {"style": marker})
        self._block = marker

    def _begin_cell(self, name: str) -> None:
        if self._is_in_cell:
            self._out.end("cell")
        self._out.begin("cell", {"style": name, "align": "end" if "r" in name else "start"})
        self._is_in_cell = True

    def _end_block(self, following: str = "") -> None:
        if self._is_in_cell:
            self._out.end("cell")
        self._is_in_cell = False
        if self._block:
            self._out.end("row" if self._block == "tr" else "para")
        if self._block == "tr" and following != "tr":
            self._out.end("table")
        self._block = self._block if following else ""

    def _end_chapter(self) -> None:
        self._out.end_verse()
        self._end_block()
        if self._chapter:
            self._out.line()
            self._out.point("chapter", {"eid": f"{self._book} {self._chapter}"})
