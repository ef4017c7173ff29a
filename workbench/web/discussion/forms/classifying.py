"""What an owner types to say what discussions are classified by: one line a name."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy

from workbench.review.classification import CategoryTerm, Lists, SeverityTerm, read_lists
from workbench.review.models import Classification
from workbench.web.site.forms import PageForm

__all__ = ["ListsForm"]


class ListsForm(PageForm):
    """A workspace's categories and severities as lines: `name | label`, and of a severity also `| weight`."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)
    categories = forms.CharField(
        label=gettext_lazy("Categories"),
        required=False,
        max_length=30_000,
        widget=forms.Textarea(attrs={"rows": 14, "spellcheck": "false"}),
        help_text=gettext_lazy(
            "One a line: name | label. A name is of small letters, digits, - and _; “/” makes a tree."
        ),
    )
    severities = forms.CharField(
        label=gettext_lazy("Severities, from the least to the gravest"),
        max_length=3_000,
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false"}),
        help_text=gettext_lazy("One a line: name | label | penalty points of one mark."),
    )

    @staticmethod
    def lines_of(lists: Lists) -> dict[str, Any]:
        """Return what the form shows of lists."""
        return {
            "version": lists.version,
            "categories": "\n".join(f"{one.name} | {one.label}" for one in lists.categories),
            "severities": "\n".join(f"{one.name} | {one.label} | {one.weight:g}" for one in lists.severities),
        }

    def clean_categories(self) -> list[CategoryTerm]:
        """Read the lines; a label that is not given is the name."""
        return [CategoryTerm(name, label) for name, label, *_ in _cells(self.cleaned_data["categories"])]

    def clean_severities(self) -> list[SeverityTerm]:
        """Read the lines; each says its weight."""
        return [SeverityTerm(name, label, _weight(points)) for name, label, points in _cells(self._severities())]

    def _severities(self) -> str:
        return str(self.cleaned_data["severities"])

    def show_current(self, current: object) -> None:
        """Say what the lists are by now, as lines."""
        if isinstance(current, Classification):
            for name, lines in self.lines_of(read_lists(current)).items():
                if name != "version" and lines != self.data.get(name, "").replace("\r\n", "\n"):
                    message = gettext("It now reads: %(now)s") % {"now": lines}
                    self.add_error(name, forms.ValidationError(message, code="changed"))


def _cells(lines: str) -> Iterator[tuple[str, str, str]]:
    for line in lines.splitlines():
        if line.strip():
            name, label, points, *_ = [*(cell.strip() for cell in line.split("|")), "", ""]
            yield name, label, points


def _weight(points: str) -> float:
    try:
        return float(points)
    except ValueError as error:
        message = gettext("A number of penalty points is expected at the end of each line, not “%(points)s”.")
        raise forms.ValidationError(message % {"points": points[:40]}, code="invalid_weight") from error
