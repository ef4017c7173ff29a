"""A file of USX told to a gatherer of verses."""

import re
from collections.abc import Callable, Mapping

from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.options import ReadOptions
from workbench.interchange.scripture.attributes import write_attributes, write_figure
from workbench.interchange.scripture.files import Roster, read_description
from workbench.interchange.scripture.gathering import Gatherer
from workbench.interchange.scripture.listening import End, Listener
from workbench.interchange.scripture.markers import (
    SPOKEN,
    is_alignment,
    is_character,
    is_note_origin,
    is_paragraph,
    is_transparent,
    kind_of_note,
    speech_of,
)
from workbench.interchange.xml import tell_xml

__all__ = ["read_book"]

_CODE = re.compile(r"[A-Za-z0-9]{3}")
_OF_MARKUP = frozenset({"style", "closed", "status", "vid", "align", "colspan", "sid", "eid", "caller", "category"})
_NUMBERS = {"va", "vp", "ca"}


def read_book(data: bytes, gatherer: Gatherer, name: str, options: ReadOptions) -> Roster:
    """Tell a file to the gatherer; return what it says of its translation. Raises `FormatError`."""
    reader = _Reader(gatherer, name)
    tell_xml(data, reader, name, options.max_bytes)
    if not reader.has_book:
        raise FormatError((Problem(name, 'Expected <usx> with the code of a book in it (<book code="GEN">).'),))
    return reader.roster


class _Reader(Listener):
    """Is told the elements of a file."""

    def __init__(self, gatherer: Gatherer, name: str) -> None:
        super().__init__()
        self.roster: Roster = ("", "")
        self.has_book = False
        self._sink, self._name = gatherer, name
        self._book = self._chapter = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin an element."""
        name = tag.rpartition("}")[2]
        if not self._ends and name != "usx":
            raise FormatError((Problem(self._name, f"Expected <usx>, not <{name[:40]}>."),))
        begin = _ELEMENTS.get(name) if not self._aside else None
        self._ends.append(begin(self, attributes) if begin else None)

    def data(self, words: str) -> None:
        """Take words."""
        if self._aside:
            return
        if self._captured:
            self._captured[-1].append(words)
        elif self._book:
            self._sink.text(words)

    def begin_book(self, attributes: Mapping[str, str]) -> Callable[[], None]:
        code = attributes.get("code", "")
        if not _CODE.fullmatch(code):
            raise FormatError((Problem(self._name, f"Expected the code of a book (GEN), not {code[:20]!r}."),))
        self._book, self.has_book = code.upper(), True
        self._sink.book(self._book)
        return self._stand_aside()

    def begin_chapter(self, attributes: Mapping[str, str]) -> None:
        if number := attributes.get("number"):
            self._chapter = number
            self._sink.where = self._place(number)
            self._sink.chapter(number)
            self._tell_number("ca", attributes.get("altnumber", ""))

    def begin_verse(self, attributes: Mapping[str, str]) -> None:
        if number := attributes.get("number"):
            self._sink.where = self._place(f"{self._chapter}:{number}")
            self._sink.verse(number)
            self._tell_number("va", attributes.get("altnumber", ""))
            self._tell_number("vp", attributes.get("pubnumber", ""))

    def begin_paragraph(self, attributes: Mapping[str, str]) -> End:
        style = attributes.get("style", "")
        if style == "rem":
            return self._capture(self._take_remark)
        if not is_paragraph(style):
            self._sink.leave_out(f"what the marker {style} means, which is not known")
        self._sink.paragraph(style)
        return None

    def begin_row(self, attributes: Mapping[str, str]) -> None:
        self._sink.paragraph(attributes.get("style", "tr"))

    def begin_cell(self, attributes: Mapping[str, str]) -> None:
        self._sink.text(" ")
        self._sink.code(attributes.get("style", "tc1"), "")

    def begin_marked(self, attributes: Mapping[str, str]) -> End:
        style = attributes.get("style", "")
        if self._captured:
            return self._stand_aside() if is_note_origin(style) else None
        if style in _NUMBERS:
            return self._capture(lambda words: self._tell_number(style, words.strip()))
        if is_transparent(style):
            self._count_attributes(style, attributes)
            return None
        if not is_character(style):
            self._sink.leave_out(f"what the marker {style} means, which is not known")
        self._sink.open(style, attributes.get("link-href", "") if style == "jmp" else "")
        return lambda: self._sink.close(style)

    def begin_reference(self, attributes: Mapping[str, str]) -> None:
        if not self._captured:
            self._count_attributes("ref", attributes)

    def begin_note(self, attributes: Mapping[str, str]) -> End:
        if self._captured:
            return None
        kind, caller = kind_of_note(attributes.get("style", "f")), attributes.get("caller", "+")
        return self._capture(lambda words: self._sink.note(kind, caller, words))

    def begin_figure(self, attributes: Mapping[str, str]) -> Callable[[], None]:
        if self._captured:
            return self._stand_aside()
        said = {"src" if name == "file" else name: value for name, value in attributes.items() if name != "style"}
        return self._capture(lambda words: self._sink.code("fig", write_figure(words.strip(), said)))

    def begin_milestone(self, attributes: Mapping[str, str]) -> None:
        style = attributes.get("style", "")
        said = {name: value for name, value in attributes.items() if name != "style"}
        if self._captured or is_alignment(style):
            self._sink.leave_out(f"milestones {style}")
        elif side := speech_of(style):
            self._tell_speech(side, attributes)
        elif style == "zcode":
            self._sink.code(attributes.get("x-name", ""), attributes.get("x-text", ""))
        else:
            self._sink.code(style, write_attributes(said))

    def begin_sidebar(self, _attributes: Mapping[str, str]) -> Callable[[], None]:
        self._sink.leave_out("sidebars")
        return self._stand_aside()

    def _tell_speech(self, side: str, attributes: Mapping[str, str]) -> None:
        if side == "s":
            self._sink.open(SPOKEN, attributes.get("who", ""))
        else:
            self._sink.close(SPOKEN)

    def _tell_number(self, name: str, number: str) -> None:
        if number:
            self._sink.code(name, number)

    def _take_remark(self, words: str) -> None:
        if described := read_description(words):
            self.roster = described
        else:
            self._sink.leave_out("paragraphs rem")

    def _count_attributes(self, style: str, attributes: Mapping[str, str]) -> None:
        if any(name not in _OF_MARKUP for name in attributes):
            self._sink.leave_out(f"attributes of {style}")

    def _place(self, where: str) -> str:
        said = f"{self._book} {where}"
        return f"{self._name}, {said}" if self._name else said


_ELEMENTS: Mapping[str, Callable[[_Reader, Mapping[str, str]], End]] = {
    "book": _Reader.begin_book,
    "chapter": _Reader.begin_chapter,
    "verse": _Reader.begin_verse,
    "para": _Reader.begin_paragraph,
    "row": _Reader.begin_row,
    "cell": _Reader.begin_cell,
    "char": _Reader.begin_marked,
    "ref": _Reader.begin_reference,
    "note": _Reader.begin_note,
    "figure": _Reader.begin_figure,
    "ms": _Reader.begin_milestone,
    "sidebar": _Reader.begin_sidebar,
}
