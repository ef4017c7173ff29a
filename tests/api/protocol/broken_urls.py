"""An address whose view fails, and a middleware that does, to see what the API says of what nobody foresaw."""

from typing import Any, NoReturn

from django.urls import path
from rest_framework.response import Response

from workbench.api.protocol.base import ApiView
from workbench.api.protocol.operations import operation


class Broken(ApiView):
    """A view with an error in it."""

    @operation(name="broken", summary="Fail")
    def get(self) -> Response:
        raise ZeroDivisionError("a secret detail")


urlpatterns = [path("api/v1/broken/", Broken.as_view())]


def fail(get_response: Any) -> Any:
    """Be a middleware with an error in it."""

    def answer(request: Any) -> NoReturn:
        raise ZeroDivisionError("a secret detail")

    return answer
