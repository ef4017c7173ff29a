"""An apparatus that stands apart from its text: entries lead to places in it by `from` and `to` (TEI P5, 12.2.2)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from workbench.interchange.document import PassageRecord, VariantRecord
from workbench.interchange.formats.tei.endpoints import UNENTERED
from workbench.interchange.formats.tei.header import XML_ID, pointers
from workbench.interchange.formats.tei.pieces import Piece, cut_variant, join_pieces
from workbench.interchange.formats.tei.voices import Voice
from workbench.interchange.formats.tei.words import Scribe
from workbench.interchange.hypertext.lines import Line
from workbench.interchange.vocabulary import PRESENCES
from workbench.text.words.spans import Span

__all__ = ["Apart"]


@dataclass(frozen=True, slots=True)
class _Edit:
    """What a witness reads instead of the words at `span`; `presence` is said where it has no words at all."""

    span: Span
    piece: Piece
    presence: str = ""
    is_whole: bool = False


@dataclass(slots=True)
class Apart:
    """Gathers places by id and entries that lead to them.

    `places` are passage, start and end by id; the end of a whole passage is not known before it ends (-1).
    """

    scribe: Scribe
    places: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    edits: dict[int, dict[str, list[_Edit]]] = field(default_factory=dict)

    def place(self, element: Any, start: int, end: int) -> None:
        """Remember where an element with an id stands in the passage that is being read."""
        if name := element.get(XML_ID):
            self.places[name] = (self.scribe.number, start, end)

    def take(self, entry: Any) -> bool:
        """Read an entry; one that leads nowhere, or over several passages, is counted. True: it is dealt with."""
        self._read(entry)
        return True

    def _read(self, entry: Any) -> None:
        begin = next((self.places[one] for one in pointers(entry.get("from")) if one in self.places), None)
        end = next((self.places[one] for one in pointers(entry.get("to")) if one in self.places), begin)
        if begin is None or end is None or begin[0] != end[0] or -1 < end[2] < begin[1]:
            self.scribe.left_out["entries of an apparatus whose place is not found in one passage"] += 1
            return
        is_whole = begin[2] == -1
        span = Span(0, 0) if is_whole else Span(begin[1], end[2])
        for voice, element in self._heard(entry):
            words = voice.finish(keeps_space=self.scribe.is_ours)
            said = voice.presence or element.get("type", "") if not words.text else ""
            blank = Piece(" " if words.text and not self.scribe.is_ours and (element.text or "")[:1] == " " else "")
            edit = _Edit(span, join_pieces([blank, Piece(words.text, words.markup)]), said, is_whole)
            self.edits.setdefault(begin[0], {}).setdefault(voice.siglum, []).append(edit)

    def _heard(self, entry: Any) -> Iterator[tuple[Voice, Any]]:
        """Let every reading be heard by its own witnesses, who begin with nothing."""
        scribe = self.scribe
        for reading, named in scribe.readings_of(entry):
            copies = [replace(one, line=Line(keeps_space=scribe.is_ours), presence="", is_lost=False) for one in named]
            known = {one.siglum: one for one in copies}
            inner = Scribe(copies, _followed(scribe.witnesses, known), is_ours=scribe.is_ours)
            inner.keeps_space = scribe.is_ours
            inner.read(reading, copies)
            scribe.left_out.update(inner.left_out)
            yield from ((one, reading) for one in copies)

    def apply(self, number: int, passage: PassageRecord) -> PassageRecord:
        """Return the passage with what its entries say; who is in none reads as the text does."""
        edits = self.edits.get(number)
        if not edits:
            return passage
        base = passage.variants[0] if passage.variants else VariantRecord("", "")
        known = {one.siglum: one for one in passage.variants}
        changed = (
            _changed(siglum, base, edits[siglum]) if siglum in edits else known.get(siglum)
            for siglum in (voice.siglum for voice in self.scribe.voices)
        )
        return replace(passage, variants=tuple(one for one in changed if one is not None))


def _followed(witnesses: Any, known: dict[str, Voice]) -> dict[str, list[Voice]]:
    """Return the witnesses by id that are among those known."""
    return {name: [known[one.siglum] for one in some if one.siglum in known] for name, some in witnesses.items()}


def _changed(siglum: str, base: VariantRecord, edits: Sequence[_Edit]) -> VariantRecord | None:
    whole = next((one for one in edits if one.is_whole), None)
    if whole is not None:
        if whole.piece.text:
            return VariantRecord(siglum, whole.piece.text, markup=whole.piece.spans)
        return None if whole.presence == UNENTERED else VariantRecord(siglum, "", _presence(whole.presence))
    pieces: list[Piece] = []
    at = 0
    for edit in sorted(edits, key=lambda one: one.span):
        if edit.span.start >= at:
            pieces += [cut_variant(base, Span(at, edit.span.start)), edit.piece]
            at = edit.span.end
    joined = join_pieces([*pieces, cut_variant(base, Span(at, len(base.text)))])
    return (
        VariantRecord(siglum, joined.text, markup=joined.spans) if joined.text else VariantRecord(siglum, "", "omitted")
    )


def _presence(said: str) -> str:
    return said if said in PRESENCES[1:] else "omitted"
