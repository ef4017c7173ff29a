"""Invitations: those of a workspace, for its owners, and those to the person who asks."""

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from rest_framework.response import Response

from workbench.accounts.actions import accept_invitation, decline_invitation, invite, withdraw_invitation
from workbench.accounts.models import Invitation, InvitationQuerySet, Role, Scope, User
from workbench.accounts.permissions import require_role
from workbench.api.protocol.base import ApiView
from workbench.api.protocol.lookups import find
from workbench.api.protocol.operations import Nothing, PageQuery, operation
from workbench.api.resources.workspaces.lookups import find_workspace
from workbench.api.resources.workspaces.presenters import InvitationShown, MemberShown, show_invitation, show_member
from workbench.api.resources.workspaces.schemas import NewInvitation

__all__ = ["Accept", "Decline", "InvitationList", "OneInvitation", "OwnInvitation", "OwnInvitations"]


class InvitationList(ApiView):
    """Who was asked into a workspace."""

    @operation(
        name="invitations_list",
        summary="List a workspace's invitations",
        query=PageQuery,
        response=InvitationShown,
        is_list=True,
        refusals=(403,),
    )
    def get(self, slug: str) -> Response:
        """All invitations, answered or not, in the order in which they were made. For owners."""
        return self.page(_of_workspace(self.user, slug), show_invitation)

    @operation(
        name="invitations_create",
        summary="Invite somebody",
        body=NewInvitation,
        response=InvitationShown,
        status=201,
        scope=Scope.WRITE,
        example={"to": "anna@example.org", "role": "reviewer"},
    )
    def post(self, slug: str) -> Response:
        """Ask somebody in, by user name or e-mail address. The answer is the same whether they have an account."""
        workspace = find_workspace(self.user, slug)
        made = invite(actor=self.user, workspace=workspace, to=self.given["to"], role=self.given["role"])
        address = reverse("api:invitation", args=[workspace.slug, made.pk])
        return Response(show_invitation(made), status=201, headers={"Location": address})


class OneInvitation(ApiView):
    """Somebody asked into a workspace."""

    @operation(name="invitations_read", summary="Read an invitation", response=InvitationShown, refusals=(403,))
    def get(self, slug: str, pk: int) -> Response:
        """Whom it asks, and what became of it. For owners."""
        return Response(show_invitation(find(_of_workspace(self.user, slug), pk)))

    @operation(name="invitations_withdraw", summary="Withdraw an invitation", status=204, scope=Scope.WRITE)
    def delete(self, slug: str, pk: int) -> Response:
        """Take an open invitation back; 409 if it was answered. For owners."""
        withdraw_invitation(actor=self.user, invitation=find(_of_workspace(self.user, slug), pk))
        return Response(status=204)


class OwnInvitations(ApiView):
    """Where you were asked in."""

    @operation(
        name="own_invitations_list",
        summary="List the invitations to you",
        query=PageQuery,
        response=InvitationShown,
        is_list=True,
    )
    def get(self) -> Response:
        """Those that you may accept."""
        return self.page(_own(self.user).holding(timezone.now()), show_invitation)


class OwnInvitation(ApiView):
    """Where you were asked in, once."""

    @operation(name="own_invitations_read", summary="Read an invitation to you", response=InvitationShown)
    def get(self, pk: int) -> Response:
        """Who asks you where, and what you said."""
        return Response(show_invitation(find(_own(self.user), pk)))


class Accept(ApiView):
    """Saying yes."""

    @operation(
        name="own_invitations_accept",
        summary="Accept an invitation",
        body=Nothing,
        response=MemberShown,
        scope=Scope.WRITE,
        example={},
    )
    def post(self, pk: int) -> Response:
        """Become a member; 409 if the invitation holds no longer, or a member is called as you are."""
        return Response(show_member(accept_invitation(actor=self.user, invitation=find(_own(self.user), pk))))


class Decline(ApiView):
    """Saying no."""

    @operation(
        name="own_invitations_decline",
        summary="Decline an invitation",
        body=Nothing,
        response=InvitationShown,
        scope=Scope.WRITE,
        example={},
    )
    def post(self, pk: int) -> Response:
        """Say no; 409 if the invitation holds no longer."""
        return Response(show_invitation(decline_invitation(actor=self.user, invitation=find(_own(self.user), pk))))


def _of_workspace(user: User, slug: str) -> QuerySet[Invitation]:
    workspace = find_workspace(user, slug)
    require_role(user, workspace, Role.OWNER)
    return workspace.invitations.select_related("workspace", "invited_by")


def _own(user: User) -> InvitationQuerySet:
    return Invitation.objects.addressed_to(user).select_related("workspace", "invited_by")
