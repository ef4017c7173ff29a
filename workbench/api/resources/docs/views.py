"""The description of the API, /schema/, and the page that shows it, /docs/. Open to everybody: they hold no data."""

from django.http import HttpResponse
from django.shortcuts import render
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response

from workbench.api.protocol.base import ApiView
from workbench.api.protocol.negotiation import IgnoreAccept
from workbench.api.protocol.openapi.describing import describe_api
from workbench.api.protocol.operations import operation

__all__ = ["Description", "Docs"]


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


class Docs(ApiView):
    """The page that shows the document."""

    permission_classes = ()
    content_negotiation_class = IgnoreAccept
    schema = None

    @operation(name="docs", summary="Read about the API", media=("text/html",))
    def get(self) -> HttpResponse:
        """Swagger UI, from our own files alone."""
        return render(self.request, "api/docs.html")
