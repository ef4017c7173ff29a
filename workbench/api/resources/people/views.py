"""Who you are: /me/."""

from rest_framework.response import Response

from workbench.accounts.models import Membership
from workbench.api.protocol.base import ApiView
from workbench.api.protocol.operations import operation
from workbench.api.resources.people.presenters import MeShown, show_me

__all__ = ["Me"]


class Me(ApiView):
    """The person whose token it is."""

    @operation(name="me", summary="Read who you are", response=MeShown)
    def get(self) -> Response:
        """Your name, your workspaces, and your role in each."""
        memberships = Membership.objects.filter(user=self.user).select_related("workspace").order_by("pk")
        return Response(show_me(self.user, list(memberships)))
