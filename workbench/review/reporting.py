"""The quality report as a table for spreadsheets."""

from collections.abc import Iterator

from workbench.interchange.formats.table.cells import write_sheet
from workbench.review.quality import Quality, Report

__all__ = ["write_report"]

_COLUMNS = (
    "translation",
    "words",
    "category",
    "severity",
    "rater",
    "marks",
    "weight",
    "penalty",
    "penalty_per_1000_words",
)


def write_report(report: Report) -> bytes:
    """Return a row for each category, severity and rater of each translation, in UTF-8 with a byte order mark.

    The last column is of all the translation's marks, the same in each of its rows. A translation without marks has one
    row, of none. Cells that a spreadsheet would run are written as `interchange` writes them.
    """
    rows = [_COLUMNS, *(row for quality in report.qualities for row in _rows(report, quality))]
    return write_sheet(rows)


def _rows(report: Report, quality: Quality) -> Iterator[tuple[str, ...]]:
    whole = "" if quality.per_thousand is None else f"{quality.per_thousand:.2f}"
    beginning = (quality.translation.siglum, str(quality.words))
    for one in quality.marks:
        weight = report.lists.weights.get(one.severity, 0)
        counted = (str(one.count), f"{weight:g}", f"{one.penalty:g}")
        yield (*beginning, one.category, one.severity, one.rater_name, *counted, whole)
    if not quality.marks:
        yield (*beginning, "", "", "", "0", "", "0", whole)
