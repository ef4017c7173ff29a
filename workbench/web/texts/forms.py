"""The fields of works, translations, passages and their texts. The actions decide what may stand in them."""

from typing import Any

from django import forms

from workbench.corpus.models import Presence, Translation, Variant
from workbench.text.words.languages import direction_of
from workbench.web.site.forms import PageForm

__all__ = [
    "ConfirmForm",
    "NewWorkForm",
    "PassageDetailsForm",
    "PassageForm",
    "TextForm",
    "TranslationForm",
    "TypedForm",
    "WorkForm",
]

_LANGUAGE_HELP = "A language tag, such as en, de, ar or zh-Hant."


class WorkForm(PageForm):
    """What is said of a work."""

    title = forms.CharField()
    author = forms.CharField(required=False)
    language = forms.CharField(required=False, label="Language of the original", help_text=_LANGUAGE_HELP)
    description = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 4}))
    series = forms.CharField(required=False, help_text="The row of works that it stands in.")
    numbering = forms.CharField(required=False, help_text="How its references count: eng, org, vul …")
    slug = forms.CharField(
        required=False, label="Name in the address", help_text="Left empty, one is made of the title."
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class EditWorkForm(WorkForm):
    """Of a work that is there, also which of its translations are cited together, and which was made from which."""

    groups = forms.CharField(
        required=False,
        label="Groups cited together",
        help_text="One a line: siglum, name in brackets, members, as in: g (The old ones): A, B",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    derivations = forms.CharField(
        required=False,
        label="Made from one another",
        help_text="One a line, as in: B revised from A, or C translated from B, or D copied from A",
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class NewWorkForm(WorkForm):
    """A new work also says in which workspace it will stand."""

    workspace = forms.ChoiceField()
    field_order = ("title", "workspace")

    def __init__(self, *args: Any, workspaces: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["workspace"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = workspaces


class TranslationForm(PageForm):
    """What is said of a translation."""

    siglum = forms.CharField(help_text="A letter or short name, by which it is called in the columns: A, KJV, Hale.")
    language = forms.CharField(required=False, help_text=_LANGUAGE_HELP)
    role = forms.ChoiceField(choices=Translation.Role.choices, initial=Translation.Role.TRANSLATION)
    translator = forms.CharField(required=False)
    year = forms.CharField(required=False)
    title = forms.CharField(required=False, help_text="The rendering's own, where it has one.")
    source = forms.CharField(required=False, help_text="The address or the book that the text was taken from.")
    numbering = forms.CharField(
        required=False, help_text="How it counts passages where that is not the work's way: vul, lxx, rsc …"
    )
    citation = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 2}))
    rights = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 2}))
    notes = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 3}))
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class PassageForm(PageForm):
    """A new passage: how it is called, and where it stands."""

    reference = forms.CharField(help_text="How the passage is cited: 2, P.160.1, John 3:16.")
    heading = forms.CharField(required=False)
    position = forms.IntegerField(required=False, min_value=1, help_text="Left empty, it comes last.")


class PassageDetailsForm(PageForm):
    """How a passage is called, and where it stands."""

    reference = forms.CharField()
    heading = forms.CharField(required=False)
    position = forms.IntegerField(required=False, min_value=1, help_text="Those between move up or down.")
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class TextForm(PageForm):
    """What a translation says for a passage, as it will be stored: not a blank is taken away."""

    text = forms.CharField(
        required=False, strip=False, widget=forms.Textarea(attrs={"class": "text", "rows": 8, "autofocus": True})
    )
    presence = forms.ChoiceField(choices=(), widget=forms.RadioSelect, initial=Presence.PRESENT, label="The passage is")
    reason = forms.CharField(required=False, label="Reason for the change", help_text="It stands in the history.")
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, translation: Translation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        presence = self.fields["presence"]
        assert isinstance(presence, forms.ChoiceField)
        presence.choices = (
            ("present", "there"),
            ("omitted", "left out"),
            ("joined", "joined to the one before"),
            ("lacunose", "lost"),
        )
        language = {"lang": translation.language, "dir": direction_of(translation.language)}
        self.fields["text"].widget.attrs |= language
        self.fields["text"].label = f"Text of {translation.siglum}"

    @classmethod
    def of(cls, variant: Variant) -> "TextForm":
        """Return the form filled with a variant as it stands."""
        initial = {"text": variant.text, "presence": variant.presence, "version": variant.version}
        return cls(initial=initial, translation=variant.translation)

    def show_current(self, current: object) -> None:
        """Leave it to the page, which shows both texts and what parts them."""


class ConfirmForm(PageForm):
    """Nothing to enter: only the state that the person had before their eyes when they said yes."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class TypedForm(ConfirmForm):
    """Deleting is meant when the name of what goes is typed: `what` it is, and what is `expected`."""

    typed = forms.CharField(widget=forms.TextInput(attrs={"autocomplete": "off"}))

    def __init__(self, *args: Any, what: str, expected: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.what, self.expected = what, expected
        self.fields["typed"].label = f"Type the {what}: {expected}"

    def clean_typed(self) -> str:
        """Compare what was typed with the name, white space aside."""
        typed: str = self.cleaned_data["typed"]
        if " ".join(typed.split()) != " ".join(self.expected.split()):
            raise forms.ValidationError(f"This is not the {self.what}: {self.expected}.", code="other_name")
        return typed
