"""Who you are, /me/; and what answers at every address where there is nothing."""

from django.http import Http404
from rest_framework.request import Request
from rest_framework.response import Response

from workbench.accounts.models import Membership
from workbench.api.base import ApiView
from workbench.api.operations import operation
from workbench.api.presenters.people import MeShown, show_me

__all__ = ["Me", "Nowhere"]


class Me(ApiView):
    """The person whose token it is."""

    @operation(name="me", summary="Read who you are", answer=MeShown)
    def get(self) -> Response:
        """Your name, your workspaces, and your role in each."""
        memberships = Membership.objects.filter(user=self.user).select_related("workspace").order_by("pk")
        return Response(show_me(self.user, list(memberships)))


class Nowhere(ApiView):
    """Every other address under /api/v1/."""

    permission_classes = ()
    schema = None

    def initial(self, request: Request, *args: object, **kwargs: object) -> None:
        """Count the request, and say that there is nothing here, whatever the method."""
        super().initial(request, *args, **kwargs)
        raise Http404
