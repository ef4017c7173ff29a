"""Responses that Django gives without words get a page."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from workbench.web.site.error_pages import render_told

__all__ = ["explain_wrong_method"]


def explain_wrong_method(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Put a page into the empty 405 of an address that a person opened. The API writes its own responses."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not isinstance(response, HttpResponseNotAllowed) or response.content:
            return response
        page = render_told(request, "web/site/405.html", status=405)
        page["Allow"] = response["Allow"]
        return page

    return respond
