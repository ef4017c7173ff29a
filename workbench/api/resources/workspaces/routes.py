"""/workspaces/ with members and invitations, and /invitations/ to the person who asks."""

from django.urls import URLPattern, path

from workbench.api.resources.workspaces.views import categories, invitations, workspaces

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [
    path("workspaces/", workspaces.WorkspaceList.as_view(), name="workspaces"),
    path("workspaces/<slug:slug>/", workspaces.OneWorkspace.as_view(), name="workspace"),
    path("workspaces/<slug:slug>/members/", workspaces.MemberList.as_view(), name="members"),
    path("workspaces/<slug:slug>/members/<pk:pk>/", workspaces.OneMember.as_view(), name="member"),
    path("workspaces/<slug:slug>/invitations/", invitations.InvitationList.as_view(), name="invitations"),
    path("workspaces/<slug:slug>/invitations/<pk:pk>/", invitations.OneInvitation.as_view(), name="invitation"),
    path("workspaces/<slug:slug>/categories/", categories.Lists.as_view(), name="categories"),
    path("invitations/", invitations.OwnInvitations.as_view(), name="own-invitations"),
    path("invitations/<pk:pk>/", invitations.OwnInvitation.as_view(), name="own-invitation"),
    path("invitations/<pk:pk>/accept/", invitations.Accept.as_view(), name="accept-invitation"),
    path("invitations/<pk:pk>/decline/", invitations.Decline.as_view(), name="decline-invitation"),
]
