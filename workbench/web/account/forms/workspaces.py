"""The forms of workspaces and their members."""

from django import forms

from workbench.accounts.models import Role
from workbench.web.site.forms import PageForm

__all__ = ["ROLES", "MemberForm", "WorkspaceForm"]

ROLES = (
    (Role.READER.value, "reader: reads"),
    (Role.REVIEWER.value, "reviewer: also comments and suggests"),
    (Role.EDITOR.value, "editor: also changes texts, imports, decides suggestions"),
    (Role.OWNER.value, "owner: also manages members and deletes works"),
)


class WorkspaceForm(PageForm):
    """What a new workspace is called."""

    name = forms.CharField(label="Name", max_length=150)
    slug = forms.SlugField(
        label="Name in addresses",
        required=False,
        max_length=50,
        help_text="Letters, digits and hyphens. Without one it is made from the name.",
    )


class MemberForm(PageForm):
    """Whom to let in, and as what."""

    username = forms.CharField(
        label="User name",
        max_length=150,
        help_text="Of somebody who has an account here.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )
    role = forms.ChoiceField(label="Role", choices=ROLES, initial=Role.REVIEWER.value)
