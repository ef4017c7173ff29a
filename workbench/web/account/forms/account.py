"""The forms of signing in and of one's own account."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy

from workbench.accounts.models import Scope
from workbench.web.site.forms import PageForm

__all__ = ["EmailForm", "FeedTokenForm", "NameForm", "PasswordForm", "SignInForm", "TokenForm"]

_SCOPES = (
    (Scope.READ.value, gettext_lazy("read: see what I see")),
    (Scope.COMMENT.value, gettext_lazy("comment: also open threads, reply and suggest")),
    (Scope.WRITE.value, gettext_lazy("write: also change texts and import")),
)
_LIFETIMES = (
    ("30", gettext_lazy("30 days")),
    ("90", gettext_lazy("90 days")),
    ("365", gettext_lazy("a year")),
    ("", gettext_lazy("until I revoke it")),
)


class SignInForm(PageForm):
    """User name and password."""

    username = forms.CharField(
        label=gettext_lazy("User name"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    password = forms.CharField(
        strip=False, max_length=4096, widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )


class NameForm(PageForm):
    """The name that others read."""

    name = forms.CharField(
        label=gettext_lazy("Name"),
        required=False,
        max_length=150,
        help_text=gettext_lazy("Others read it under your comments. Without one they read your user name."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )


class EmailForm(PageForm):
    """The address that mail goes to."""

    email = forms.EmailField(
        label=gettext_lazy("E-mail address"),
        max_length=254,
        help_text=gettext_lazy("It is yours once you open the link that is sent to it."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class PasswordForm(PageForm):
    """The present password and, twice, the one to come."""

    current = forms.CharField(
        label=gettext_lazy("Present password"),
        strip=False,
        max_length=4096,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    new = forms.CharField(
        label=gettext_lazy("New password"),
        strip=False,
        max_length=4096,
        help_text=gettext_lazy("At least eight characters; neither a common password nor like your name."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=gettext_lazy("New password, again"),
        strip=False,
        max_length=4096,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    tokens = forms.BooleanField(label=gettext_lazy("End my tokens for scripts and feeds, too"), required=False)

    def clean(self) -> dict[str, object]:
        """Refuse two new passwords that differ: one of them is a slip."""
        cleaned = self.cleaned_data
        if "new" in cleaned and "again" in cleaned and cleaned["new"] != cleaned["again"]:
            self.add_error(
                "again", forms.ValidationError(gettext("The same new password is expected."), code="not_the_same")
            )
        return cleaned


class TokenForm(PageForm):
    """What an API token is called, what it may do, and until when."""

    name = forms.CharField(
        label=gettext_lazy("Name of the token"),
        max_length=100,
        help_text=gettext_lazy("What it is for, so that you know it again."),
    )
    scopes = forms.MultipleChoiceField(
        label=gettext_lazy("What it may do"),
        choices=_SCOPES,
        initial=[Scope.READ.value],
        help_text=gettext_lazy("Never more than you may do yourself."),
        widget=forms.CheckboxSelectMultiple,
    )
    lifetime = forms.ChoiceField(label=gettext_lazy("It holds"), choices=_LIFETIMES, initial="90", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Give the fields ids of their own: another form on the page asks for a name, too."""
        super().__init__(*args, auto_id="token_%s", **kwargs)

    def expires_at(self) -> datetime | None:
        """Return the moment at which the token ends, None for never."""
        days = self.cleaned_data["lifetime"]
        return timezone.now() + timedelta(days=int(days)) if days else None


class FeedTokenForm(PageForm):
    """What a token for feeds is called."""

    name = forms.CharField(
        label=gettext_lazy("Name of the feed token"),
        max_length=100,
        help_text=gettext_lazy("The program that reads feeds with it."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Give the field an id of its own: other forms on the page ask for a name, too."""
        super().__init__(*args, auto_id="feed_%s", **kwargs)
