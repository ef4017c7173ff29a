"""A place of a collation as somebody corrects it: what can be said of it, and the marks at words that say it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from workbench.corpus.actions import MarkedWords
from workbench.corpus.errors import Invalid
from workbench.corpus.models import Variant
from workbench.text import Column, Span, tokenise
from workbench.text.words.digits import read_digits
from workbench.web.reading.collating import Witness
from workbench.web.reading.collation_page import Collated
from workbench.web.reading.collation_table import letter_of, letter_witnesses

__all__ = ["SAYINGS", "Place", "PlaceRow", "read_place"]

_SIDES = 2

Said = tuple[str, list[MarkedWords]]
"""The kind of a correction, and its marks."""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """What a text has at the place: its words, the letter of its reading, and where they can be cut.

    `cuts` are the numbers of characters before a cut, each with the words, parted by a stroke.
    """

    witness: Witness
    words: str
    letter: str
    cuts: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A column of the table, numbered from 1 of `width`."""

    number: int
    width: int
    rows: tuple[PlaceRow, ...]
    collated: Collated

    @property
    def letters(self) -> list[str]:
        """The letters that readings can have: one for each text that has words."""
        return [letter_of(number) for number in range(sum(bool(row.words) for row in self.rows))]

    @property
    def versions(self) -> str:
        """The texts as they are shown: a correction of others is refused."""
        return ",".join(f"{one.pk}:{one.version}" for one in self._variants())

    def _variants(self) -> Iterator[Variant]:
        return (variant for said in self.collated.witnesses.said for variant, _ in said.parts)

    def say(self, given: Mapping[str, str]) -> list[Said]:
        """Return the corrections that a form asks for; raises `Invalid` where it says nothing, or nothing possible."""
        say = SAYINGS.get(given.get("do", ""))
        if say is None:
            message = gettext("One of %(known)s is expected.") % {"known": ", ".join(SAYINGS)}
            raise Invalid.field("do", message, code="unknown_kind")
        seen = dict(pair.split(":", 1) for pair in given.get("versions", "").split(",") if ":" in pair)
        return [
            (kind, [mark for witness, span, side in words for mark in self._marks(witness, span, side, seen)])
            for kind, words in say(self, given)
        ]

    def _marks(self, witness: int, span: Span, side: int, seen: Mapping[str, str]) -> Iterator[MarkedWords]:
        """Yield the words of a text put together as those of its variants, at the revisions that were seen."""
        text = self.collated.witnesses.texts[witness]
        for variant, part in self.collated.witnesses.said[witness].parts:
            start, end = max(span.start, part.start), min(span.end, part.end)
            words = text[start:end] if start < end else ""
            if words.strip():
                start += len(words) - len(words.lstrip())
                end -= len(words) - len(words.rstrip())
                inside = Span(start - part.start, end - part.start)
                yield MarkedWords(variant, read_digits(seen.get(str(variant.pk), "")) or 0, inside, side)

    def column(self, number: int) -> Column:
        """Return a column by its number."""
        if not 1 <= number <= self.width:
            message = gettext("The number of a place from 1 to %(last)s is expected.") % {"last": self.width}
            raise Invalid.field("to", message, code="no_place")
        return self.collated.table.columns[number - 1]


Words = tuple[int, Span, int]
"""The number of a text, words of it, and the side on which they stand."""


def read_place(collated: Collated, number: int) -> Place | None:
    """Return a place of the table, None for a number that no column has."""
    columns = collated.table.columns
    if not 1 <= number <= len(columns):
        return None
    column = columns[number - 1]
    letters = letter_witnesses(column)
    rows = tuple(
        PlaceRow(one, _words(one.text, cell), letter or "a", tuple(_list_cuts(one.text, cell)))
        for one, cell, letter in zip(collated.witnesses.collated, column.cells, letters, strict=True)
    )
    return Place(number, len(columns), rows, collated)


def _words(text: str, cell: Span | None) -> str:
    return " ".join(cell.of(text).split()) if cell else ""


def _list_cuts(text: str, cell: Span | None) -> Iterator[tuple[int, str]]:
    """Yield where words can be cut: before the first, between any two, after the last."""
    if cell is None:
        return
    words = cell.of(text)
    starts = [token.start for token in tokenise(words) if token.kind in ("word", "number")][1:]
    for at in (0, *starts, len(words)):
        yield at, f"{' '.join(words[:at].split())} | {' '.join(words[at:].split())}".strip()


def _join(place: Place, given: Mapping[str, str]) -> Iterator[tuple[str, list[Words]]]:
    """The place and the one after it are one."""
    here, after = place.column(place.number), place.column(place.number + 1)
    cells = zip(here.cells, after.cells, strict=True)
    found = [(n, [cell for cell in pair if cell]) for n, pair in enumerate(cells)]
    yield "joined", [(n, Span(some[0].start, some[-1].end), 0) for n, some in found if some]


def _part(place: Place, given: Mapping[str, str]) -> Iterator[tuple[str, list[Words]]]:
    """The place is two, each text cut where the form has it."""
    words: list[Words] = []
    for n, cell in enumerate(place.column(place.number).cells):
        if cell is not None:
            cut = cell.start + min(read_digits(given.get(f"cut-{n}", "")) or 0, cell.end - cell.start)
            words += [(n, span, side) for side, span in enumerate((Span(cell.start, cut), Span(cut, cell.end))) if span]
    if len({side for *_, side in words}) < _SIDES:
        whole = gettext("Words on both sides of the cuts are expected: choose under “Cut” where the texts are parted.")
        raise Invalid.field("do", whole, code="no_cut")
    yield "parted", words


def _group(place: Place, given: Mapping[str, str]) -> Iterator[tuple[str, list[Words]]]:
    """Readings are grouped by the letters that the form gives them."""
    cells = dict(enumerate(place.column(place.number).cells))
    here = [n for n, cell in cells.items() if cell]
    wanted = {n: given.get(f"letter-{n}", place.rows[n].letter) for n in here}
    said = False
    for letter in dict.fromkeys(place.rows[n].letter for n in here):
        members = [n for n in here if place.rows[n].letter == letter]
        first, *others = dict.fromkeys(wanted[n] for n in members)
        for other in others:
            said = True
            marks = [(n, wanted[n] == other) for n in members if wanted[n] in (first, other)]
            yield "apart", [(n, cells[n] or Span(0, 0), int(side)) for n, side in marks]
    for letter in dict.fromkeys(wanted.values()):
        members = [n for n in here if wanted[n] == letter]
        if len({place.rows[n].letter for n in members}) > 1:
            said = True
            yield "same", [(n, cells[n] or Span(0, 0), 0) for n in members]
    if not said:
        raise Invalid.field("do", gettext("Other letters than the readings have are expected."), code="no_change")


def _move(place: Place, given: Mapping[str, str]) -> Iterator[tuple[str, list[Words]]]:
    """The words of one text answer those of another place."""
    cells = place.column(place.number).cells
    witness = read_digits(given.get("witness", ""))
    cell = cells[witness] if witness is not None and witness < len(cells) else None
    if witness is None or cell is None:
        raise Invalid.field("witness", gettext("A text that has words here is expected."), code="no_words")
    target = place.column(read_digits(given.get("to", "")) or 0)
    goal = next(((n, there) for n, there in enumerate(target.cells) if there and n != witness), None)
    if goal is None or target is place.column(place.number):
        raise Invalid.field("to", gettext("A place at which another text has words is expected."), code="no_place")
    yield "moved", [(witness, cell, 0), (goal[0], goal[1], 1)]


SAYINGS: Mapping[str, Callable[[Place, Mapping[str, str]], Iterator[tuple[str, Sequence[Words]]]]] = {
    "join": _join,
    "part": _part,
    "group": _group,
    "move": _move,
}
