"""Every request has a number, a line in the log and a place in the figures.

The line names the route and never the address: addresses hold secrets of invitations, links and feeds.
"""

import logging
import re
from collections.abc import Callable
from time import perf_counter
from uuid import uuid4

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from workbench.operating.logs import REQUEST_ID
from workbench.operating.metrics import count_request

__all__ = ["watch_requests"]

_log = logging.getLogger("workbench.requests")
_GIVEN = re.compile(r"[A-Za-z0-9._-]{8,64}")
_METHODS = frozenset({"GET", "HEAD", "POST", "PATCH", "PUT", "DELETE", "OPTIONS"})


def watch_requests(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Number a request (as the proxy in front did, if there is one), and tell of its answer: X-Request-ID in both."""

    def respond(request: HttpRequest) -> HttpResponse:
        number = _number_of(request)
        held = REQUEST_ID.set(number)
        began = perf_counter()
        try:
            response = get_response(request)
            _tell(request, response, perf_counter() - began)
        finally:
            REQUEST_ID.reset(held)
        response["X-Request-ID"] = number
        return response

    return respond


def _number_of(request: HttpRequest) -> str:
    given = request.headers.get("X-Request-ID", "")
    return given if settings.PROXIES and _GIVEN.fullmatch(given) else uuid4().hex


def _tell(request: HttpRequest, response: HttpResponse, seconds: float) -> None:
    method = request.method if request.method in _METHODS else "other"
    route, status = _route_of(request), response.status_code
    count_request(str(method), route, status, seconds)
    said = {"user": user_of(request), "route": route, "method": method, "status": status, "ms": round(seconds * 1000)}
    _log.log(logging.WARNING if status >= 500 else logging.INFO, "answered", extra=said)


def _route_of(request: HttpRequest) -> str:
    """Return the pattern that the address matched, "-" where it matched none."""
    match = request.resolver_match
    return f"/{match.route}" if match else "-"


def user_of(request: HttpRequest) -> int | None:
    """Return the number of the person, if somebody asked who it is: the log asks nothing of the database."""
    known = getattr(request, "_cached_user", None) or request.__dict__.get("user")
    if known is None or "_wrapped" in getattr(known, "__dict__", {}):
        return None
    number: int | None = known.pk
    return number
