"""What was found, as a file: CSV (RFC 4180), a line for each place of the words."""

import csv
from collections.abc import Iterable
from io import StringIO

from django.http import HttpResponse

from workbench.attachments import CSV, attachment
from workbench.web.search.lines import KeyWord

__all__ = ["as_table"]

_HEADER = ("workspace", "work", "reference", "translation", "language", "before", "words", "after")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would compute


def as_table(lines: Iterable[KeyWord]) -> HttpResponse:
    """Send the lines."""
    file = StringIO()
    writer = csv.writer(file)
    writer.writerow(_HEADER)
    writer.writerows([_harmless(value) for value in _row(line)] for line in lines)
    return attachment(file.getvalue(), "concordance.csv", CSV)


def _row(line: KeyWord) -> tuple[str, ...]:
    one = line.variant
    work, translation = one.work, one.translation
    place = (work.workspace.slug, work.slug, one.passage.reference, translation.siglum, translation.language)
    return (*place, line.before, line.words, line.after)


def _harmless(value: str) -> str:
    return f"'{value}" if value.startswith(_FORMULA) else value
