"""The figures of a campaign as a table for spreadsheets."""

from collections.abc import Iterator

from workbench.campaigns.scoring import Result
from workbench.interchange.formats.table.cells import escape, write_rows

__all__ = ["write_results"]

_HEAD = ("figure", "of", "against", "count", "value", "low", "high", "p")


def write_results(result: Result) -> str:
    """Return a row for each figure: scores, then pairs, then measures of agreement. Sigla are escaped, figures not."""
    return write_rows((_HEAD, *_rows(result)), ",", "\r\n")


def _rows(result: Result) -> Iterator[tuple[str, ...]]:
    for one in result.scores:
        yield ("score", escape(one.siglum), "", str(one.judgements), _shown(one.mean), *_ends(one.interval), "")
    for pair in result.pairs:
        sigla = escape(pair.left), escape(pair.right)
        yield ("difference", *sigla, str(pair.items), _shown(pair.difference), "", "", _shown(pair.p_value))
    for measure in result.agreement:
        yield ("agreement", measure.name, "", str(result.answers), _shown(measure.value), *_ends(measure.interval), "")
    for fate in result.fates:
        for name in ("accepted", "changed", "struck"):
            yield (f"machine's marks {name}", escape(fate.siglum), "", str(getattr(fate, name)), "", "", "", "")


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}"


def _ends(interval: tuple[float, float] | None) -> tuple[str, str]:
    return (_shown(interval[0]), _shown(interval[1])) if interval else ("", "")
