"""Bodies about workspaces, members and invitations."""

from workbench.accounts.models import Role
from workbench.api.protocol.fields import Choice, Schema, Text

__all__ = ["NewInvitation", "NewWorkspace", "RoleChange"]


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
