"""The form that all others build on."""

from typing import Any

from django import forms

from workbench.accounts.errors import Refused

__all__ = ["PageForm"]


class PageForm(forms.Form):
    """A form without colons after its labels, which can show an action's refusal."""

    template_name = "web/parts/form.html"
    required_css_class = "required"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    def refuse(self, error: Refused) -> None:
        """Show what an action said: beside the fields at fault, or on top of the form."""
        known = {name: message for name, message in error.fields.items() if name in self.fields}
        for name, message in known.items():
            self.add_error(name, forms.ValidationError(message, code=error.code))
        if not known:
            self.add_error(None, forms.ValidationError(error.detail, code=error.code))
