"""Responses under /api/ that no view of the API wrote: an unknown host, an address outside /api/v1/, a failure."""

from collections.abc import Callable

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


def tell_problems(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Put a problem in the place of an error page under /api/. Stands first, so that nothing comes before it."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        is_page = response.headers.get("Content-Type", "").startswith("text/html")
        if not (is_page and response.status_code >= 400 and request.path_info.startswith("/api/")):
            return response
        problem = _problem_of(request, response.status_code)
        shown = show_problem(problem, instance=request.path)
        headers = {"Cache-Control": "private, no-cache", **problem.headers}
        return JsonResponse(shown, status=problem.status, content_type=CONTENT_TYPE, headers=headers)

    return respond


def _problem_of(request: HttpRequest, status: int) -> Problem:
    try:
        request.get_host()
    except DisallowedHost:
        return _UNKNOWN_HOST
    return _PROBLEMS.get(status, _PROBLEMS[400 if status < 500 else 500])
