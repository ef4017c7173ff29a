"""The quality of a translation as it is set: a table of categories by severities, one of raters."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext, pgettext

from workbench.corpus.models import Translation
from workbench.review.quality import Marks, Quality, Report
from workbench.web.site.figures import localised, lowered

__all__ = ["Line", "Sheet", "describe_weights", "sheets_of"]


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table: what it is about, how many marks by severity (and without one), all of them, their points."""

    label: str
    counts: Sequence[int]
    count: int
    penalty: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """One translation of a report: its figures, and its marks by category and by rater."""

    translation: Translation
    quality: Quality
    passes: bool | None
    totals: Line
    categories: Sequence[Line]
    raters: Sequence[Line]

    @property
    def translator(self) -> str:
        """Who made it, where its siglum does not say so."""
        name = self.translation.translator
        return name if name != self.translation.siglum else ""

    @property
    def per_thousand(self) -> str:
        """Its points in 1,000 words, written."""
        figure = self.quality.per_thousand
        return "–" if figure is None else localised(f"{figure:.1f}")

    @property
    def share_looked_at(self) -> float:
        """The share of its texts that have a mark or a verdict."""
        return self.quality.looked_at / self.quality.texts if self.quality.texts else 0


def sheets_of(report: Report) -> list[Sheet]:
    """Return the translations of a report as they are set, those with the fewest points per 1,000 words first."""
    sheets = [_sheet(report, quality) for quality in report.qualities]
    return sorted(sheets, key=lambda sheet: (sheet.passes is None, sheet.quality.per_thousand or 0))


def _sheet(report: Report, quality: Quality) -> Sheet:
    label = report.lists.label_of
    no_category = gettext("No category")
    by_category = _grouped((label(one.category) if one.category else no_category, one) for one in quality.marks)
    by_rater = _grouped((one.rater.signature(one.attributed_to), one) for one in quality.marks)
    order = [one.shown for one in report.lists.categories]
    categories = sorted(by_category, key=lambda name: (order.index(name) if name in order else len(order), name))
    return Sheet(
        quality.translation,
        quality,
        report.passes(quality),
        _line(report, pgettext("marks", "All"), quality.marks),
        [_line(report, name, by_category[name]) for name in categories],
        [_line(report, name, by_rater[name]) for name in sorted(by_rater)],
    )


def _grouped(pairs: Iterable[tuple[str, Marks]]) -> dict[str, list[Marks]]:
    found: dict[str, list[Marks]] = {}
    for name, marks in pairs:
        found.setdefault(name, []).append(marks)
    return found


def _line(report: Report, label: str, marks: Sequence[Marks]) -> Line:
    counted: Counter[str] = Counter()
    for one in marks:
        counted[one.severity] += one.count
    known = [one.name for one in reversed(report.lists.severities)]
    counts = [counted.pop(name, 0) for name in known]
    counts.append(counted.total())
    return Line(label, counts, sum(counts), sum(one.penalty for one in marks))


def describe_weights(report: Report) -> str:
    """Say what a mark of each severity costs, the gravest first."""
    shown = ((lowered(one.shown), localised(f"{one.weight:g}")) for one in reversed(report.lists.severities))
    return ", ".join(f"{label} {weight}" for label, weight in shown)
