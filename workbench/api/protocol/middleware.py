"""Responses under /api/ that no view of the API wrote: an unknown host, an address outside /api/v1/, a failure.

What comes in the clear where HTTPS is on is refused, not redirected: a script that is redirected goes on sending its
token for all to read.
"""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse, JsonResponse

from workbench.accounts.outages import AWAY, FULL
from workbench.api.protocol.problems import CONTENT_TYPE, NOT_FOUND, Problem, problem_of_outage, show_problem

__all__ = ["tell_problems"]

_PROBLEMS = {
    400: Problem(400, "malformed", "A well-formed request is expected."),
    403: Problem(403, "not_allowed", "This request is not allowed here."),
    404: Problem(404, "not_found", NOT_FOUND),
    413: Problem(413, "too_large", "A smaller body is expected."),
    500: Problem(500, "internal_error", "The workbench failed here; nothing was changed. The error was logged."),
    503: problem_of_outage(AWAY),
    507: problem_of_outage(FULL),
}
_UNKNOWN_HOST = Problem(400, "unknown_host", "A host name that this server answers for is expected.")
_IN_THE_CLEAR = Problem(
    403, "https_expected", "HTTPS is expected. A token that was sent without it may have been read: revoke it."
)


def tell_problems(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Put a problem in the place of an error page under /api/. Stands first, so that nothing comes before it."""

    def respond(request: HttpRequest) -> HttpResponse:
        is_api = request.path_info.startswith("/api/")
        if is_api and settings.SECURE_SSL_REDIRECT and not request.is_secure():
            return _tell(request, _unless_strange(request, _IN_THE_CLEAR))
        response = get_response(request)
        is_page = response.headers.get("Content-Type", "").startswith("text/html")
        if not (is_page and response.status_code >= 400 and is_api):
            return response
        status = response.status_code
        return _tell(request, _unless_strange(request, _PROBLEMS.get(status, _PROBLEMS[400 if status < 500 else 500])))

    return respond


def _tell(request: HttpRequest, problem: Problem) -> HttpResponse:
    shown = show_problem(problem, instance=request.path)
    headers = {"Cache-Control": "private, no-cache", **problem.headers}
    return JsonResponse(shown, status=problem.status, content_type=CONTENT_TYPE, headers=headers)


def _unless_strange(request: HttpRequest, problem: Problem) -> Problem:
    """Return the problem, or that the host is not ours, which comes before everything."""
    try:
        request.get_host()
    except DisallowedHost:
        return _UNKNOWN_HOST
    return problem
