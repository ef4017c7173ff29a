"""Entries of an apparatus and rows of an alignment table as HTML: pages hold thousands, too many for templates.

All that is not written here is escaped here.
"""

from collections.abc import Iterable
from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe

from workbench.text.words.languages import direction_of
from workbench.web.reading.apparatus import ApparatusReading, ApparatusRow, Note
from workbench.web.reading.collation_table import AlignedCell, AlignedRow
from workbench.web.typesetting.difference_types import legend_entries
from workbench.web.typesetting.marking import hidden_words
from workbench.web.typesetting.words import ABSENCES

__all__ = ["absence", "list_legend", "set_cells", "set_entries"]

register = template.Library()

_OMITTED = '<i class="editor" lang="en" dir="ltr" title="omitted">om.</i>'
_ADDED = f'<span class="editor" aria-hidden="true">+</span>{hidden_words("adds")} '
_AT_THE_BEGINNING = '<i class="editor" lang="en" dir="ltr">at the beginning</i>'
_TRANSPOSED = '<i class="editor" lang="en" dir="ltr" title="transposed">transp.</i>'
_CORRECTED = '<span class="corrected" title="corrected by hand" aria-hidden="true">\N{LOWER LEFT PENCIL}</span>'
_BRACKET = f'<span class="bracket" aria-hidden="true"> ]</span>{hidden_words(": ")} '
_NOTHING = f'<span aria-hidden="true">–</span>{hidden_words("nothing")}'


@register.simple_tag
def list_legend() -> list[tuple[str, str]]:
    """List the lines under words that part from the base: the classes of each, and what it says."""
    return [(classes, words) for _, classes, words in legend_entries()]


@register.filter
def absence(presence: str) -> str:
    """Say why a variant of this presence has no text, "" for one that has."""
    return ABSENCES.get(presence, "")


@register.filter
def set_entries(row: ApparatusRow) -> SafeString:
    """Set the apparatus of a passage: a list item for each entry."""
    language = f'lang="{escape(row.cell.language)}"'
    return mark_safe("\n".join(_set_entry(note, language) for note in row.entries))  # noqa: S308 - all text was escaped


@register.filter
def set_cells(row: AlignedRow) -> SafeString:
    """Set the cells of a text's row in an alignment table."""
    language = row.translation.language
    voice = f'lang="{escape(language)}" dir="{direction_of(language)}"'
    return mark_safe("".join(_set_cell(cell, voice) for cell in row.cells))  # noqa: S308 - all text was escaped


def _set_entry(note: Note, language: str) -> str:
    number = f'<a class="number" href="#at-{note.id_stem}">{hidden_words("variant ")}{note.number}</a>'
    lemma = f'<span class="lemma" {language}>{escape(note.lemma)}</span>' if note.lemma else _AT_THE_BEGINNING
    readings = "; ".join(_set_reading(one, note) for one in note.readings)
    said = f" {_CORRECTED}{hidden_words('corrected by hand')}" if note.is_corrected else ""
    return f'<li id="{note.id_stem}" class="entry">{number}\N{NO-BREAK SPACE}{lemma}{_BRACKET}{readings}{said}</li>'


def _set_reading(reading: ApparatusReading, note: Note) -> str:
    voice = f'lang="{escape(reading.language)}" dir="{reading.direction}"'
    moved = f"{_TRANSPOSED}{_set_other(reading, note)}" if reading.transposed else ""
    words = f"<bdi {voice}>{escape(reading.words)}</bdi>" if reading.words else moved or _OMITTED
    sigla = " ".join(_set_sigla(reading))
    after = f" {moved}" if moved and reading.words else ""
    return f'<span class="reading">{_ADDED if reading.is_added else ""}{words} {sigla}{after}</span>'


def _set_other(reading: ApparatusReading, note: Note) -> str:
    """Lead to the note of the place to which words went, or from which they came."""
    if not reading.other:
        return ""
    word = "to" if reading.transposed == "away" else "from"
    return f' <a class="editor" href="#{note.stem_of(reading.other)}" lang="en" dir="ltr">{word} {reading.other}</a>'


def _set_sigla(reading: ApparatusReading) -> Iterable[str]:
    for one in reading.translations:
        title = f' title="{escape(one.translator)}"' if one.translator else ""
        yield f'<bdi class="siglum" lang="en"{title}>{escape(one.siglum)}</bdi>'


def _set_cell(cell: AlignedCell, voice: str) -> str:
    kind = ' class="is-other"' if cell.is_other else ' class="is-variant"' if cell.is_variant else ""
    letter = f'<b class="letter">{cell.letter}</b> ' if cell.letter else ""
    words = f'<span class="words" {voice}>{escape(cell.words)}</span>' if cell.words else _NOTHING
    return f"<td{kind}>{letter}{words}</td>"
