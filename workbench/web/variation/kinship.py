"""The distances between the translations of a work, language by language: as a table, a tree and a map."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from workbench.corpus.comparing import group_by_language
from workbench.corpus.models import Translation
from workbench.text import Matrix
from workbench.text.words.languages import name_of_language
from workbench.web.variation.drawings import Map, Tree, draw_map, draw_tree
from workbench.web.variation.timeline import Timeline, draw_timeline

__all__ = ["Distance", "Kin", "KinRow", "name_language", "read_kin"]

SHADES = 5
# What Django, which names the languages of interfaces, has no name for; "": no language was said.


@dataclass(frozen=True, slots=True)
class Distance:
    """One cell of the table: a distance 0..1, None where none is known, and how dark it is, 0 to `SHADES`."""

    value: float | None
    shade: int
    is_self: bool = False


@dataclass(frozen=True, slots=True)
class KinRow:
    """A translation and its distances to all of its group."""

    translation: Translation
    cells: Sequence[Distance]


@dataclass(frozen=True, slots=True)
class Kin:
    """The translations of one language and the matrix of their distances, in `rows` as a table."""

    language: str
    name: str
    translations: Sequence[Translation]
    matrix: Matrix
    rows: Sequence[KinRow]

    @property
    def is_drawn(self) -> bool:
        """Whether there is something to draw: of two the table says it all."""
        return len(self.translations) > 2

    @property
    def tree(self) -> Tree:
        """The tree of nearest kin."""
        return draw_tree(self.matrix, [one.siglum for one in self.translations])

    @property
    def timeline(self) -> Timeline | None:
        """The translations by year; None where not two years are said."""
        return draw_timeline(self.matrix, self.translations)

    @property
    def map(self) -> Map:
        """The map."""
        return draw_map(self.matrix, [one.siglum for one in self.translations])


def read_kin(translations: Sequence[Translation], distances: Matrix) -> list[Kin]:
    """Part the matrix of all translations by language; languages with a single translation have nothing to show."""
    groups = group_by_language(translations)
    return [_read(language, places, translations, distances) for language, places in groups.items() if len(places) > 1]


def name_language(tag: str) -> str:
    """Return the name of a language as the reader's language has it, else the English one, else the tag itself."""
    return gettext(name_of_language(tag)) if tag else gettext("unnamed")


def _read(language: str, places: Sequence[int], translations: Sequence[Translation], distances: Matrix) -> Kin:
    matrix = tuple(tuple(distances[row][column] for column in places) for row in places)
    members = [translations[place] for place in places]
    rows = [KinRow(one, cells) for one, cells in zip(members, _shade(matrix), strict=True)]
    return Kin(language, name_language(language), members, matrix, rows)


def _shade(matrix: Matrix) -> list[list[Distance]]:
    """The darkest shade is the farthest distance of this table."""
    farthest = max((value for row in matrix for value in row if value), default=1.0)
    return [
        [Distance(value, round(SHADES * (value or 0) / farthest), i == j) for j, value in enumerate(row)]
        for i, row in enumerate(matrix)
    ]
