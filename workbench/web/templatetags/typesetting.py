"""Entries of an apparatus and rows of an alignment table as HTML: pages hold thousands, too many for templates.

All that is not written here is escaped here.
"""

from collections.abc import Iterable
from html import escape
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, pgettext

from workbench.corpus.models import ConfirmedLink, Translation
from workbench.corpus.units import Unit
from workbench.text.words.languages import direction_of
from workbench.web.reading.apparatus import ApparatusReading, ApparatusRow, Note
from workbench.web.reading.choices import Choice
from workbench.web.reading.collating import LeftOut
from workbench.web.reading.collation_table import AlignedCell, AlignedRow
from workbench.web.reading.naming import join_words, name_unit
from workbench.web.typesetting.difference_types import legend_entries
from workbench.web.typesetting.marking import hidden_words
from workbench.web.typesetting.words import absence_of

__all__ = [
    "absence",
    "joined_name",
    "languages_by_siglum",
    "linked_words",
    "links_joined",
    "list_legend",
    "set_cells",
    "set_entries",
    "sigla",
    "sigla_with_languages",
    "sigla_with_reasons",
]

register = template.Library()

_BRACKET = f'<span class="bracket" aria-hidden="true"> ]</span>{hidden_words(": ")} '


@register.filter
def sigla(rows: Iterable[Any]) -> SafeString:
    """List the sigla of translations, or of what has a translation each, between commas."""
    shown = [getattr(row, "translation", row).siglum for row in rows]
    return format_html_join(", ", '<span class="siglum">{}</span>', ((one,) for one in shown))


@register.filter
def sigla_with_languages(rows: Iterable[Translation]) -> SafeString:
    """List translations by their sigla, each with the tag of its language."""
    return format_html_join(
        ", ", '<span class="siglum">{}</span> ({})', ((row.siglum, row.language or gettext("unnamed")) for row in rows)
    )


@register.filter
def sigla_with_reasons(rows: Iterable[LeftOut]) -> SafeString:
    """List translations that are left out, each with why."""
    return format_html_join(
        ", ", '<span class="siglum">{}</span> ({})', ((row.translation.siglum, row.reason) for row in rows)
    )


@register.filter
def languages_by_siglum(rows: Iterable[Translation]) -> str:
    """List translations as `B: de, C: ru`."""
    return ", ".join(f"{row.siglum}: {row.language or gettext('unnamed')}" for row in rows)


@register.filter
def links_joined(choices: Iterable[Choice]) -> SafeString:
    """List choices as links, the last after “or”; "" for none."""
    links = [format_html('<a href="?{}">{}</a>', one.query, one.label) for one in choices]
    return mark_safe(join_words(links, gettext("%(one)s or %(other)s")))  # noqa: S308 - links that were escaped


@register.filter
def linked_words(link: ConfirmedLink, side: str) -> SafeString:
    """Set the words on one side (`left`, `right`) of a link that somebody spoke of, after the siglum of their text."""
    translation = getattr(link, side).translation
    return format_html(
        '<bdi class="siglum">{}</bdi> <bdi dir="auto" lang="{}">{}</bdi>',
        translation.siglum,
        translation.language,
        getattr(link, f"{side}_quote"),
    )


@register.filter
def joined_name(unit: Unit) -> str:
    """Name passages that are read as one."""
    return name_unit(unit)


@register.simple_tag
def list_legend() -> list[tuple[str, str]]:
    """List the lines under words that part from the base: the classes of each, and what it says."""
    return [(classes, words) for _, classes, words in legend_entries()]


@register.filter
def absence(presence: str) -> str:
    """Say why a variant of this presence has no text, "" for one that has."""
    return absence_of(presence)


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
    said = hidden_words(f"{pgettext('before its number', 'variant')} ")
    number = f'<a class="number" href="#at-{note.id_stem}">{said}{note.number}</a>'
    lemma = f'<span class="lemma" {language}>{escape(note.lemma)}</span>' if note.lemma else _at_the_beginning()
    readings = "; ".join(_set_reading(one, note) for one in note.readings)
    said = f" {_corrected()}" if note.is_corrected else ""
    return f'<li id="{note.id_stem}" class="entry">{number}\N{NO-BREAK SPACE}{lemma}{_BRACKET}{readings}{said}</li>'


def _set_reading(reading: ApparatusReading, note: Note) -> str:
    voice = f'lang="{escape(reading.language)}" dir="{reading.direction}"'
    moved = f"{_transposed()}{_set_other(reading, note)}" if reading.transposed else ""
    words = f"<bdi {voice}>{escape(reading.words)}</bdi>" if reading.words else moved or _omitted()
    named = " ".join(_set_sigla(reading))
    after = f" {moved}" if moved and reading.words else ""
    return f'<span class="reading">{_added() if reading.is_added else ""}{words} {named}{after}</span>'


def _omitted() -> str:
    return f'<i class="editor" dir="ltr" title="{escape(gettext("omitted"))}">om.</i>'


def _added() -> str:
    return f'<span class="editor" aria-hidden="true">+</span>{hidden_words(pgettext("a reading", "adds"))} '


def _at_the_beginning() -> str:
    return f'<i class="editor">{escape(gettext("at the beginning"))}</i>'


def _transposed() -> str:
    return f'<i class="editor" dir="ltr" title="{escape(gettext("transposed"))}">transp.</i>'


def _corrected() -> str:
    said = gettext("corrected by hand")
    sign = f'<span class="corrected" title="{escape(said)}" aria-hidden="true">\N{LOWER LEFT PENCIL}</span>'
    return f"{sign}{hidden_words(said)}"


def _set_other(reading: ApparatusReading, note: Note) -> str:
    """Lead to the note of the place to which words went, or from which they came."""
    if not reading.other:
        return ""
    went, came = pgettext("moved words", "to %(number)s"), pgettext("moved words", "from %(number)s")
    said = escape((went if reading.transposed == "away" else came) % {"number": reading.other})
    return f' <a class="editor" href="#{note.stem_of(reading.other)}">{said}</a>'


def _set_sigla(reading: ApparatusReading) -> Iterable[str]:
    for one in reading.translations:
        title = f' title="{escape(one.translator)}"' if one.translator else ""
        yield f'<bdi class="siglum" lang="en"{title}>{escape(one.siglum)}</bdi>'


def _nothing() -> str:
    return f'<span aria-hidden="true">–</span>{hidden_words(pgettext("a reading", "nothing"))}'


def _set_cell(cell: AlignedCell, voice: str) -> str:
    kind = ' class="is-other"' if cell.is_other else ' class="is-variant"' if cell.is_variant else ""
    letter = f'<b class="letter">{cell.letter}</b> ' if cell.letter else ""
    words = f'<span class="words" {voice}>{escape(cell.words)}</span>' if cell.words else _nothing()
    return f"<td{kind}>{letter}{words}</td>"
