"""Workspaces, members and invitations, as they are sent."""

from typing import Annotated, TypedDict

from workbench.accounts.models import Invitation, Membership, Role, Workspace
from workbench.api.protocol.current import shows_current
from workbench.api.resources.people.presenters import Moment, PersonShown, moment, show_person
from workbench.review.classification import Lists, read_lists
from workbench.review.models import Classification

__all__ = [
    "CategoryShown",
    "InvitationShown",
    "ListsShown",
    "MemberShown",
    "SeverityShown",
    "WorkspaceShown",
    "show_invitation",
    "show_lists",
    "show_member",
    "show_workspace",
]


class WorkspaceShown(TypedDict):
    """A workspace that you are in."""

    id: int
    slug: str
    name: str
    created_at: Moment


class MemberShown(TypedDict):
    """Somebody in a workspace, and what they may do there."""

    id: int
    workspace: str
    person: PersonShown
    role: Annotated[str, Role]
    since: Moment


class InvitationShown(TypedDict):
    """Somebody asked into a workspace: `to` is a user name or an e-mail address."""

    id: int
    workspace: str
    name: str
    to: str
    role: Annotated[str, Role]
    state: Annotated[str, Invitation.State]
    invited_by: PersonShown
    created_at: Moment
    expires_at: Moment


class CategoryShown(TypedDict):
    """What discussions may be about; `parent` is the path above its name."""

    name: str
    label: str
    parent: str


class SeverityShown(TypedDict):
    """A step of the scale; `weight` in penalty points for one mark."""

    name: str
    label: str
    weight: float


class ListsShown(TypedDict):
    """What discussions of a workspace may be classified by; severities from the least to the gravest."""

    workspace: str
    version: int
    categories: list[CategoryShown]
    severities: list[SeverityShown]


def show_workspace(workspace: Workspace) -> WorkspaceShown:
    """Show a workspace."""
    return {
        "id": workspace.pk,
        "slug": workspace.slug,
        "name": workspace.name,
        "created_at": moment(workspace.created_at),
    }


def show_member(membership: Membership) -> MemberShown:
    """Show a member; the workspace and the person should be loaded."""
    return {
        "id": membership.pk,
        "workspace": membership.workspace.slug,
        "person": show_person(membership.user),
        "role": membership.role,
        "since": moment(membership.created_at),
    }


def show_invitation(invitation: Invitation) -> InvitationShown:
    """Show an invitation; its workspace and host should be loaded."""
    return {
        "id": invitation.pk,
        "workspace": invitation.workspace.slug,
        "name": invitation.workspace.name,
        "to": invitation.addressee,
        "role": invitation.role,
        "state": invitation.state,
        "invited_by": show_person(invitation.invited_by),
        "created_at": moment(invitation.created_at),
        "expires_at": moment(invitation.expires_at),
    }


def show_lists(lists: Lists, workspace: str) -> ListsShown:
    """Show the lists of a workspace (its slug)."""
    return {
        "workspace": workspace,
        "version": lists.version,
        "categories": [{"name": one.name, "label": one.label, "parent": one.parent} for one in lists.categories],
        "severities": [{"name": one.name, "label": one.label, "weight": one.weight} for one in lists.severities],
    }


@shows_current(Classification)
def _show_current(row: Classification) -> ListsShown:
    return show_lists(read_lists(row), row.workspace.slug)
