"""Every error is one JSON object: `application/problem+json` of RFC 9457, with a stable `code` and the places at fault.

`errors[]` names a place in the body as a JSON Pointer (RFC 6901) in `pointer`, or a query parameter in `parameter`.
`type` is always `about:blank`: what a client may switch on is `code`.
"""

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from typing import Any, NotRequired, TypedDict

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http import Http404
from django.http.multipartparser import MultiPartParserError
from rest_framework import exceptions
from rest_framework.response import Response

from workbench.accounts.errors import Refused, TooOften
from workbench.accounts.outages import Outage, outage_of

__all__ = [
    "Place",
    "Problem",
    "ProblemShown",
    "Refusal",
    "bad_parameter",
    "in_query",
    "pointer_to",
    "problem_of",
    "problem_of_outage",
    "respond_with",
]

_log = logging.getLogger("workbench.api")

CONTENT_TYPE = "application/problem+json"
NOT_FOUND = "There is nothing here, or nothing that you may see."
# As RFC 9110 calls them; Python does so from 3.13 on.
_TITLES = {413: "Content Too Large", 422: "Unprocessable Content"}


class Place(TypedDict):
    """One thing that is wrong, and where: `pointer` into the body, or the name of a query `parameter`."""

    detail: str
    code: str
    pointer: NotRequired[str]
    parameter: NotRequired[str]


class ProblemShown(TypedDict):
    """An error (RFC 9457). `code` is stable, `detail` says what was expected, `current` what stands there now (412)."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    code: str
    errors: list[Place]
    current: NotRequired[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong with a request. `current` is the row as it stands, of a stale write."""

    status: int
    code: str
    detail: str
    errors: list[Place] = field(default_factory=list)
    headers: Mapping[str, str] = field(default_factory=dict)
    current: object = None


class Refusal(Exception):
    """Raised by the API's own parts for what only concerns HTTP."""

    def __init__(self, status: int, code: str, detail: str, *, errors: list[Place] | None = None, **headers: str):
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.problem = Problem(status, code, detail, errors or [], named)
        super().__init__(detail)


def problem_of(error: Exception) -> Problem:
    """Return what to say of an exception. What nobody foresaw is logged and becomes a 500 that tells nothing."""
    for kind, tell in _TELL:
        if isinstance(error, kind):
            return tell(error)
    if outage := outage_of(error):
        _log.warning("%s", error)
        return problem_of_outage(outage)
    _log.error("The API failed", exc_info=error)
    return Problem(500, "internal_error", "The workbench failed here; nothing was changed. The error was logged.")


def problem_of_outage(outage: Outage) -> Problem:
    """Return what to say while the database is away or full."""
    return Problem(outage.status, outage.code, outage.detail, headers={"Retry-After": str(outage.wait)})


def respond_with(problem: Problem, *, instance: str, current: Mapping[str, Any] | None = None) -> Response:
    """Return the response that tells of a problem; `current` is shown under that name."""
    shown = show_problem(problem, instance=instance)
    if current is not None:
        shown["current"] = dict(current)
    return Response(shown, status=problem.status, headers=dict(problem.headers), content_type=CONTENT_TYPE)


def show_problem(problem: Problem, *, instance: str) -> ProblemShown:
    """Show a problem with the address asked for, without what stands there now."""
    return {
        "type": "about:blank",
        "title": _TITLES.get(problem.status) or HTTPStatus(problem.status).phrase,
        "status": problem.status,
        "detail": problem.detail,
        "instance": instance,
        "code": problem.code,
        "errors": problem.errors,
    }


def in_query(problem: Problem) -> Problem:
    """Return the problem of a request without a body: what a pointer names is a parameter there."""
    return replace(problem, errors=[_parameter(place) for place in problem.errors])


def _parameter(place: Place) -> Place:
    if "pointer" not in place:
        return place
    return {"detail": place["detail"], "code": place["code"], "parameter": place["pointer"].removeprefix("/")}


def pointer_to(*tokens: object) -> str:
    """Return the JSON Pointer (RFC 6901) of these reference tokens."""
    return "".join("/" + str(token).replace("~", "~0").replace("/", "~1") for token in tokens)


def _of_too_often(error: TooOften) -> Problem:
    return Problem(error.status, error.code, error.detail, headers={"Retry-After": str(error.wait)})


def _of_refused(error: Refused) -> Problem:
    errors: list[Place] = [
        {"detail": detail, "code": error.code, "pointer": pointer_to(*name.split("."))}
        for name, detail in error.fields.items()
    ]
    return Problem(error.status, error.code, error.detail, errors, current=getattr(error, "current", None))


def bad_parameter(name: str, detail: str, *, status: int = 422, code: str = "bad_parameter") -> Refusal:
    """Return the refusal of one query parameter: 422 for what is well formed but names nothing."""
    return Refusal(status, code, detail, errors=[{"detail": detail, "code": code, "parameter": name}])


def _of_framework(error: exceptions.APIException) -> Problem:
    if isinstance(error, exceptions.ValidationError):
        return Problem(400, "malformed", "The body is not of the expected shape.", list(_places(error.detail)))
    headers = {}
    if challenge := getattr(error, "auth_header", None):
        headers["WWW-Authenticate"] = challenge
    codes: Any = error.get_codes()
    return Problem(error.status_code, str(codes), str(error.detail), headers=headers)


def _places(detail: Any, *tokens: object) -> Iterator[Place]:
    """Flatten the framework's nested messages into places."""
    if isinstance(detail, Mapping):
        for name, value in detail.items():
            yield from _places(value, *tokens, *(() if name == "non_field_errors" else (name,)))
    elif isinstance(detail, list):
        for position, value in enumerate(detail):
            yield from _places(value, *tokens, *(() if isinstance(value, str) else (position,)))
    else:
        yield {"detail": str(detail), "code": getattr(detail, "code", "invalid"), "pointer": pointer_to(*tokens)}


# The first that fits is taken: RequestDataTooBig is a SuspiciousOperation.
_TELL: tuple[tuple[type[Exception], Callable[[Any], Problem]], ...] = (
    (Refusal, lambda error: error.problem),
    (TooOften, _of_too_often),
    (Refused, _of_refused),
    (Http404, lambda _: Problem(404, "not_found", NOT_FOUND)),
    (exceptions.APIException, _of_framework),
    (RequestDataTooBig, lambda _: Problem(413, "too_large", "A smaller body is expected.")),
    (SuspiciousOperation, lambda _: Problem(400, "malformed", "A well-formed request is expected.")),
    (MultiPartParserError, lambda _: Problem(400, "malformed", "A well-formed form is expected.")),
)
