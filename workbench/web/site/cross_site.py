"""What another site sends in somebody's browser is refused, whatever token it holds (W3C, Fetch Metadata)."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import resolve

from workbench.web.site.error_pages import show_csrf_failure

__all__ = ["refuse_cross_site"]

_SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})  # RFC 9110, section 9.2.1
_FROM_PROVIDERS = frozenset({"saml_acs"})  # SAML 2.0, HTTP POST binding


def refuse_cross_site(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Answer 403 to a request that would change something and that the browser calls cross-site."""

    def respond(request: HttpRequest) -> HttpResponse:
        is_cross = request.headers.get("Sec-Fetch-Site") == "cross-site" and request.method not in _SAFE
        return show_csrf_failure(request) if is_cross and not _is_signed(request) else get_response(request)

    return respond


def _is_signed(request: HttpRequest) -> bool:
    """Say whether this is where a provider's signed answer arrives, which comes from its site and needs no session."""
    try:
        return resolve(request.path_info).view_name in _FROM_PROVIDERS
    except Http404:
        return False
