"""The fields of works, translations, passages and their texts. The actions decide what may stand in them."""

from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy, pgettext, pgettext_lazy

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

_LANGUAGE_HELP = gettext_lazy("A language tag, such as en, de, ar or zh-Hant.")

_ROLES = [
    ("original", pgettext_lazy("role of a text", "Original")),
    ("translation", pgettext_lazy("role of a text", "Translation")),
    ("machine", pgettext_lazy("role of a text", "Machine")),
]


class WorkForm(PageForm):
    """What is said of a work."""

    title = forms.CharField(label=gettext_lazy("Title"))
    author = forms.CharField(required=False, label=gettext_lazy("Author"))
    language = forms.CharField(required=False, label=gettext_lazy("Language of the original"), help_text=_LANGUAGE_HELP)
    description = forms.CharField(
        required=False, widget=forms.Textarea(attrs={"rows": 4}), label=gettext_lazy("Description")
    )
    series = forms.CharField(
        required=False, help_text=gettext_lazy("The row of works that it stands in."), label=gettext_lazy("Series")
    )
    numbering = forms.CharField(
        required=False,
        help_text=gettext_lazy("How its references count: eng, org, vul …"),
        label=gettext_lazy("Numbering"),
    )
    slug = forms.CharField(
        required=False,
        label=gettext_lazy("Name in the address"),
        help_text=gettext_lazy("Left empty, one is made of the title."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class EditWorkForm(WorkForm):
    """Of a work that is there, also which of its translations are cited together, and which was made from which."""

    groups = forms.CharField(
        required=False,
        label=gettext_lazy("Groups cited together"),
        help_text=gettext_lazy("One a line: siglum, name in brackets, members, as in: g (The old ones): A, B"),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    derivations = forms.CharField(
        required=False,
        label=gettext_lazy("Made from one another"),
        help_text=gettext_lazy("One a line, as in: B revised from A, or C translated from B, or D copied from A"),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class NewWorkForm(WorkForm):
    """A new work also says in which workspace it will stand."""

    workspace = forms.ChoiceField(label=gettext_lazy("Workspace"))
    field_order = ("title", "workspace")

    def __init__(self, *args: Any, workspaces: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["workspace"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = workspaces


class TranslationForm(PageForm):
    """What is said of a translation."""

    siglum = forms.CharField(
        help_text=gettext_lazy("A letter or short name, by which it is called in the columns: A, KJV, Hale."),
        label=gettext_lazy("Siglum"),
    )
    language = forms.CharField(required=False, help_text=_LANGUAGE_HELP, label=gettext_lazy("Language"))
    role = forms.ChoiceField(choices=_ROLES, initial=Translation.Role.TRANSLATION, label=gettext_lazy("Role"))
    translator = forms.CharField(required=False, label=gettext_lazy("Translator"))
    year = forms.CharField(required=False, label=gettext_lazy("Year"))
    title = forms.CharField(
        required=False, help_text=gettext_lazy("The rendering's own, where it has one."), label=gettext_lazy("Title")
    )
    source = forms.CharField(
        required=False,
        help_text=gettext_lazy("The address or the book that the text was taken from."),
        label=gettext_lazy("Source"),
    )
    numbering = forms.CharField(
        required=False,
        help_text=gettext_lazy("How it counts passages where that is not the work's way: vul, lxx, rsc …"),
        label=gettext_lazy("Numbering"),
    )
    citation = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 2}), label=gettext_lazy("Citation"))
    rights = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 2}), label=gettext_lazy("Rights"))
    notes = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 3}), label=gettext_lazy("Notes"))
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class PassageForm(PageForm):
    """A new passage: how it is called, and where it stands."""

    reference = forms.CharField(
        help_text=gettext_lazy("How the passage is cited: 2, P.160.1, John 3:16."), label=gettext_lazy("Reference")
    )
    heading = forms.CharField(required=False, label=gettext_lazy("Heading"))
    position = forms.IntegerField(
        required=False,
        min_value=1,
        help_text=gettext_lazy("Left empty, it comes last."),
        label=gettext_lazy("Position"),
    )


class PassageDetailsForm(PageForm):
    """How a passage is called, and where it stands."""

    reference = forms.CharField(label=gettext_lazy("Reference"))
    heading = forms.CharField(required=False, label=gettext_lazy("Heading"))
    position = forms.IntegerField(
        required=False,
        min_value=1,
        help_text=gettext_lazy("Those between move up or down."),
        label=gettext_lazy("Position"),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class TextForm(PageForm):
    """What a translation says for a passage, as it will be stored: not a blank is taken away."""

    text = forms.CharField(
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"class": "text", "rows": 8, "autofocus": True}),
        label=gettext_lazy("Text"),
    )
    presence = forms.ChoiceField(
        choices=(), widget=forms.RadioSelect, initial=Presence.PRESENT, label=gettext_lazy("The passage is")
    )
    reason = forms.CharField(
        required=False, label=gettext_lazy("Reason for the change"), help_text=gettext_lazy("It stands in the history.")
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, translation: Translation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        presence = self.fields["presence"]
        assert isinstance(presence, forms.ChoiceField)
        presence.choices = (
            ("present", pgettext("the passage is", "there")),
            ("omitted", pgettext("the passage is", "left out")),
            ("joined", pgettext("the passage is", "joined to the one before")),
            ("lacunose", pgettext("the passage is", "lost")),
        )
        language = {"lang": translation.language, "dir": direction_of(translation.language)}
        self.fields["text"].widget.attrs |= language
        self.fields["text"].label = gettext("Text of %(siglum)s") % {"siglum": translation.siglum}

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
    """Deleting is meant when the name of what goes is typed: what is `expected`. `asks` for it, `denies` another."""

    typed = forms.CharField(widget=forms.TextInput(attrs={"autocomplete": "off"}))

    def __init__(self, *args: Any, asks: str, denies: str, expected: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.denies, self.expected = denies, expected
        self.fields["typed"].label = asks

    def clean_typed(self) -> str:
        """Compare what was typed with the name, white space aside."""
        typed: str = self.cleaned_data["typed"]
        if " ".join(typed.split()) != " ".join(self.expected.split()):
            raise forms.ValidationError(self.denies, code="other_name")
        return typed
