"""The distances between the translations of a work, language by language: as a table, a tree and a map."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import get_language_info

from workbench.corpus.comparing import group_by_language
from workbench.corpus.models import Translation
from workbench.text import Matrix
from workbench.web.reading.drawings import Map, Tree, draw_map, draw_tree

__all__ = ["Distance", "Kin", "KinRow", "name_language", "read_kin"]

SHADES = 5
# What Django, which names the languages of interfaces, has no name for; "": no language was said.
_MORE_NAMES = {
    "": "unnamed",
    "cu": "Church Slavonic",
    "grc": "Ancient Greek",
    "la": "Latin",
    "sa": "Sanskrit",
    "syc": "Syriac",
    "zh": "Chinese",
}


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
    """The translations of one language; the drawings from three translations on, for two the table says it all."""

    language: str
    name: str
    translations: Sequence[Translation]
    rows: Sequence[KinRow]
    tree: Tree | None
    map: Map | None


def read_kin(translations: Sequence[Translation], distances: Matrix) -> list[Kin]:
    """Part the matrix of all translations by language; languages with a single translation have nothing to show."""
    groups = group_by_language(translations)
    return [_read(language, places, translations, distances) for language, places in groups.items() if len(places) > 1]


def name_language(tag: str) -> str:
    """Return the English name of a language, the tag itself where none is known."""
    if tag in _MORE_NAMES:
        return _MORE_NAMES[tag]
    try:
        return str(get_language_info(tag)["name"])
    except KeyError:
        return tag


def _read(language: str, places: Sequence[int], translations: Sequence[Translation], distances: Matrix) -> Kin:
    matrix = tuple(tuple(distances[row][column] for column in places) for row in places)
    members = [translations[place] for place in places]
    sigla = [one.siglum for one in members]
    is_drawn = len(members) > 2
    return Kin(
        language,
        name_language(language),
        members,
        [KinRow(one, cells) for one, cells in zip(members, _shade(matrix), strict=True)],
        draw_tree(matrix, sigla) if is_drawn else None,
        draw_map(matrix, sigla) if is_drawn else None,
    )


def _shade(matrix: Matrix) -> list[list[Distance]]:
    """The darkest shade is the farthest distance of this table."""
    farthest = max((value for row in matrix for value in row if value), default=1.0)
    return [
        [Distance(value, round(SHADES * (value or 0) / farthest), i == j) for j, value in enumerate(row)]
        for i, row in enumerate(matrix)
    ]
