"""The forms of workspaces and their members."""

from django import forms
from django.utils.translation import gettext_lazy

from workbench.accounts.models import Role
from workbench.web.site.forms import PageForm

__all__ = ["ROLES", "InvitationForm", "SignUpForm", "WorkspaceForm"]

ROLES = (
    (Role.READER.value, gettext_lazy("reader: reads")),
    (Role.REVIEWER.value, gettext_lazy("reviewer: also comments and suggests")),
    (Role.EDITOR.value, gettext_lazy("editor: also changes texts, imports, decides suggestions")),
    (Role.OWNER.value, gettext_lazy("owner: also manages members and deletes works")),
)


class WorkspaceForm(PageForm):
    """What a new workspace is called."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=150)
    slug = forms.SlugField(
        label=gettext_lazy("Name in addresses"),
        required=False,
        max_length=50,
        help_text=gettext_lazy("Letters, digits and hyphens. Without one it is made from the name."),
    )


class InvitationForm(PageForm):
    """Whom to ask in, and as what."""

    to = forms.CharField(
        label=gettext_lazy("User name or e-mail address"),
        max_length=254,
        help_text=gettext_lazy(
            "They are asked, and become a member when they accept. Somebody without an account "
            "makes one by the link that is sent to the address."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )
    role = forms.ChoiceField(label=gettext_lazy("Role"), choices=ROLES, initial=Role.REVIEWER.value)


class SignUpForm(PageForm):
    """What an account that is made by an invitation is called."""

    username = forms.CharField(
        label=gettext_lazy("User name"),
        max_length=150,
        help_text=gettext_lazy("To sign in with: letters, digits and . + - _"),
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    name = forms.CharField(
        label=gettext_lazy("Name"),
        required=False,
        max_length=150,
        help_text=gettext_lazy("Others read it under your comments."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    new = forms.CharField(
        label=gettext_lazy("Password"),
        strip=False,
        max_length=4096,
        help_text=gettext_lazy("At least eight characters; neither a common password nor like your name."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
