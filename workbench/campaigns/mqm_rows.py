"""The marks of a campaign's answers as a table of MQM ratings: a row for each mark, one for each version without."""

from collections.abc import Iterable, Iterator

from workbench.campaigns.pearmut import Judged
from workbench.interchange.formats.mqm.labels import NO_ERROR, label_of, severity_name
from workbench.interchange.formats.mqm.ratings import COLUMNS
from workbench.interchange.formats.mqm.spans import mark
from workbench.interchange.formats.mqm.writing import in_cells, parts_of

__all__ = ["MISSING", "write_ratings"]

MISSING = "Something is missing here."
"""The comment of a mark where the reviewer misses words."""


def write_ratings(answers: Iterable[Judged]) -> str:
    """Return the table: columns of `interchange.formats.mqm`, separated by TAB, LF. A system is a siglum."""
    return "".join("\t".join(row) + "\n" for row in (COLUMNS, *(row for one in answers for row in _rows(one))))


def _rows(one: Judged) -> Iterator[tuple[str, ...]]:
    doc, segment = parts_of(one.reference)
    for siglum, text in one.texts.items():
        where = siglum, doc, doc, segment, one.reviewer, one.source
        spans = [span for span in one.content.get("spans", ()) if span["siglum"] == siglum]
        for span in spans:
            marked = mark(text, [(span["start"], span["end"])])
            said = label_of(span["category"]), severity_name(span["severity"]), MISSING if span["missing"] else ""
            yield tuple(in_cells(*where, marked, *said))
        if not spans:
            yield tuple(in_cells(*where, text, NO_ERROR, NO_ERROR, ""))
