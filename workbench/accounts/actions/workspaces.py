"""Workspaces and who is in them."""

import secrets

from django.db import IntegrityError, transaction
from django.utils.text import slugify
from django.utils.translation import gettext

from workbench.accounts.checks import checked_line
from workbench.accounts.errors import Conflict, Invalid
from workbench.accounts.models import Membership, Role, User, Workspace
from workbench.accounts.names import name_fingerprint
from workbench.accounts.namesakes import mark_namesakes
from workbench.accounts.permissions import require_role
from workbench.accounts.recording import record_member
from workbench.journal.actions import Place, record
from workbench.journal.kinds import Kind

__all__ = ["add_member", "admit", "change_role", "checked_role", "create_workspace", "remove_member"]


@transaction.atomic
def create_workspace(*, actor: User, name: str, slug: str = "") -> Workspace:
    """Make a workspace whose first owner is `actor`. Without `slug`, one is made from the name and a random tail.

    Raises `Invalid` for an unusable name and `Conflict` for a slug that is taken.
    """
    name = checked_line("name", name, maximum=150, required=True)
    slug = slugify(slug)[:50] or f"{slugify(name)[:40] or 'workspace'}-{secrets.token_hex(3)}"
    if Workspace.objects.filter(slug=slug).exists():
        raise Conflict(
            gettext("This slug is taken."), fields={"slug": gettext("Another one is expected: this slug is taken.")}
        )
    workspace = Workspace.objects.create(name=name, slug=slug)
    admit(workspace=workspace, user=actor, role=Role.OWNER)
    record(actor=actor, kind=Kind.WORKSPACE_CREATED, subject=workspace.pk, place=Place(workspace.pk), name=name)
    return workspace


@transaction.atomic
def add_member(*, actor: User, workspace: Workspace, username: str, role: str) -> Membership:
    """Put somebody in unasked: for whoever runs the workbench. People are invited (`invite`).

    Raises `NotAllowed` for non-owners, `Invalid` for unknown names.
    """
    require_role(actor, workspace, Role.OWNER)
    user = User.objects.filter(username=checked_line("username", username, maximum=150), is_active=True).first()
    if user is None:
        raise Invalid.field(
            "username", gettext("The user name of an existing account is expected."), code="unknown_user"
        )
    membership = admit(workspace=workspace, user=user, role=checked_role(role))
    record_member(actor, Kind.MEMBER_ADDED, membership, after={"role": role})
    return membership


def admit(*, workspace: Workspace, user: User, role: Role) -> Membership:
    """Let somebody in, as part of another action. Raises `Conflict` for members and for a member's namesake."""
    if Membership.objects.filter(workspace=workspace, user=user).exists():
        raise Conflict(
            gettext("%(user)s is a member already.") % {"user": user},
            code="member",
            fields={"username": gettext("Already a member.")},
        )
    try:
        with transaction.atomic():
            made = Membership.objects.create(
                workspace=workspace, user=user, role=role, name_fingerprint=name_fingerprint(user.shown)
            )
    except IntegrityError as error:
        message = gettext("Somebody in this workspace is called so, or nearly so, already: another name is expected.")
        raise Conflict(message, code="same_name") from error
    mark_namesakes(user, [workspace.pk])
    return made


@transaction.atomic
def change_role(*, actor: User, membership: Membership, role: str) -> Membership:
    """Give a member another role. Raises `Conflict` if the workspace would be left without an owner."""
    require_role(actor, membership.workspace_id, Role.OWNER)
    role = checked_role(role)
    if role != Role.OWNER:
        _require_another_owner(membership)
    before, membership.role = membership.role, role
    membership.save(update_fields=["role"])
    record_member(actor, Kind.MEMBER_CHANGED, membership, before={"role": before}, after={"role": role})
    return membership


@transaction.atomic
def remove_member(*, actor: User, membership: Membership) -> None:
    """Take a member out; everybody may leave. What they wrote stays. The last owner cannot go."""
    if membership.user_id != actor.pk:
        require_role(actor, membership.workspace_id, Role.OWNER)
    _require_another_owner(membership)
    record_member(actor, Kind.MEMBER_REMOVED, membership, before={"role": membership.role})
    membership.delete()


def checked_role(role: str) -> Role:
    """Return the role of this name, or raise `Invalid`."""
    if role not in Role.values:
        raise Invalid.field(
            "role", gettext("One of %(values)s is expected.") % {"values": ", ".join(Role.values)}, code="unknown_role"
        )
    return Role(role)


def _require_another_owner(membership: Membership) -> None:
    owners = Membership.objects.select_for_update().filter(workspace=membership.workspace_id, role=Role.OWNER)
    if list(owners.values_list("pk", flat=True)) == [membership.pk]:
        raise Conflict(gettext("A workspace needs an owner: make somebody else owner first."), code="last_owner")
