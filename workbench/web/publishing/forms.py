"""The forms of frozen states."""

from collections.abc import Iterable

from django import forms

from workbench.corpus import limits
from workbench.corpus.models import Translation
from workbench.publishing.actions import FreezingWishes
from workbench.publishing.models import FrozenState
from workbench.web.site.forms import PageForm

__all__ = ["FreezingForm"]

_REMARKS = [
    (FrozenState.Remarks.NONE.value, "none: the texts as they read now"),
    (FrozenState.Remarks.UNNAMED.value, "all, with “Reviewer 1” for a name, and the history they speak of"),
    (FrozenState.Remarks.NAMED.value, "all, with their authors’ names, and the history they speak of"),
]


class FreezingForm(PageForm):
    """What is frozen."""

    title = forms.CharField(label="Title", max_length=limits.TITLE, required=False)
    translations = forms.MultipleChoiceField(
        label="Translations", required=False, widget=forms.CheckboxSelectMultiple, help_text="None chosen: all of them."
    )
    remarks = forms.ChoiceField(label="Remarks", choices=_REMARKS, widget=forms.RadioSelect, initial="none")

    def __init__(self, data: object, *, translations: Iterable[Translation], title: str) -> None:
        super().__init__(data, initial={"title": title, "remarks": "none"})
        choices = [(one.siglum, f"{one.siglum} {one.translator}".strip()) for one in translations]
        self.fields["translations"].choices = choices  # type: ignore[attr-defined]

    @property
    def wishes(self) -> FreezingWishes:
        """What was wished for."""
        given = self.cleaned_data
        return FreezingWishes(given["title"], tuple(given["translations"]), remarks=given["remarks"])
