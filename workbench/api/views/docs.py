"""The description of the API, /schema/, and the page that shows it, /docs/. Open to everybody: they hold no data."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response

from workbench.api.base import ApiView
from workbench.api.openapi.describing import describe_api
from workbench.api.operations import operation

__all__ = ["Description", "show_docs"]


class OpenApiRenderer(JSONRenderer):
    """JSON under the media type of OpenAPI documents."""

    media_type = "application/vnd.oai.openapi+json"


class Description(ApiView):
    """The OpenAPI document."""

    permission_classes = ()
    renderer_classes = (JSONRenderer, OpenApiRenderer)
    schema = None

    @operation(name="schema", summary="Read the OpenAPI document")
    def get(self) -> Response:
        """OpenAPI 3.1."""
        return Response(describe_api())


@require_safe
def show_docs(request: HttpRequest) -> HttpResponse:
    """Show the document with Swagger UI, from our own files alone."""
    return render(request, "api/docs.html")
