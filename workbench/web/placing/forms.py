"""The forms of placing plain texts: on a work, or on one that is made of them."""

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils.translation import gettext, gettext_lazy

from workbench.accounts.models import User, Workspace
from workbench.corpus import limits
from workbench.corpus.models import Upload
from workbench.review.transfer.drafts import PlacingWishes, TextToPlace, read_text_to_place, start_new_draft
from workbench.review.transfer.new_works import NewWork, read_new_work
from workbench.web.site.describing import DescribedForm
from workbench.web.site.forms import PageForm
from workbench.web.site.uploads import ENCODINGS, SPLITS, UploadForm

if TYPE_CHECKING:
    from workbench.interchange.options import Split

__all__ = ["ConfirmPlacingForm", "NewWorkForms", "PlacingForm"]

_SPLITS = (
    (
        "documents",
        gettext_lazy("a paragraph; letters and decisions by their heads, without the web page around them"),
    ),
    *(choice for choice in SPLITS if choice[0] != "documents"),
)
ORDINALS = {
    "second": gettext_lazy("A second text"),
    "third": gettext_lazy("A third text"),
    "fourth": gettext_lazy("A fourth text"),
    "fifth": gettext_lazy("A fifth text"),
    "sixth": gettext_lazy("A sixth text"),
}


class TextToPlaceForm(UploadForm, DescribedForm):
    """A text that is to be placed, and what is said of it."""

    siglum = forms.CharField(
        help_text=gettext_lazy("A letter or short name for this translation: A, KJV, Hale."),
        label=gettext_lazy("Siglum"),
    )
    language = forms.CharField(
        required=False, help_text=gettext_lazy("A tag such as en, de-CH or zh-Hans."), label=gettext_lazy("Language")
    )
    encoding = forms.ChoiceField(required=False, choices=ENCODINGS, label=gettext_lazy("Encoding"))

    def wishes(self) -> PlacingWishes:
        """Return what was said about the text."""
        said = self.cleaned_data
        encoding = said["encoding"] or None
        return PlacingWishes(said["siglum"], said["language"], said.get("beside", ""), encoding, self.details())


class PlacingForm(TextToPlaceForm):
    """The text goes on the passages of a work, beside one of its translations."""

    beside = forms.ChoiceField(
        required=False,
        label=gettext_lazy("Read it beside"),
        help_text=gettext_lazy("The other translations are asked as well: a cut on which they agree is surer."),
    )

    def __init__(self, *args: Any, sigla: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["beside"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", gettext("the first translation")), *((one, one) for one in sigla)]


class FirstTextForm(TextToPlaceForm):
    """The text whose passages become those of the work."""

    split = forms.ChoiceField(required=False, choices=_SPLITS, label=gettext_lazy("In this text a passage is"))


class TitleForm(PageForm):
    """How the work is called."""

    title = forms.CharField(max_length=limits.TITLE, label=gettext_lazy("Title of the work"))


class NewWorkForms:
    """A new work of two to six texts: its title, the text that it gets its passages from, and those placed on them."""

    def __init__(self, data: Any = None, files: Any = None) -> None:
        self.title = TitleForm(data)
        self.first = FirstTextForm(data, files, prefix="first")
        self.others = [
            TextToPlaceForm(data, files, prefix=name, empty_permitted=bool(at), use_required_attribute=False)
            for at, name in enumerate(ORDINALS)
        ]

    @property
    def parts(self) -> list[tuple[str, TextToPlaceForm, bool]]:
        """The forms of the other texts: each with its ordinal, and whether it stands open."""
        return [
            (str(name), form, not at or form.has_changed())
            for at, (name, form) in enumerate(zip(ORDINALS.values(), self.others, strict=True))
        ]

    @property
    def status(self) -> int:
        """The HTTP status of the page that shows the forms again."""
        return max(form.status for form in self._all())

    def start(self, *, actor: User, workspace: Workspace) -> Upload | None:
        """Propose the placings; None where something is wrong, which then stands at its field."""
        if not all([form.is_valid() for form in self._all()]):  # noqa: C419 - every form says what is wrong with it
            return None
        self._tell_sigla_apart()
        new, texts = self._read_first(), self._read_others()
        if new is None or any(form.errors for form in self._all()):
            return None
        last = self._brought()[-1]
        with last.showing_refusals():
            return start_new_draft(actor=actor, workspace=workspace, new=new, texts=texts)
        return None

    def _all(self) -> list[PageForm]:
        return [self.title, self.first, *self.others]

    def _brought(self) -> list[TextToPlaceForm]:
        return [form for form in self.others if form.cleaned_data]

    def _read_first(self) -> NewWork | None:
        said = self.first.cleaned_data
        _, data = self.first.brought()
        with self.first.showing_refusals():
            return read_new_work(
                title=self.title.cleaned_data["title"],
                siglum=said["siglum"],
                language=said["language"],
                details=self.first.details(),
                data=data,
                encoding=said["encoding"] or None,
                split=cast("Split", said["split"] or "documents"),
            )
        return None

    def _read_others(self) -> list[TextToPlace]:
        texts: list[TextToPlace] = []
        for form in self._brought():
            name, data = form.brought()
            if not form.errors:
                with form.showing_refusals():
                    texts.append(read_text_to_place(name=name, data=data, wishes=form.wishes()))
        return texts

    def _tell_sigla_apart(self) -> None:
        taken = {self.first.cleaned_data["siglum"]}
        for form in self._brought():
            siglum = form.cleaned_data["siglum"]
            if siglum in taken:
                form.add_error("siglum", gettext("Another siglum than those of the texts before is expected."))
            taken.add(siglum)


class ConfirmPlacingForm(forms.Form):
    """What is said at the end."""

    existing = forms.ChoiceField(
        required=False, choices=[(one, one) for one in ("refuse", "keep", "revise")], label=gettext_lazy("Existing")
    )
    reason = forms.CharField(required=False, label=gettext_lazy("Reason"))
