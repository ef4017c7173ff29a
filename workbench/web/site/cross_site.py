"""What another site sends in somebody's browser is refused, whatever token it holds (W3C, Fetch Metadata)."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from workbench.web.site.error_pages import show_csrf_failure

__all__ = ["refuse_cross_site"]

_SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})  # RFC 9110, section 9.2.1


def refuse_cross_site(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Answer 403 to a request that would change something and that the browser calls cross-site."""

    def respond(request: HttpRequest) -> HttpResponse:
        is_cross = request.headers.get("Sec-Fetch-Site") == "cross-site"
        return show_csrf_failure(request) if is_cross and request.method not in _SAFE else get_response(request)

    return respond
