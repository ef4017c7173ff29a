"""The form of a campaign."""

import re
from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext, gettext_lazy

from workbench.accounts.models import User
from workbench.campaigns.actions import MOST_REVIEWERS, CampaignWishes
from workbench.campaigns.models import Handing, Kind
from workbench.corpus import limits
from workbench.corpus.models import Translation
from workbench.web.site.forms import PageForm

__all__ = ["BringForm", "CampaignForm"]


class BringForm(PageForm):
    """A campaign that was prepared elsewhere, and who judges."""

    prefix = "brought"
    file = forms.FileField(label=gettext_lazy("A campaign file of Pearmut (JSON)"))
    reviewers = forms.MultipleChoiceField(label=gettext_lazy("Reviewers"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, data: object, files: object = None, *, members: Iterable[User]) -> None:
        super().__init__(data, files)
        self.fields["reviewers"].choices = [(one.username, str(one)) for one in members]  # type: ignore[attr-defined]


class CampaignForm(PageForm):
    """What is judged by whom."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=limits.TITLE)
    kind = forms.ChoiceField(label=gettext_lazy("What is asked"), choices=Kind.choices, initial=Kind.BEST_WORST)
    passages = forms.CharField(
        label=gettext_lazy("Passages"),
        max_length=limits.REFERENCE,
        required=False,
        help_text=gettext_lazy("A range, such as 13-14; all if empty."),
    )
    translations = forms.MultipleChoiceField(
        label=gettext_lazy("Translations"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("None chosen: all but the original."),
    )
    reviewers = forms.MultipleChoiceField(label=gettext_lazy("Reviewers"), widget=forms.CheckboxSelectMultiple)
    each = forms.IntegerField(
        label=gettext_lazy("Answers for each item"),
        required=False,
        min_value=0,
        max_value=MOST_REVIEWERS,
        help_text=gettext_lazy("Empty: one of everybody."),
    )
    handing = forms.ChoiceField(
        label=gettext_lazy("Who gets which items"), choices=Handing.choices, initial=Handing.POOL
    )
    checks = forms.CharField(
        label=gettext_lazy("To check reviewers by"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy(
            "A line each, such as 13: A > D, where whoever reads with care puts A above D. Not scored."
        ),
    )
    blind = forms.BooleanField(
        label=gettext_lazy("Hide whose versions they are, and shuffle them"), required=False, initial=True
    )

    def __init__(self, data: object, *, translations: Iterable[Translation], members: Iterable[User]) -> None:
        super().__init__(data)
        self.fields["translations"].choices = [  # type: ignore[attr-defined]
            (one.siglum, f"{one.siglum} {one.translator}".strip()) for one in translations
        ]
        self.fields["reviewers"].choices = [(one.username, str(one)) for one in members]  # type: ignore[attr-defined]

    def clean_checks(self) -> list[tuple[str, str, str]]:
        """Read the lines."""
        lines = [line.strip() for line in self.cleaned_data["checks"].splitlines() if line.strip()]
        found = [re.fullmatch(r"(.+):\s*(\S+)\s*>\s*(\S+)", line) for line in lines]
        if not all(found):
            raise forms.ValidationError(
                gettext("A reference and two sigla are expected, such as 13: A > D."), code="bad_check"
            )
        return [(one[1].strip(), one[2], one[3]) for one in found if one]

    @property
    def wishes(self) -> CampaignWishes:
        """What was wished for."""
        given = self.cleaned_data
        return CampaignWishes(
            title=given["title"],
            kind=given["kind"],
            reviewers=given["reviewers"],
            sigla=tuple(given["translations"]),
            passages=given["passages"],
            is_blind=given["blind"],
            each=given["each"] or 0,
            handing=given["handing"],
            checks=given["checks"],
        )
