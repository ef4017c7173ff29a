"""The figures of a campaign as a table for spreadsheets."""

import csv
from collections.abc import Iterator
from io import StringIO

from workbench.campaigns.scoring import Result

__all__ = ["write_results"]

_HEAD = ("figure", "of", "against", "count", "value", "low", "high", "p")


def write_results(result: Result) -> str:
    """Return a row for each figure: scores, then pairs, then measures of agreement."""
    file = StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(_HEAD)
    writer.writerows(_rows(result))
    return file.getvalue()


def _rows(result: Result) -> Iterator[tuple[object, ...]]:
    for one in result.scores:
        yield ("score", one.siglum, "", one.judgements, _shown(one.mean), *_ends(one.interval), "")
    for pair in result.pairs:
        yield ("difference", pair.left, pair.right, pair.items, _shown(pair.difference), "", "", _shown(pair.p_value))
    for measure in result.agreement:
        yield ("agreement", measure.name, "", result.answers, _shown(measure.value), *_ends(measure.interval), "")


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}"


def _ends(interval: tuple[float, float] | None) -> tuple[str, str]:
    return (_shown(interval[0]), _shown(interval[1])) if interval else ("", "")
