"""Who may do what in a workspace, as predicates. Whether a thing is seen at all is `visible_to`'s business."""

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext

from workbench.accounts.errors import NotAllowed
from workbench.accounts.models import Membership, Role, User, Workspace

__all__ = ["can_comment", "can_manage", "require_role", "role_in"]


def role_in(user: User | AnonymousUser, workspace: Workspace | int) -> Role | None:
    """Return the user's role in the workspace (or workspace id), None for outsiders. One query."""
    if not user.is_authenticated or not user.is_active:
        return None
    role = Membership.objects.filter(user=user, workspace=workspace).values_list("role", flat=True).first()
    return Role(role) if role else None


def _has(user: User | AnonymousUser, workspace: Workspace | int, least: Role) -> bool:
    role = role_in(user, workspace)
    return role is not None and role.rank >= least.rank


def can_comment(user: User | AnonymousUser, workspace: Workspace | int) -> bool:
    """Say whether the user may open threads, reply and suggest there."""
    return _has(user, workspace, Role.REVIEWER)


def can_manage(user: User | AnonymousUser, workspace: Workspace | int) -> bool:
    """Say whether the user may manage members and delete works there."""
    return _has(user, workspace, Role.OWNER)


def require_role(user: User | AnonymousUser, workspace: Workspace | int, least: Role) -> None:
    """Raise `NotAllowed` unless the user has the role `least` or a higher one in the workspace."""
    if not _has(user, workspace, least):
        raise NotAllowed(
            gettext("This needs the role %(value)s or a higher one in this workspace.") % {"value": least.value}
        )
