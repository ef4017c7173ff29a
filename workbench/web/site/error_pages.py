"""The pages for what went wrong. They say what the person can do, and nothing of what lies inside."""

import sys

from django.core.exceptions import BadRequest, RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control

from workbench.accounts.outages import Outage, outage_of

__all__ = [
    "render_told",
    "show_bad_request",
    "show_csrf_failure",
    "show_forbidden",
    "show_not_found",
    "show_server_error",
]


def render_told(
    request: HttpRequest, template: str, context: dict[str, object] | None = None, *, status: int
) -> HttpResponse:
    """Render what went wrong: its links are those of members' pages, though it went wrong on one for readers."""
    request.current_app = ""
    return render(request, template, context, status=status)


def show_bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400, or 413 where more came in than is taken. Only what a view of ours wrote is repeated."""
    if isinstance(exception, RequestDataTooBig):
        return _show(request, 413)
    return _show(request, 400, detail=str(exception) if isinstance(exception, BadRequest) else "")


def show_forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: the person sees the thing, but may not do this; `NotAllowed` said why."""
    return _show(request, 403, detail=str(exception))


def show_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: one page for what does not exist and for what may not be seen."""
    return _show(request, 404)


def show_csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form whose token is missing or old: cookies are off, or somebody signed in or out meanwhile."""
    return render_told(request, "web/site/csrf.html", status=403)


def show_server_error(request: HttpRequest) -> HttpResponse:
    """500: a page that needs no database, no session and no person; 503 or 507 where the database is away or full."""
    if outage := outage_of(sys.exc_info()[1]):
        return _show_outage(outage)
    return render(None, "web/site/500.html", status=500)


def _show_outage(outage: Outage) -> HttpResponse:
    page = render(None, "web/site/outage.html", {"outage": outage}, status=outage.status)
    page["Retry-After"] = str(outage.wait)
    return page


def _show(request: HttpRequest, status: int, *, detail: str = "") -> HttpResponse:
    response = render_told(request, f"web/site/{status}.html", {"detail": detail}, status=status)
    patch_cache_control(response, private=True, no_cache=True)  # what is hidden today may be shown tomorrow
    return response
