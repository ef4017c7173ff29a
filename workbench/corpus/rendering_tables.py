"""Renderings and words as tables for spreadsheets."""

from collections.abc import Iterable

from workbench.corpus.models import Translation
from workbench.corpus.rendering import RenderingTable
from workbench.interchange.formats.table.cells import write_sheet
from workbench.text.concordance import Distinctive

__all__ = ["write_renderings", "write_vocabulary"]

_PLACES = ("reference", "translation", "words", "other", "rendering", "count")
_WORDS = ("translation", "word", "count", "elsewhere", "log-likelihood")


def write_renderings(translation: Translation, table: RenderingTable) -> bytes:
    """Return a row for each place and other translation; `count` is how often that has the rendering."""
    rows = [
        (
            place.passage.reference,
            translation.siglum,
            place.words,
            one.translation.siglum,
            place.rendering,
            str(each.count),
        )
        for one in table.columns
        for each in one.renderings
        for place in each.places
    ]
    return write_sheet([_PLACES, *rows])


def write_vocabulary(siglum: str, words: Iterable[Distinctive]) -> bytes:
    """Return a row for each word."""
    rows = [(siglum, one.written, str(one.count), str(one.other), f"{one.score:.2f}") for one in words]
    return write_sheet([_WORDS, *rows])
