"""The form that all others build on."""

from types import TracebackType
from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy

from workbench.accounts.errors import NotAllowed, Refused, Stale
from workbench.web.site.pages import status_of
from workbench.web.site.telling import tell

__all__ = ["PageForm"]

NAMED = {
    "author": gettext_lazy("Author"),
    "citation": gettext_lazy("Citation"),
    "description": gettext_lazy("Description"),
    "encoding": gettext_lazy("Encoding"),
    "format": gettext_lazy("Format"),
    "heading": gettext_lazy("Heading"),
    "language": gettext_lazy("Language"),
    "notes": gettext_lazy("Notes"),
    "numbering": gettext_lazy("Numbering"),
    "password": gettext_lazy("Password"),
    "position": gettext_lazy("Position"),
    "reference": gettext_lazy("Reference"),
    "rights": gettext_lazy("Rights"),
    "role": gettext_lazy("Role"),
    "series": gettext_lazy("Series"),
    "siglum": gettext_lazy("Siglum"),
    "source": gettext_lazy("Source"),
    "text": gettext_lazy("Text"),
    "title": gettext_lazy("Title"),
    "translator": gettext_lazy("Translator"),
    "typed": gettext_lazy("Typed"),
    "workspace": gettext_lazy("Workspace"),
    "year": gettext_lazy("Year"),
}
"""What fields are called that say nothing else."""


class PageForm(forms.Form):
    """A form that can show an action's refusal.

    `status` is the HTTP status of the page that shows it again; `current` the thing as somebody else left it meanwhile.
    """

    required_css_class = "required"
    status = 422
    current: object = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if field.label is None and name in NAMED:
                field.label = NAMED[name]

    def showing_refusals(self) -> "_RefusalsShown":
        """Return a context that shows what an action refuses; `NotAllowed` goes on to the 403 page."""
        return _RefusalsShown(self)

    def refuse(self, error: Refused) -> None:
        """Show what an action said: beside the fields at fault, or on top of the form."""
        self.status = status_of(error)
        known = {name: tell(message) for name, message in error.fields.items() if name in self.fields}
        for name, message in known.items():
            self.add_error(name, forms.ValidationError(message, code=error.code))
        if not known:
            self.add_error(None, forms.ValidationError(tell(error.detail), code=error.code))
        if isinstance(error, Stale):
            self.current = error.current
            version = str(getattr(error.current, "version", ""))
            self.data = {**dict(self.data.items()), self.add_prefix("version"): version}
            self.show_current(error.current)

    def show_current(self, current: object) -> None:
        """Say what each field now reads; a second save then puts what was typed in its place, knowingly."""
        for name in self.fields:
            now = getattr(current, name, "")
            if name != "version" and isinstance(now, str) and now != self.data.get(self.add_prefix(name)):
                self.add_error(
                    name, forms.ValidationError(gettext("It now reads: %(now)s") % {"now": now}, code="changed")
                )


class _RefusalsShown:
    def __init__(self, form: PageForm) -> None:
        self.form = form

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> bool:
        if not isinstance(error, Refused) or isinstance(error, NotAllowed):
            return False
        self.form.refuse(error)
        return True
