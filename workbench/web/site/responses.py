"""How pages respond: with a part of a page to htmx, and back to where somebody was to all others."""

from django.http import HttpResponse, HttpResponseRedirect

from workbench.web.site.pages import PersonRequest
from workbench.web.site.redirects import local_address

__all__ = ["go_back", "is_fragment"]


def is_fragment(request: PersonRequest) -> bool:
    """Tell whether htmx asked for a part of a page."""
    return request.headers.get("HX-Request") == "true"


def go_back(request: PersonRequest, default: str) -> HttpResponse:
    """Send somebody back to the page they came from (`next`, on this host only), or to `default`."""
    return HttpResponseRedirect(local_address(request, default))
