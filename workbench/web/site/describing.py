"""What whoever brings a text says of it, on every page that takes one."""

from django import forms
from django.utils.translation import gettext_lazy

from workbench.corpus import limits
from workbench.web.site.forms import PageForm

__all__ = ["DescribedForm"]


class DescribedForm(PageForm):
    """A text that is brought, and by whom, when and where it was made."""

    role = forms.ChoiceField(
        required=False,
        choices=(
            ("", gettext_lazy("a translation")),
            ("original", gettext_lazy("the original")),
            ("machine", gettext_lazy("a machine’s translation")),
        ),
        label=gettext_lazy("This text is"),
    )
    translator = forms.CharField(
        required=False, max_length=limits.LINE, help_text=gettext_lazy("Of an original: its author.")
    )
    year = forms.CharField(required=False, max_length=40, label=gettext_lazy("Year or date"))
    translation_title = forms.CharField(
        required=False,
        max_length=limits.LINE,
        label=gettext_lazy("Its own title"),
        help_text=gettext_lazy("Where it has one."),
    )
    source = forms.CharField(
        required=False,
        max_length=limits.ADDRESS,
        help_text=gettext_lazy("The address or the book that the text was taken from."),
    )
    citation = forms.CharField(required=False, max_length=limits.NOTE, widget=forms.Textarea(attrs={"rows": 2}))
    rights = forms.CharField(required=False, max_length=limits.NOTE, widget=forms.Textarea(attrs={"rows": 2}))

    DESCRIBED = ("role", "translator", "year", "translation_title", "source", "citation", "rights")

    def details(self) -> dict[str, str]:
        """Return what was said, by the names of a translation's fields; nothing of what was left empty."""
        said = {name.removeprefix("translation_"): self.cleaned_data.get(name, "") for name in self.DESCRIBED}
        return {name: value for name, value in said.items() if value}

    @property
    def asked_first(self) -> list[forms.BoundField]:
        """What is asked of every text."""
        return [field for field in self.visible_fields() if field.name not in self.DESCRIBED]

    @property
    def described(self) -> list[forms.BoundField]:
        """What may be known of it."""
        return [self[name] for name in self.DESCRIBED]

    @property
    def is_described(self) -> bool:
        """Whether something was said of it, or is wrong."""
        return any(self[name].errors or self[name].value() for name in self.DESCRIBED)
