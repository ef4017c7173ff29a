"""The form that all others build on."""

from types import TracebackType
from typing import Any

from django import forms

from workbench.accounts.errors import NotAllowed, Refused, Stale
from workbench.web.site.pages import status_of
from workbench.web.site.telling import tell

__all__ = ["PageForm"]


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
                self.add_error(name, forms.ValidationError(f"It now reads: {now}", code="changed"))


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
