"""The form of placing a plain text on a work."""

from typing import TYPE_CHECKING, Any, cast

from django import forms

from workbench.review.transfer.drafts import PlacingWishes
from workbench.review.transfer.new_works import NewWork, read_new_work
from workbench.web.forms.imports import ENCODINGS, SPLITS, UploadForm

if TYPE_CHECKING:
    from workbench.interchange.options import Split

__all__ = ["ConfirmPlacingForm", "NewWorkForm", "PlacingForm"]


class TextToPlaceForm(UploadForm):
    """A text that is to be placed, and what is said of it."""

    siglum = forms.CharField(help_text="A letter or short name for this translation: A, KJV, Hale.")
    language = forms.CharField(required=False, help_text="A tag such as en, de-CH or zh-Hans.")
    encoding = forms.ChoiceField(required=False, choices=ENCODINGS)

    def wishes(self) -> PlacingWishes:
        """Return what was said about the text."""
        said = self.cleaned_data
        return PlacingWishes(said["siglum"], said["language"], said.get("beside", ""), said["encoding"] or None)


class PlacingForm(TextToPlaceForm):
    """The text goes on the passages of a work, beside one of its translations."""

    beside = forms.ChoiceField(
        required=False,
        label="Read it beside",
        help_text="The other translations are asked as well: a cut on which they agree is surer.",
    )

    def __init__(self, *args: Any, sigla: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["beside"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "the first translation"), *((one, one) for one in sigla)]


class NewWorkForm(TextToPlaceForm):
    """The text goes on the passages of another, with which it makes a work."""

    title = forms.CharField(label="Title of the work")
    first_text = forms.CharField(
        strip=False, label="The first text", widget=forms.Textarea(attrs={"class": "text", "rows": 8})
    )
    first_siglum = forms.CharField(label="Siglum of the first text")
    first_language = forms.CharField(required=False, label="Language of the first text")
    split = forms.ChoiceField(required=False, choices=SPLITS, label="In the first text a passage is")
    field_order = ("title", "first_text", "first_siglum", "first_language", "split")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].label = "The second text"
        self.fields["siglum"].label = "Siglum of the second text"
        self.fields["language"].label = "Language of the second text"
        self.fields["encoding"].label = "Encoding of its file"

    def new_work(self) -> NewWork:
        """Return the work as the first text says it."""
        said = self.cleaned_data
        return read_new_work(
            title=said["title"],
            siglum=said["first_siglum"],
            language=said["first_language"],
            text=said["first_text"],
            split=cast("Split", said["split"] or "paragraphs"),
        )


class ConfirmPlacingForm(forms.Form):
    """What is said at the end."""

    seen = forms.IntegerField(min_value=0)
    existing = forms.ChoiceField(required=False, choices=[(one, one) for one in ("refuse", "keep", "revise")])
    reason = forms.CharField(required=False)
