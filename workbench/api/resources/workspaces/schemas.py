"""Bodies about workspaces, members and invitations."""

from workbench.accounts.models import Role
from workbench.api.protocol.fields import Choice, Number, Objects, Schema, Text
from workbench.corpus import limits

__all__ = ["Category", "ListsChange", "NewInvitation", "NewWorkspace", "RoleChange", "Severity"]


class NewWorkspace(Schema):
    """A workspace to be made. Without `slug` one is made from the name."""

    name = Text(limit=150, least=1)
    slug = Text(limit=50, required=False, help_text="Lower-case letters, digits and hyphens.")


class RoleChange(Schema):
    """What a member may do from now on."""

    role = Choice(Role.values)


class NewInvitation(Schema):
    """Whom to ask in, and as what."""

    to = Text(
        limit=254, least=1, help_text="A user name or an e-mail address; the answer is the same if nobody has it."
    )
    role = Choice(Role.values)


class Category(Schema):
    """What discussions may be about. A path is a tree: `accuracy/omission` belongs to `accuracy`."""

    name = Text(limit=limits.CATEGORY, least=1, help_text="Small letters, digits, - and _, joined by /.")
    label = Text(limit=limits.CATEGORY, required=False, default="")  # type: ignore[assignment]


class Severity(Schema):
    """A step of the scale, with the penalty points of one mark."""

    name = Text(limit=limits.SEVERITY, least=1, help_text="Small letters, digits, - and _.")
    label = Text(limit=limits.CATEGORY, required=False, default="")  # type: ignore[assignment]
    weight = Number(minimum=0, maximum=1000)


class ListsChange(Schema):
    """Lists in place of the present ones: severities from the least to the gravest."""

    least_members = 1
    categories = Objects(child=Category(), required=False, most=200)
    severities = Objects(child=Severity(), required=False, most=20)
