"""The form for words that count as the same. The action decides what may stand in it."""

from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy

from workbench.corpus.models import Passage, Translation, Work
from workbench.corpus.queries import translations_of
from workbench.web.site.forms import PageForm

__all__ = ["EquivalenceForm"]

_WIDER = (("work", gettext_lazy("in this work")), ("workspace", gettext_lazy("in all works of the workspace")))

_KINDS = (("words", gettext_lazy("words")), ("letters", gettext_lazy("letters, the same in every word")))


class EquivalenceForm(PageForm):
    """Two words, or two groups of words, that mean the same to the readers: in a passage, if one is named, or wider."""

    left = forms.CharField(
        label=gettext_lazy("These words"),
        help_text=gettext_lazy("One or several words as they are written, Ezhov; or letters, u"),
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    right = forms.CharField(
        label=gettext_lazy("are the same as"),
        help_text="Yezhov; v",
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    of = forms.ChoiceField(
        choices=_KINDS, widget=forms.RadioSelect, initial="words", required=False, label=gettext_lazy("They are")
    )
    scope = forms.ChoiceField(
        choices=_WIDER, widget=forms.RadioSelect, initial="work", label=gettext_lazy("They count as the same")
    )

    translations = forms.ModelMultipleChoiceField(
        Translation.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        label=gettext_lazy("Only between these translations"),
        help_text=gettext_lazy("Two at least; where none is chosen, between all."),
    )

    def __init__(
        self, *args: Any, work: Work, passage: Passage | None = None, is_whole: bool = True, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.passage = passage
        if is_whole:
            among = self.fields["translations"]
            assert isinstance(among, forms.ModelMultipleChoiceField)
            among.queryset = translations_of(work)
        else:
            del self.fields["translations"]
        if passage is not None:
            scope = self.fields["scope"]
            assert isinstance(scope, forms.ChoiceField)
            scope.choices = (
                ("passage", gettext("only in passage %(reference)s") % {"reference": passage.reference}),
                *_WIDER,
            )

    @property
    def rule(self) -> dict[str, Any]:
        """The two sides of the rule, what they are, and between which translations they are the same."""
        sides = {side: self.cleaned_data[side] for side in ("left", "right")}
        among = self.cleaned_data.get("translations") or ()
        return {**sides, "of": self.cleaned_data["of"] or "words", "translations": tuple(among)}
