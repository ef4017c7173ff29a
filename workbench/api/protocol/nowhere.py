"""What answers at every address where there is nothing."""

from django.http import Http404
from rest_framework.request import Request

from workbench.api.protocol.base import ApiView

__all__ = ["Nowhere"]


class Nowhere(ApiView):
    """Every other address under /api/v1/."""

    permission_classes = ()
    schema = None

    def initial(self, request: Request, *args: object, **kwargs: object) -> None:
        """Count the request, and say that there is nothing here, whatever the method."""
        super().initial(request, *args, **kwargs)
        raise Http404
