"""The alignment table of a passage: a row for each text, a column for each place, equal readings under one letter."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from string import ascii_lowercase
from typing import Literal

from workbench.corpus.models import Translation
from workbench.text import Collation, Column
from workbench.text.words.languages import direction_of
from workbench.web.reading.collating import Witness

__all__ = ["AlignedCell", "AlignedRow", "AlignmentTable", "Head", "letter_of", "letter_witnesses", "read_alignment"]

# A page shows about so many cells, and never fewer columns than FEWEST.
CELLS = 4_000
FEWEST = 20
# A printed sheet is about so many characters wide in small type, and as wide as so many texts beside each other.
SHEET = 190
BESIDE = 8


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column: its `number`, from 1, and the `letters` of its readings ("" where all agree).

    `is_corrected`: something shows in it that a person said.
    """

    number: int
    letters: str
    readings: int
    is_corrected: bool = False

    @property
    def is_variant(self) -> bool:
        """Whether the texts part here."""
        return self.readings > 1


@dataclass(frozen=True, slots=True)
class AlignedCell:
    """What a text reads in a column; `letter` is shared by all that read the same there, "" where nothing parts.

    `words` is "" where the text has nothing.
    """

    words: str
    letter: str
    is_variant: bool
    is_other: bool


@dataclass(frozen=True, slots=True)
class AlignedRow:
    """A text and its cells."""

    translation: Translation
    cells: tuple[AlignedCell, ...]


@dataclass(frozen=True, slots=True)
class AlignmentTable:
    """Some columns of `width` in all, `variants` of which are places where the texts part.

    `before` and `after` are the numbers of the columns with which the neighbouring parts begin, 0 for no such part.
    `approximate`: the texts are too long to be aligned to the end.
    """

    heads: tuple[Head, ...]
    rows: tuple[AlignedRow, ...]
    width: int
    variants: int
    before: int
    after: int
    approximate: bool

    @property
    def direction(self) -> str:
        """The direction in which the columns run: that of the first text."""
        return direction_of(self.rows[0].translation.language)

    @property
    def printed(self) -> Literal["across", "down", "running"]:
        """How the table goes on a sheet: as it is, with its places one below the other, or text after text.

        A column is at least as wide as its longest word, and never wider than its letter and that where room is short.
        """
        columns = zip(*(row.cells for row in self.rows), strict=True)
        width = sum(2 + max(len(word) for cell in column for word in ("", *cell.words.split())) for column in columns)
        if width <= SHEET:
            return "across"
        return "down" if len(self.rows) <= BESIDE else "running"

    @property
    def end(self) -> int:
        """The number of the last column shown."""
        return self.heads[-1].number if self.heads else 0


def read_alignment(collation: Collation, witnesses: Sequence[Witness], start: int = 1) -> AlignmentTable:
    """Make the part of the table that begins at the column `start` (from 1; past the end: the last one alone)."""
    size = max(FEWEST, CELLS // len(witnesses))
    first = min(start, max(1, len(collation.columns))) - 1
    columns = collation.columns[first : first + size]
    heads = tuple([_head(number, column) for number, column in enumerate(columns, first + 1)])
    letters = [letter_witnesses(column) for column in columns]
    rows = tuple(
        [
            AlignedRow(one.translation, tuple(_read_cells(number, one, columns, letters)))
            for number, one in enumerate(witnesses)
        ]
    )
    after = first + size + 1 if first + size < len(collation.columns) else 0
    before = max(1, first - size + 1) if first else 0
    variants = sum(column.is_variant for column in collation.columns)
    return AlignmentTable(heads, rows, len(collation.columns), variants, before, after, collation.approximate)


def letter_of(number: int) -> str:
    """Return a, b, ..., z, aa, ab, ... for 0, 1, ..."""
    letters = ""
    number += 1
    while number:
        number, place = divmod(number - 1, 26)
        letters = ascii_lowercase[place] + letters
    return letters


def _head(number: int, column: Column) -> Head:
    count = len(column.groups)
    return Head(number, f"a–{letter_of(count - 1)}" if count > 1 else "", count, bool(column.corrected))


def letter_witnesses(column: Column) -> list[str]:
    """Return the letter of each witness: a for those who read as the base, "" where all read the same."""
    letters = [""] * len(column.cells)
    for place, group in enumerate(column.groups if column.is_variant else ()):
        for witness in group:
            letters[witness] = letter_of(place)
    return letters


def _read_cells(
    number: int, one: Witness, columns: Sequence[Column], letters: Sequence[Sequence[str]]
) -> Iterable[AlignedCell]:
    for column, marks in zip(columns, letters, strict=True):
        span = column.cells[number]
        words = " ".join(span.of(one.text).split()) if span else ""
        yield AlignedCell(words, marks[number], column.is_variant, marks[number] not in ("", "a"))
