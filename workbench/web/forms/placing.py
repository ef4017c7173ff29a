"""The form of placing a plain text on a work."""

from typing import Any

from django import forms

from workbench.review.transfer.drafts import PlacingWishes
from workbench.web.forms.imports import ENCODINGS, UploadForm

__all__ = ["ConfirmPlacingForm", "PlacingForm"]


class PlacingForm(UploadForm):
    """A text, and what is said of it."""

    siglum = forms.CharField(help_text="A letter or short name for this translation: A, KJV, Hale.")
    language = forms.CharField(required=False, help_text="A tag such as en, de-CH or zh-Hans.")
    beside = forms.ChoiceField(
        required=False,
        label="Read it beside",
        help_text="The other translations are asked as well: a cut on which they agree is surer.",
    )
    encoding = forms.ChoiceField(required=False, choices=ENCODINGS)

    def __init__(self, *args: Any, sigla: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["beside"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "the first translation"), *((one, one) for one in sigla)]

    def wishes(self) -> PlacingWishes:
        """Return what was said about the text."""
        said = self.cleaned_data
        return PlacingWishes(said["siglum"], said["language"], said["beside"], said["encoding"] or None)


class ConfirmPlacingForm(forms.Form):
    """What is said at the end."""

    seen = forms.IntegerField(min_value=0)
    existing = forms.ChoiceField(required=False, choices=[(one, one) for one in ("refuse", "keep", "revise")])
    reason = forms.CharField(required=False)
