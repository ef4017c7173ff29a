"""The form of a webhook."""

from django import forms
from django.utils.translation import gettext, gettext_lazy

from workbench.journal.kinds import Kind
from workbench.web.site.forms import PageForm

__all__ = ["WebhookForm"]


def _kinds() -> list[tuple[str, str]]:
    return [(kind, f"{kind}: {gettext(label)}") for kind, label in Kind.choices]


class WebhookForm(PageForm):
    """Where events are sent to, and which."""

    url = forms.CharField(
        label=gettext_lazy("Address"),
        max_length=500,
        help_text=gettext_lazy("It begins with https:// and is reached over the open network."),
        widget=forms.URLInput(attrs={"autocomplete": "off", "placeholder": "https://example.org/hook"}),
    )
    kinds = forms.MultipleChoiceField(
        label=gettext_lazy("Kinds of events"),
        choices=_kinds,
        required=False,
        help_text=gettext_lazy("None chosen: all of them."),
        widget=forms.CheckboxSelectMultiple,
    )
