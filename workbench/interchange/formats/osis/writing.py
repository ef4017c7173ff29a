"""Translations written as OSIS 2.1.1: chapters and paragraphs are elements, verses lie between milestones."""

import re

from workbench.interchange.books import BOOKS
from workbench.interchange.document import Document, TranslationRecord
from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.formats.osis.terms import element_of, print_ids
from workbench.interchange.losses import only_work
from workbench.interchange.scripture.attributes import plain_figure
from workbench.interchange.scripture.files import describe_translation
from workbench.interchange.scripture.markers import CROSS_REFERENCE, is_cell, is_heading, is_plain_milestone
from workbench.interchange.scripture.milestones import VersePieces
from workbench.interchange.scripture.telling import books_of, tell_book

__all__ = ["write_texts"]

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = "http://www.bibletechnologies.net/2003/OSIS/namespace"
_NAME = re.compile(r"\W+")
_LINE = re.compile(r"q[1-4rcd]")
_AROUND = {"l": "lg", "item": "list", "row": "table"}
_FIGURE = frozenset({"src", "size", "alt"})
_PRINTED = re.compile(r"[^\s.:](?:[^.:]*[^\s.:])?")


def write_texts(document: Document) -> bytes:
    """Return the file in UTF-8, LF. Raises `FormatError` for what are no verses."""
    work = only_work(document)
    told = [(one, books_of(work, one.siglum)) for one in work.translations]
    if not any(books for _, books in told):
        raise FormatError((Problem("/works/0/passages", "Expected at least one verse."),))
    writer = _Writer()
    writer.begin(is_corpus=len(told) > 1)
    for translation, books in told:
        writer.begin_text(translation)
        for code, verses in books.items():
            tell_book(code, verses, writer)
        writer.end_text()
    return writer.finish(is_corpus=len(told) > 1)


class _Writer:
    """Writes what it is told."""

    def __init__(self) -> None:
        self._out = VersePieces("eID")
        self._book = self._chapter = ""
        self._block = self._around = ""
        self._is_in_cell = False
        self._open: list[str] = []

    def begin(self, *, is_corpus: bool) -> None:
        """Begin the file."""
        self._out.begin("osis", {"xmlns": _NAMESPACE})
        if is_corpus:
            self._out.begin("osisCorpus", {})
            self._header("Bible", "")

    def begin_text(self, translation: TranslationRecord) -> None:
        """Begin a translation."""
        name = _NAME.sub("_", translation.siglum).strip("_") or "Bible"
        self._out.line()
        said = {"osisIDWork": name, "osisRefWork": "Bible", "xml:lang": translation.language}
        self._out.begin("osisText", said)
        self._header(name, describe_translation(translation))

    def book(self, code: str) -> None:
        self._end_book()
        self._book = code
        self._out.line()
        self._out.begin("div", {"type": "book", "osisID": BOOKS.get(code, code)})

    def chapter(self, number: str) -> None:
        self._end_chapter()
        self._chapter = number
        self._out.line()
        self._out.begin("chapter", {"osisID": f"{BOOKS.get(self._book, self._book)}.{number}"})

    def paragraph(self, marker: str) -> None:
        name, said = _block_of(marker)
        self._end_block(_AROUND.get(name, ""))
        self._out.line()
        if not self._around and name in _AROUND:
            self._around = _AROUND[name]
            self._out.begin(self._around, {})
        self._out.begin(name, said)
        self._block = name

    def verse(self, number: str) -> None:
        if self._out.is_wordless:
            self.text(" ")
        ids = print_ids((self._book, self._chapter, ""), number)
        self._out.begin_verse(ids[0], {"osisID": " ".join(ids), "sID": ids[0]})

    def text(self, words: str) -> None:
        self._out.words(words)
        if self._block != "title":
            self._out.reach()

    def open(self, marker: str, value: str = "") -> None:
        name, said = element_of(marker)
        more = {"href": value} if name == "a" else {"who": value} if name == "q" and value else {}
        self._open.append(name)
        self._out.begin(name, {**said, **more}, blank="marker" if name == "q" else "")  # the marks are in the text

    def close(self, marker: str) -> None:
        self._out.end(self._open.pop())
        self._out.reach()

    def note(self, marker: str, caller: str, words: str) -> None:
        kind = "crossReference" if marker == CROSS_REFERENCE else ""
        self._out.begin("note", {"type": kind, "n": caller, "osisRef": self._out.verse.partition("!")[0]})
        self._out.words(words)
        self._out.end("note")
        self._out.reach()

    def code(self, name: str, value: str) -> None:
        figure = plain_figure(value) if name == "fig" else None
        if is_cell(name) and not value and self._block == "row":
            self._begin_cell(name)
        elif name == "vp" and _PRINTED.fullmatch(value) and self._out.is_at_verse:
            self._out.add_to_verse("n", value)
        elif figure and set(figure[1]) <= _FIGURE:
            self._out.begin("figure", figure[1])
            self._out.words(figure[0])
            self._out.end("figure")
        elif is_plain_milestone(name):
            self._out.point("milestone", {"type": f"x-{name}", "marker": value})
        else:
            self._out.point("milestone", {"type": "x-code", "n": name, "marker": value})
        self._out.reach()

    def end_text(self) -> None:
        """End a translation."""
        self._end_book()
        self._out.line()
        self._out.end("osisText")

    def finish(self, *, is_corpus: bool) -> bytes:
        """Return the file."""
        self._out.line()
        if is_corpus:
            self._out.end("osisCorpus")
        self._out.end("osis")
        return f"{_DECLARATION}{self._out.text()}\n".encode()

    def _header(self, name: str, description: str) -> None:
        self._out.line()
        self._out.begin("header", {})
        self._out.begin("work", {"osisWork": name})
        if description:
            self._out.begin("identifier", {"type": "x-translation"})
            self._out.words(description)
            self._out.end("identifier")
        self._out.end("work")
        self._out.end("header")

    def _begin_cell(self, name: str) -> None:
        if self._is_in_cell:
            self._out.end("cell")
        self._out.begin("cell", {"type": f"x-{name}", "role": "label" if name.startswith("th") else ""})
        self._is_in_cell = True

    def _end_block(self, following: str = "") -> None:
        if self._is_in_cell:
            self._out.end("cell")
        if self._block:
            self._out.end(self._block)
        if self._around and self._around != following:
            self._out.end(self._around)
            self._around = ""
        self._block, self._is_in_cell = "", False

    def _end_chapter(self) -> None:
        self._out.end_verse()
        self._end_block()
        if self._chapter:
            self._out.line()
            self._out.end("chapter")
        self._chapter = ""

    def _end_book(self) -> None:
        self._end_chapter()
        if self._book:
            self._out.line()
            self._out.end("div")
        self._book = ""


def _block_of(marker: str) -> tuple[str, dict[str, str]]:
    """Return the element of a paragraph, line or heading, with its attributes."""
    if is_heading(marker):
        return "title", {}
    if marker == "d":
        return "title", {"type": "psalm", "canonical": "true"}
    if marker == "tr":
        return "row", {}
    if _LINE.fullmatch(marker):
        return "l", {"level": marker[1]} if marker[1].isdecimal() else {"type": f"x-{marker}"}
    return "item" if marker.startswith("li") else "p", {} if marker == "p" else {"type": f"x-{marker}"}
