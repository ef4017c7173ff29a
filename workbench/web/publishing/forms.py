"""The forms of frozen states."""

from collections.abc import Iterable, Iterator, Sequence

from django import forms
from django.utils.translation import gettext, gettext_lazy, pgettext_lazy

from workbench.corpus import limits
from workbench.corpus.models import Showing, Translation, Visibility
from workbench.publishing.actions import MOST_LINK_DAYS, FreezingWishes, ShowingWishes
from workbench.publishing.layouts import LAYOUTS, PAPERS
from workbench.publishing.models import FrozenState
from workbench.web.site.forms import PageForm

__all__ = ["EditionForm", "FreezingForm", "ShowingForm"]

_REMARKS = [
    (FrozenState.Remarks.NONE.value, gettext_lazy("none: the texts as they read now")),
    (
        FrozenState.Remarks.UNNAMED.value,
        gettext_lazy("all, with “Reviewer 1” for a name, and the history they speak of"),
    ),
    (FrozenState.Remarks.NAMED.value, gettext_lazy("all, with their authors’ names, and the history they speak of")),
]


class FreezingForm(PageForm):
    """What is frozen."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=limits.TITLE, required=False)
    translations = forms.MultipleChoiceField(
        label=gettext_lazy("Translations"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("None chosen: all of them."),
    )
    remarks = forms.ChoiceField(
        label=gettext_lazy("Remarks"), choices=_REMARKS, widget=forms.RadioSelect, initial="none"
    )

    def __init__(self, data: object, *, translations: Iterable[Translation], title: str) -> None:
        super().__init__(data, initial={"title": title, "remarks": "none"})
        choices = [(one.siglum, f"{one.siglum} {one.translator}".strip()) for one in translations]
        self.fields["translations"].choices = choices  # type: ignore[attr-defined]

    @property
    def wishes(self) -> FreezingWishes:
        """What was wished for."""
        given = self.cleaned_data
        return FreezingWishes(given["title"], tuple(given["translations"]), remarks=given["remarks"])


class EditionForm(PageForm):
    """How an edition is made."""

    frozen = forms.ChoiceField(label=gettext_lazy("What is published"), required=False)
    layout = forms.ChoiceField(
        label=gettext_lazy("How it is set"), choices=list(LAYOUTS.items()), widget=forms.RadioSelect
    )
    paper = forms.ChoiceField(label=gettext_lazy("Printed on"), choices=list(PAPERS.items()))
    remarks = forms.BooleanField(
        label=gettext_lazy("With the remarks and their authors’ names"),
        required=False,
        help_text=gettext_lazy("Of the work as it stands; a frozen state has the remarks that were frozen."),
    )
    epub = forms.BooleanField(label=gettext_lazy("Also as an e-book (EPUB 3)"), required=False)
    pdf = forms.BooleanField(label=gettext_lazy("Also as a PDF"), required=False)

    def __init__(self, data: object, *, states: Iterable[FrozenState]) -> None:
        super().__init__(data, initial={"layout": next(iter(LAYOUTS)), "paper": next(iter(PAPERS))})
        frozen = [(one.address, _name_of(one)) for one in states]
        self.fields["frozen"].choices = [("", gettext("the work as it stands")), *frozen]  # type: ignore[attr-defined]


def _name_of(state: FrozenState) -> str:
    said = {"number": state.number, "title": state.title, "day": f"{state.frozen_at:%d.%m.%Y}"}
    return gettext("%(number)s. %(title)s, frozen %(day)s") % said


_READERS = [
    ("private", gettext_lazy("members of the workspace")),
    ("link", gettext_lazy("whoever has the link")),
    ("public", gettext_lazy("everybody")),
]
_SHOWN_REMARKS = [
    ("none", pgettext_lazy("remarks", "none")),
    ("unnamed", gettext_lazy("all, with “Reviewer 1” for a name")),
    ("named", gettext_lazy("all, with their authors’ names")),
]
_SHOWN = [
    ("public", gettext_lazy("its texts")),
    ("counts", gettext_lazy("that it is there, and how much of it")),
    ("not_public", gettext_lazy("nothing")),
]


class ShowingForm(PageForm):
    """Who reads a work without an account, and what of it. A field for each translation: `shown-` and its id."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    visibility = forms.ChoiceField(label=gettext_lazy("Who reads it"), choices=_READERS, widget=forms.RadioSelect)
    days = forms.IntegerField(
        label=gettext_lazy("A new link holds for so many days"),
        required=False,
        min_value=1,
        max_value=MOST_LINK_DAYS,
        help_text=gettext_lazy("Nothing: until somebody makes another."),
    )
    new_link = forms.BooleanField(
        label=gettext_lazy("Make a new link; the former one leads nowhere then"), required=False
    )
    remarks = forms.ChoiceField(
        label=gettext_lazy("Remarks of reviewers"), choices=_SHOWN_REMARKS, widget=forms.RadioSelect
    )
    takes_words = forms.BooleanField(
        label=gettext_lazy("Readers may send remarks, which members see first"), required=False
    )
    is_framed = forms.BooleanField(
        label=gettext_lazy("Its passages may stand in pages of others (iframe)"), required=False
    )

    def __init__(self, data: object, *, showing: Showing, translations: Sequence[Translation]) -> None:
        names = ("version", "visibility", "remarks", "takes_words", "is_framed")
        super().__init__(data, initial={name: getattr(showing, name) for name in names})
        self.former = showing
        for one in translations:
            label = f"{one.siglum} {one.translator}".strip()
            self.fields[f"shown-{one.pk}"] = forms.ChoiceField(label=label, choices=_SHOWN, initial=one.shown)

    @property
    def translation_fields(self) -> list[forms.BoundField]:
        """The fields of the translations."""
        return [self[name] for name in self.fields if name.startswith("shown-")]

    def rights(self, translations: Iterable[Translation]) -> Iterator[tuple[Translation, str]]:
        """Yield the translations of which something else is shown from now on."""
        for one in translations:
            shown = self.cleaned_data[f"shown-{one.pk}"]
            if shown != one.shown:
                yield one, shown

    @property
    def wishes(self) -> ShowingWishes:
        """What was wished for; a link stays as it is unless a new one is."""
        given = self.cleaned_data
        keeps = given["visibility"] == self.former.visibility == Visibility.LINK and not given["new_link"]
        return ShowingWishes(
            visibility=None if keeps else given["visibility"],
            remarks=given["remarks"],
            takes_words=given["takes_words"],
            is_framed=given["is_framed"],
            days=given["days"],
        )
