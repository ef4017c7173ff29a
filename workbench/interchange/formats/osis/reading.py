"""A file of OSIS told to gatherers of verses, one for each translation in it."""

import re
from collections.abc import Callable, Mapping, Sequence

from workbench.interchange.books import book_of
from workbench.interchange.checks import complaint_about_language
from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.formats.osis.terms import line_of, marker_of, verse_number, verses_in
from workbench.interchange.limits import MAX_SIGLUM
from workbench.interchange.options import ReadOptions
from workbench.interchange.scripture.attributes import write_figure
from workbench.interchange.scripture.files import Roster, read_description
from workbench.interchange.scripture.gathering import Gatherer
from workbench.interchange.scripture.listening import End, Listener
from workbench.interchange.scripture.markers import SPOKEN, is_paragraph, is_plain_milestone
from workbench.interchange.scripture.verses import Verse, verses_of
from workbench.interchange.xml import XML_LANG, tell_xml
from workbench.text.words.languages import recognise_language

__all__ = ["read_texts"]

_APART = frozenset(
    {
        *("introduction", "preface", "glossary", "index", "map", "bibliography", "afterword", "appendix"),
        *("concordance", "coverPage", "dedication", "gazetteer", "imprimatur", "publicationData", "titlePage"),
        *("tableofContents", "back", "front"),
    }
)
_TITLES = {"parallel": "r", "scope": "mr", "main": "mt", "acrostic": "qa", "chapter": "cl"}
_OF_SOURCE = frozenset({"annotateRef", "source"})


def read_texts(data: bytes, options: ReadOptions) -> Sequence[tuple[Roster, str, Gatherer]]:
    """Return what the file says of each translation, another name for it, and what was gathered of its words."""
    reader = _Reader(options)
    tell_xml(data, reader, "", options.max_bytes)
    if not reader.texts:
        raise FormatError((Problem("", "Expected <osis> with a text in it (<osisText>)."),))
    for _, _, gatherer in reader.texts:
        gatherer.finish()
    return reader.texts


class _Reader(Listener):
    """Is told the elements of a file."""

    def __init__(self, options: ReadOptions) -> None:
        super().__init__()
        self.texts: list[tuple[Roster, str, Gatherer]] = []
        self._options = options
        self._sink = Gatherer()
        self._at: tuple[str, str] = ("", "")
        self._lists = self._cells = 0
        self._is_between = False
        self._speeches: list[tuple[str, str, str]] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin an element."""
        name = tag.rpartition("}")[2]
        if not self._ends and name != "osis":
            raise FormatError((Problem("", f"Expected <osis>, not <{name[:40]}>."),))
        begin = _ELEMENTS.get(name) if not self._aside else None
        self._ends.append(begin(self, name, attributes) if begin else None)

    def data(self, words: str) -> None:
        """Take words."""
        if self._aside:
            return
        if self._captured:
            self._captured[-1].append(words)
        elif self._at[0]:
            if self._is_between and words.strip():
                self._begin_paragraph("m")
            self._sink.text(words)
        elif words.strip() and self.texts:
            self._sink.leave_out("words outside of books")

    def begin_text(self, _name: str, attributes: Mapping[str, str]) -> None:
        self._sink, self._at, self._speeches = Gatherer(), ("", ""), []
        language = attributes.get(XML_LANG, "")
        known = "" if complaint_about_language(language) else recognise_language(language)
        name = attributes.get("osisIDWork", "").rpartition(".")[2][:MAX_SIGLUM]
        self.texts.append((("", self._options.language or known), name, self._sink))

    def begin_header(self, _name: str, _attributes: Mapping[str, str]) -> End:
        return self._capture(lambda _: None)

    def begin_identifier(self, _name: str, _attributes: Mapping[str, str]) -> End:
        return self._capture(self._take_identifier)

    def begin_division(self, _name: str, attributes: Mapping[str, str]) -> End:
        said = attributes.get("type", "")
        if said == "book":
            name = attributes.get("osisID", "").split(":")[-1]
            self._go_to(book_of(name) or name, "")
        elif said in {"x-p", "paragraph"} and "eID" not in attributes:
            self._begin_paragraph("p")
        elif said in _APART:
            self._sink.leave_out(f"divisions {said}")
            return self._stand_aside()
        return None

    def begin_chapter(self, _name: str, attributes: Mapping[str, str]) -> None:
        name = (attributes.get("osisID") or attributes.get("sID") or "").split(":")[-1]
        book, _, rest = name.partition(".")
        if number := re.match(r"\d+", rest):
            self._go_to(book_of(book) or book, str(int(number[0])))
        if attributes.get("chapterTitle"):
            self._sink.leave_out("titles of chapters in attributes")

    def begin_verse(self, _name: str, attributes: Mapping[str, str]) -> None:
        if "eID" in attributes:
            return
        names = attributes.get("osisID") or attributes.get("sID") or ""
        verses = verses_in(names)
        if not verses:
            self._sink.where = names[:40]
            self._sink.verse(names or "-")
            return
        here = [verse for verse in verses if verse[:2] == verses[0][:2]]
        if len(here) < len(verses):
            self._sink.leave_out("verses of another chapter that a bridge goes to")
        self._go_to(*verses[0][:2])
        self._tell_verse(here, names, attributes.get("n", ""))

    def begin_block(self, name: str, attributes: Mapping[str, str]) -> End:
        if "eID" in attributes or self._captured:
            return None
        said = attributes.get("type", "").removeprefix("x-")
        is_marker = attributes.get("type", "").startswith("x-") and is_paragraph(said)
        self._begin_paragraph(said if is_marker else "p" if name == "p" else f"li{min(max(self._lists, 1), 4)}")
        return self._end_of_block(attributes)

    def begin_line(self, _name: str, attributes: Mapping[str, str]) -> End:
        if "eID" in attributes or self._captured:
            return None
        self._begin_paragraph(line_of(attributes))
        if attributes.get("type") != "selah":
            return self._end_of_block(attributes)
        self._sink.open("qs")
        return self._end_selah

    def begin_list(self, _name: str, _attributes: Mapping[str, str]) -> End:
        self._lists += 1
        return self._end_list

    def begin_row(self, _name: str, _attributes: Mapping[str, str]) -> End:
        self._begin_paragraph("tr")
        self._cells = 0
        return self._end_of_block({})

    def begin_cell(self, _name: str, attributes: Mapping[str, str]) -> None:
        self._cells += 1
        said = attributes.get("type", "").removeprefix("x-")
        self._sink.text(" ")
        self._sink.code(said or f"{'th' if attributes.get('role') == 'label' else 'tc'}{min(self._cells, 9)}", "")

    def begin_title(self, name: str, attributes: Mapping[str, str]) -> End:
        if self._captured:
            return None
        said = attributes.get("type", "")
        is_text = said == "psalm" or (attributes.get("canonical") == "true" and said != "acrostic")
        self._begin_paragraph("d" if is_text and name == "title" else "sp" if name == "speaker" else _title(said))
        return lambda: self._begin_paragraph("nb")

    def begin_marked(self, name: str, attributes: Mapping[str, str]) -> End:
        marker = marker_of(name, attributes)
        if self._captured:
            return None
        if not marker:
            said = attributes.get("type", "")
            self._sink.leave_out(f"what {name}{f' of type {said[:40]}' if said else ''} means")
            return None
        self._sink.open(marker, attributes.get("href", "") if name == "a" else "")
        return lambda: self._sink.close(marker)

    def begin_speech(self, _name: str, attributes: Mapping[str, str]) -> End:
        if self._captured:
            return None
        if "eID" in attributes:
            self._end_speech(attributes["eID"], attributes.get("marker", ""))
            return None
        self._sink.text(attributes.get("marker", ""))
        milestone, who = attributes.get("sID", ""), attributes.get("who", "")
        marker = "wj" if who == "Jesus" else SPOKEN
        self._speeches.append((milestone, marker, who if marker == SPOKEN else ""))
        self._sink.open(marker, self._speeches[-1][2])
        if attributes.get("marker") and not milestone:
            self._sink.leave_out("quotation marks that the end of q implies")
        return None if milestone else lambda: self._end_speech("", "")

    def begin_word(self, name: str, attributes: Mapping[str, str]) -> None:
        if attributes and not self._captured:
            self._sink.leave_out(f"attributes of {name}")

    def begin_reading(self, _name: str, _attributes: Mapping[str, str]) -> None:
        if self._captured:
            self._captured[-1].append(" ")

    def begin_reference(self, _name: str, attributes: Mapping[str, str]) -> End:
        if self._captured:
            return self._stand_aside() if attributes.get("type") in _OF_SOURCE else None
        self._sink.leave_out("where references lead")
        return None

    def begin_note(self, _name: str, attributes: Mapping[str, str]) -> End:
        if self._captured:
            return None
        kind = "x" if attributes.get("type") == "crossReference" else "f"
        return self._capture(lambda words: self._sink.note(kind, attributes.get("n", "+"), words))

    def begin_figure(self, _name: str, attributes: Mapping[str, str]) -> End:
        if self._captured:
            return self._stand_aside()
        said = {name: value for name, value in attributes.items() if name in {"src", "size", "alt"}}
        return self._capture(lambda words: self._sink.code("fig", write_figure(words.strip(), said)))

    def begin_milestone(self, _name: str, attributes: Mapping[str, str]) -> None:
        said = attributes.get("type", "")
        name = said.removeprefix("x-")
        if said == "x-p" and not self._captured:
            self._begin_paragraph("p")
        elif said == "cQuote":
            self.data(attributes.get("marker", ""))
        elif said == "line":
            self.data(" ")
        elif self._captured or not (said == "x-code" or is_plain_milestone(name)):
            self._sink.leave_out(f"milestones {said[:40]}")
        elif said == "x-code":
            self._sink.code(attributes.get("n", ""), attributes.get("marker", ""))
        else:
            self._sink.code(name, attributes.get("marker", ""))

    def begin_break(self, _name: str, _attributes: Mapping[str, str]) -> None:
        self.data(" ")

    def _go_to(self, book: str, chapter: str) -> None:
        """Begin a book and a chapter where they are others than before."""
        before, self._at = self._at, (book, chapter)
        self._sink.where = f"{book} {chapter}".strip()
        if book != before[0]:
            self._sink.book(book)
            self._speeches = []
        if chapter and (book, chapter) != before:
            self._sink.chapter(chapter)
            for _, marker, who in self._speeches:
                self._sink.open(marker, who)

    def _tell_verse(self, verses: Sequence[Verse], names: str, printed: str) -> None:
        number = verse_number(verses)
        self._sink.where = names[:40]
        self._sink.verse(number)
        self._is_between = False
        is_other = printed and verses_of(printed) != verses_of(number) and not {".", ":"} & set(printed)
        if is_other:
            self._sink.code("vp", printed)

    def _begin_paragraph(self, marker: str) -> None:
        self._is_between = False
        self._sink.paragraph(marker)
        for _, spoken, who in self._speeches:
            if spoken != SPOKEN:
                self._sink.open(spoken, who)

    def _end_of_block(self, attributes: Mapping[str, str]) -> End:
        return None if "sID" in attributes else self._end_block

    def _end_block(self) -> None:
        self._is_between = True

    def _end_selah(self) -> None:
        self._sink.close("qs")
        self._end_block()

    def _end_list(self) -> None:
        self._lists -= 1

    def _end_speech(self, milestone: str, mark: str) -> None:
        at = next((at for at in reversed(range(len(self._speeches))) if self._speeches[at][0] == milestone), None)
        if at is not None:
            self._sink.close(self._speeches.pop(at)[1])
        self._sink.text(mark)

    def _take_identifier(self, words: str) -> None:
        if self.texts and (described := read_description(words)):
            self.texts[-1] = (described, *self.texts[-1][1:])


def _title(said: str) -> str:
    own = said.removeprefix("x-")
    return _TITLES.get(said) or (own if own != said and is_paragraph(own) else "s")


_ELEMENTS: Mapping[str, Callable[[_Reader, str, Mapping[str, str]], End]] = {
    "osisText": _Reader.begin_text,
    "header": _Reader.begin_header,
    "identifier": _Reader.begin_identifier,
    "div": _Reader.begin_division,
    "chapter": _Reader.begin_chapter,
    "verse": _Reader.begin_verse,
    "p": _Reader.begin_block,
    "item": _Reader.begin_block,
    "l": _Reader.begin_line,
    "list": _Reader.begin_list,
    "row": _Reader.begin_row,
    "cell": _Reader.begin_cell,
    "title": _Reader.begin_title,
    "head": _Reader.begin_title,
    "speaker": _Reader.begin_title,
    "hi": _Reader.begin_marked,
    "divineName": _Reader.begin_marked,
    "name": _Reader.begin_marked,
    "seg": _Reader.begin_marked,
    "foreign": _Reader.begin_marked,
    "transChange": _Reader.begin_marked,
    "a": _Reader.begin_marked,
    "q": _Reader.begin_speech,
    "w": _Reader.begin_word,
    "rdg": _Reader.begin_reading,
    "reference": _Reader.begin_reference,
    "note": _Reader.begin_note,
    "figure": _Reader.begin_figure,
    "milestone": _Reader.begin_milestone,
    "lb": _Reader.begin_break,
}
