"""Workspaces and members: /workspaces/, /workspaces/{slug}/, its members/ and members/{id}/."""

from django.db.models import QuerySet
from rest_framework.response import Response

from workbench.accounts.actions import change_role, create_workspace, remove_member
from workbench.accounts.models import Membership, Scope, User, Workspace
from workbench.api.protocol.base import ApiView
from workbench.api.protocol.lookups import find
from workbench.api.protocol.operations import PageQuery, operation
from workbench.api.resources.workspaces.lookups import find_workspace
from workbench.api.resources.workspaces.presenters import MemberShown, WorkspaceShown, show_member, show_workspace
from workbench.api.resources.workspaces.schemas import NewWorkspace, RoleChange

__all__ = ["MemberList", "OneMember", "OneWorkspace", "WorkspaceList"]


class WorkspaceList(ApiView):
    """The workspaces you are in."""

    @operation(
        name="workspaces_list", summary="List workspaces", query=PageQuery, response=WorkspaceShown, is_list=True
    )
    def get(self) -> Response:
        """Workspaces in the order in which they were made."""
        return self.page(Workspace.objects.visible_to(self.user), show_workspace)

    @operation(
        name="workspaces_create",
        summary="Make a workspace",
        body=NewWorkspace,
        response=WorkspaceShown,
        status=201,
        scope=Scope.WRITE,
        example={"name": "Letters"},
    )
    def post(self) -> Response:
        """A workspace whose owner you are."""
        made = create_workspace(actor=self.user, **self.given)
        return self.created(show_workspace(made), "workspace", made.slug)


class OneWorkspace(ApiView):
    """One workspace."""

    @operation(name="workspaces_read", summary="Read a workspace", response=WorkspaceShown)
    def get(self, slug: str) -> Response:
        """A workspace that you are in."""
        return Response(show_workspace(find_workspace(self.user, slug)))


class MemberList(ApiView):
    """Who is in a workspace."""

    @operation(name="members_list", summary="List members", query=PageQuery, response=MemberShown, is_list=True)
    def get(self, slug: str) -> Response:
        """Members in the order in which they came."""
        return self.page(_members(self.user, slug), show_member)


class OneMember(ApiView):
    """Somebody in a workspace."""

    @operation(name="members_read", summary="Read a member", response=MemberShown)
    def get(self, slug: str, pk: int) -> Response:
        """A member and their role."""
        return Response(show_member(find(_members(self.user, slug), pk)))

    @operation(
        name="members_change",
        summary="Give a member another role",
        body=RoleChange,
        response=MemberShown,
        scope=Scope.WRITE,
        example={"role": "editor"},
    )
    def patch(self, slug: str, pk: int) -> Response:
        """Change what a member may do; 409 for the last owner. For owners."""
        member = find(_members(self.user, slug), pk)
        return Response(show_member(change_role(actor=self.user, membership=member, role=self.given["role"])))

    @operation(name="members_remove", summary="Remove a member, or leave", status=204, scope=Scope.WRITE)
    def delete(self, slug: str, pk: int) -> Response:
        """Take a member out (owners), or leave yourself; 409 for the last owner. What they wrote stays."""
        remove_member(actor=self.user, membership=find(_members(self.user, slug), pk))
        return Response(status=204)


def _members(user: User, slug: str) -> QuerySet[Membership]:
    workspace = find_workspace(user, slug)
    return Membership.objects.filter(workspace=workspace).select_related("workspace", "user")
