"""What was found as tables for spreadsheets: differences, and what the checks found."""

from collections.abc import Iterable, Mapping

from workbench.corpus.differing import Found
from workbench.corpus.models import Check
from workbench.interchange.formats.table.cells import write_sheet

__all__ = ["write_checks", "write_differences"]

_DIFFERENCES = ("reference", "left", "right", "type", "matter", "weight", "left words", "right words")
_CHECKS = (
    "id",
    "reference",
    "translation",
    "kind",
    "weight",
    "state",
    "words",
    "start",
    "end",
    "note",
    "others",
    "reason",
)


def write_differences(found: Iterable[Found]) -> bytes:
    """Return a row for each difference shown, in UTF-8 with a byte order mark."""
    rows = [
        (
            one.passage.reference,
            place.left.translation.siglum,
            place.right.translation.siglum,
            place.difference.type,
            place.weight.matter,
            f"{place.weight.value:.2f}",
            place.left_words,
            place.right_words,
        )
        for one in found
        for place in one.places
    ]
    return write_sheet([_DIFFERENCES, *rows])


def write_checks(checks: Iterable[Check], sigla: Mapping[int, str]) -> bytes:
    """Return a row for each check; `sigla` by the ids of translations."""
    rows = [
        (
            str(one.pk),
            one.passage.reference,
            sigla.get(one.variant.translation_id, ""),
            one.kind,
            f"{one.weight:.2f}",
            one.state,
            one.quote,
            str(one.start),
            str(one.end),
            one.note,
            "; ".join(f"{sigla.get(pk, '?')}: {words or '–'}" for pk, words in one.others),
            one.reason,
        )
        for one in checks
    ]
    return write_sheet([_CHECKS, *rows])
