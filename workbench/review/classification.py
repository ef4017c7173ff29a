"""What discussions are classified by in a workspace: its categories, and its severities with what each weighs.

A workspace without lists of its own has the default ones. The path of a name is the tree: `accuracy/omission` belongs
to `accuracy`. The weights are those of MQM's scoring model (Lommel et al., 2024: 1, 5, 25 points; neutral marks none).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from workbench.review.models import Category, Classification, Severity

__all__ = ["DEFAULT", "CategoryTerm", "Lists", "SeverityTerm", "lists_of", "lists_of_all", "read_lists", "shown_label"]


@dataclass(frozen=True, slots=True)
class CategoryTerm:
    """A category: its name in addresses and files, and what people read."""

    name: str
    label: str

    @property
    def shown(self) -> str:
        """What people read for it on a page."""
        return shown_label(self.name, self.label)

    @property
    def parent(self) -> str:
        """The name above it, "" at the top."""
        return self.name.rpartition("/")[0]


@dataclass(frozen=True, slots=True)
class SeverityTerm:
    """A step of the scale; `weight` in penalty points for one mark."""

    name: str
    label: str
    weight: float

    @property
    def shown(self) -> str:
        """What people read for it on a page."""
        return shown_label(self.name, self.label)


@dataclass(frozen=True, slots=True)
class Lists:
    """What may be chosen in a workspace: severities from the least to the gravest. `version` guards their change."""

    categories: Sequence[CategoryTerm]
    severities: Sequence[SeverityTerm]
    version: int = 1

    @property
    def category_choices(self) -> list[tuple[str, str]]:
        """Name and label of each category, the usual ones in the reader's language."""
        return [(one.name, one.shown) for one in self.categories]

    @property
    def severity_choices(self) -> list[tuple[str, str]]:
        """Name and label of each severity, the usual ones in the reader's language."""
        return [(one.name, one.shown) for one in self.severities]

    @property
    def weights(self) -> dict[str, float]:
        """The weight of each severity by its name."""
        return {one.name: one.weight for one in self.severities}

    def label_of(self, name: str) -> str:
        """Return what people read for the name of a category or severity; the name where it is on no list."""
        return dict([*self.category_choices, *self.severity_choices]).get(name, name)


_POINTS = {Severity.NEUTRAL: 0.0, Severity.MINOR: 1.0, Severity.MAJOR: 5.0, Severity.CRITICAL: 25.0}
DEFAULT = Lists(
    tuple(CategoryTerm(value, label) for value, label in Category.choices),
    tuple(SeverityTerm(value, label, _POINTS[Severity(value)]) for value, label in Severity.choices),
)


_TRANSLATED: dict[str, Promise] = {
    Category.MISTRANSLATION: pgettext_lazy("category", "Mistranslation"),
    Category.OMISSION: pgettext_lazy("category", "Omission"),
    Category.ADDITION: pgettext_lazy("category", "Addition"),
    Category.TERMINOLOGY: pgettext_lazy("category", "Terminology"),
    Category.GRAMMAR: pgettext_lazy("category", "Grammar"),
    Category.SPELLING: pgettext_lazy("category", "Spelling"),
    Category.PUNCTUATION: pgettext_lazy("category", "Punctuation"),
    Category.STYLE: pgettext_lazy("category", "Style"),
    Category.LOCALE: pgettext_lazy("category", "Locale convention"),
    Category.QUESTION: pgettext_lazy("category", "Question"),
    Category.OTHER: pgettext_lazy("category", "Other"),
    Severity.NEUTRAL: pgettext_lazy("severity", "Neutral"),
    Severity.MINOR: pgettext_lazy("severity", "Minor"),
    Severity.MAJOR: pgettext_lazy("severity", "Major"),
    Severity.CRITICAL: pgettext_lazy("severity", "Critical"),
}
_USUAL = dict([*Category.choices, *Severity.choices])


def shown_label(name: str, label: str) -> str:
    """Return a label as a page shows it: the usual one of a usual name in the reader's language, others as they are."""
    return str(_TRANSLATED[name]) if name in _TRANSLATED and _USUAL[name] == label else label


def lists_of(workspace: int) -> Lists:
    """Return what may be chosen in a workspace (its id). One query."""
    return lists_of_all([workspace]).get(workspace, DEFAULT)


def lists_of_all(workspaces: Iterable[int]) -> dict[int, Lists]:
    """Return the lists of those of the workspaces that have their own, by id. One query."""
    rows = Classification.objects.filter(workspace__in=list(workspaces))
    return {row.workspace_id: read_lists(row) for row in rows}


def read_lists(row: Classification) -> Lists:
    """Return a workspace's own lists as values."""
    categories: Any = row.categories
    severities: Any = row.severities
    return Lists(
        tuple(CategoryTerm(**one) for one in categories), tuple(SeverityTerm(**one) for one in severities), row.version
    )
