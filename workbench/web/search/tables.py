"""What was found, as a file: CSV (RFC 4180), a line for each place of the words."""

from collections.abc import Iterable

from django.http import HttpResponse

from workbench.attachments import CSV, attachment
from workbench.interchange.formats.table.cells import escape, write_rows
from workbench.web.search.lines import KeyWord

__all__ = ["as_table"]

_HEADER = ("workspace", "work", "reference", "translation", "language", "before", "words", "after")


def as_table(lines: Iterable[KeyWord]) -> HttpResponse:
    """Send the lines."""
    rows = (map(escape, _row(line)) for line in lines)
    return attachment(write_rows((_HEADER, *rows), ",", "\r\n"), "concordance.csv", CSV)


def _row(line: KeyWord) -> tuple[str, ...]:
    one = line.variant
    work, translation = one.work, one.translation
    place = (work.workspace.slug, work.slug, one.passage.reference, translation.siglum, translation.language)
    return (*place, line.before, line.words, line.after)
