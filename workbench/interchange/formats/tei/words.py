"""The words of an element, heard by those witnesses whose words they are (TEI P5, chapters 3, 11 and 12)."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from workbench.interchange.document import SpanRecord
from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.formats.tei import voices as heard
from workbench.interchange.formats.tei.header import pointers
from workbench.interchange.formats.tei.marks import mark_of
from workbench.interchange.formats.tei.spaces import collapse, keeps_space
from workbench.interchange.formats.tei.voices import Voice, Voices
from workbench.interchange.hypertext.lines import Line
from workbench.interchange.vocabulary import PRESENCES
from workbench.interchange.xml import XML_LANG, checked_text, local_name, text_of

__all__ = ["BLOCKS", "SILENT", "Scribe"]

BLOCKS = frozenset({"p", "ab", "l", "lg", "head", "item", "label", "row", "sp", "speaker", "stage", "list", "table"})
"""Elements that begin a line of their own."""

SILENT = frozenset({
    "teiHeader", "facsimile", "sourceDoc", "figDesc", "graphic", "fw", "index", "metamark", "witDetail", "spanGrp",
    "xenoData", "fsdDecl", "formula", "binaryObject", "media", "egXML", "notatedMusic",
})  # fmt: skip
"""Elements that are no text; how many there are is said."""

_PREFERRED = ("corr", "reg", "expan")
_ENTITIES = {
    "nbsp": "\u00a0", "mdash": "—", "ndash": "–", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
    "hellip": "…", "amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "pound": "£", "sect": "§",
}  # fmt: skip


class Scribe:
    """Reads elements to voices. `witnesses` are the voices by the ids that `wit` names; `left_out` counts what is lost.

    `is_ours`: the file was written by this program, and lines end only where it says so. `milestone` is told of those,
    `placed` of elements where entries of an apparatus may begin and end, `apart` of such entries.
    `number` is that of the next passage; `keeps_space` says how white space counts where the scribe is.
    """

    def __init__(self, voices: Voices, witnesses: Mapping[str, Voices], *, is_ours: bool = False) -> None:
        self.voices = voices
        self.witnesses = witnesses
        self.is_ours = is_ours
        self.left_out: Counter[str] = Counter()
        self.number = 0
        self.keeps_space = False
        self.milestone: Callable[[Any], None] = lambda _: None
        self.placed: Callable[[Any, int, int], None] = lambda *_: None
        self.apart: Callable[[Any], bool] = lambda _: False

    def read(self, element: Any, voices: Voices) -> None:
        """Read what stands in an element."""
        before = self.keeps_space
        self.keeps_space = keeps = keeps_space(element, inherited=before)
        heard.say(element.text, voices, keeps_space=keeps)
        for one in element:
            self.read_one(one, voices)
            heard.say(one.tail, voices, keeps_space=keeps)
        self.keeps_space = before

    def read_one(self, element: Any, voices: Voices) -> None:
        """Read an element: by what it is, as marked words, or as words."""
        name = local_name(element)
        if not name:
            self._entity(element, voices)
        elif name in SILENT:
            self.left_out[name] += 1
        elif reader := _READERS.get(name):
            reader(self, element, voices)
        elif name in BLOCKS and not self.is_ours:
            self.line(element, voices)
        else:
            self._marked(element, voices)

    def line(self, element: Any, voices: Voices) -> None:
        """Read an element that stands on a line of its own."""
        heard.part(voices)
        self._marked(element, voices)
        heard.part(voices)

    def _marked(self, element: Any, voices: Voices) -> None:
        span = mark_of(element, is_ours=self.is_ours)
        if span is not None:
            heard.settle(voices)
        starts = [voice.line.length for voice in voices]
        self.read(element, voices)
        if span is not None:
            heard.mark(span, voices, starts)
        if voices:
            self.placed(element, starts[0], voices[0].line.length)

    def _entity(self, element: Any, voices: Voices) -> None:
        name = getattr(element, "name", None)
        if name is None:
            return
        if name not in _ENTITIES:
            message = f"It calls the entity {name!r}, which stands elsewhere. Expected the characters themselves."
            raise FormatError((Problem("", message),))
        heard.say(_ENTITIES[name], voices, keeps_space=True)

    def _note(self, element: Any, voices: Voices) -> None:
        text = checked_text(note_text(element, keeps=self.keeps_space), "a note")
        kind = "code" if element.get("type") == "code" else "note"
        heard.point(SpanRecord(kind, 0, 0, element.get("n", ""), text, element.get(XML_LANG, "")), voices)

    def _page(self, element: Any, voices: Voices) -> None:
        self._join(element, voices)
        heard.point(SpanRecord("page", 0, 0, element.get("n", "")), voices)

    def _break(self, element: Any, voices: Voices) -> None:
        self._join(element, voices)
        if element.get("break") != "no":
            heard.say(" ", voices, keeps_space=False)

    def _join(self, element: Any, voices: Voices) -> None:
        if element.get("break") == "no":
            for voice in voices:
                voice.line.join()

    def _milestone(self, element: Any, voices: Voices) -> None:
        self._join(element, voices)
        if len(voices) == len(self.voices):
            self.milestone(element)

    def _segment(self, element: Any, voices: Voices) -> None:
        if element.get("n") and not element.get("type") and len(voices) == len(self.voices):
            self.milestone(element)
        self._marked(element, voices)

    def _gap(self, element: Any, voices: Voices) -> None:
        quantity = " ".join(filter(None, (element.get("quantity"), element.get("unit"))))
        value = element.get("extent") or quantity or element.get("reason", "") if not self.is_ours else element.get("n")
        heard.point(SpanRecord("lacuna", 0, 0, value or ""), voices)

    def _struck(self, element: Any, voices: Voices) -> None:
        some = [one for one in voices if one.stage != "final"]
        self.left_out["words struck out (choose the text before the changes to read them)"] += not some
        self._marked(element, some)

    def _added(self, element: Any, voices: Voices) -> None:
        some = [one for one in voices if one.stage != "base"]
        self.left_out["words written in later (choose the text after the changes to read them)"] += not some
        self._marked(element, some)

    def _choice(self, element: Any, voices: Voices) -> None:
        """Read the corrected, regular or expanded form; the other is counted."""
        parts = [one for one in element if local_name(one)]
        chosen = next((one for one in parts if local_name(one) in _PREFERRED), parts[0] if parts else None)
        for one in parts:
            if one is chosen:
                self.read_one(one, voices)
            else:
                self.left_out[f"{local_name(one)}, which another form stands for"] += 1

    def _lost(self, element: Any, voices: Voices) -> None:
        if local_name(element) == "lacunaStart":
            heard.point(SpanRecord("lacuna", 0, 0, ""), [one for one in voices if one.line.length])
        for voice in voices:
            voice.is_lost = True

    def _found(self, element: Any, voices: Voices) -> None:
        for voice in voices:
            voice.is_lost = False
            if local_name(element) == "witStart":
                voice.begins, voice.line = self.number, Line()

    def _apparatus(self, element: Any, voices: Voices) -> None:
        """Read each reading to its witnesses; the lemma to those as well that no reading names."""
        if element.get("from") and self.apart(element):
            return
        silent = list(voices)
        readings = []
        for reading in _readings(element):
            mine = [voice for voice in silent if voice in self._named(reading)]
            silent = [voice for voice in silent if voice not in mine]
            readings.append((reading, mine))
        lemma = next((at for at, (one, _) in enumerate(readings) if local_name(one) == "lem"), None)
        if silent and lemma is not None and not self.is_ours:
            self.left_out["readings of witnesses that are not named where others are: they read as the lemma"] += bool(
                readings[lemma][0].get("wit")
            )
            readings[lemma] = (readings[lemma][0], [*readings[lemma][1], *silent])
        for reading, mine in readings:
            if mine:
                self._reading(reading, mine)

    def readings_of(self, element: Any) -> Iterator[tuple[Any, list[Voice]]]:
        """Yield each reading of an entry with the voices that it names."""
        return ((one, self._named(one)) for one in _readings(element) if local_name(one) == "rdg")

    def _anchor(self, element: Any, voices: Voices) -> None:
        length = voices[0].line.length if voices else 0
        self.placed(element, length, length)

    def _reading(self, element: Any, voices: Voices) -> None:
        said = element.get("type", "")
        if said in PRESENCES[1:] and not len(element):
            for voice in voices:
                voice.presence = said
        self._pointed(element)
        self.read(element, voices)

    def _pointed(self, element: Any) -> None:
        self.left_out["readings that stand in another file"] += sum(
            local_name(one) in {"ptr", "include"} for one in element
        )

    def _named(self, reading: Any) -> list[Voice]:
        return [voice for name in pointers(reading.get("wit")) for voice in self.witnesses.get(name, ())]


def _readings(element: Any) -> Iterator[Any]:
    for one in element:
        name = local_name(one)
        if name in {"lem", "rdg"}:
            yield one
        elif name == "rdgGrp":
            yield from _readings(one)


def note_text(element: Any, *, keeps: bool) -> str:
    """Return what a note says, a line for each paragraph."""
    if keeps_space(element, inherited=keeps):
        return text_of(element)
    pieces = [element.text or ""]
    for one in element:
        between = "\0" if local_name(one) in BLOCKS else ""
        pieces += [between, text_of(one) if local_name(one) else "", between, one.tail or ""]
    return "\n".join(filter(None, map(collapse, "".join(pieces).split("\0"))))


_READERS: Mapping[str, Callable[[Scribe, Any, Voices], None]] = {
    "note": Scribe._note,
    "pb": Scribe._page,
    "lb": Scribe._break,
    "milestone": Scribe._milestone,
    "seg": Scribe._segment,
    "gap": Scribe._gap,
    "del": Scribe._struck,
    "add": Scribe._added,
    "choice": Scribe._choice,
    "lacunaStart": Scribe._lost,
    "witEnd": Scribe._lost,
    "lacunaEnd": Scribe._found,
    "witStart": Scribe._found,
    "app": Scribe._apparatus,
    "anchor": Scribe._anchor,
}
