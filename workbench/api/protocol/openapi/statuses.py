"""Which problems an operation can answer with, and how each is described."""

from workbench.accounts.models import Scope
from workbench.api.protocol.openapi.responses import JsonSchema
from workbench.api.protocol.operations import Operation

__all__ = ["problem_responses", "problems_of"]

_WHY = {
    400: "Not well-formed: the body's shape, a parameter, a header.",
    401: "No token, or one that is unknown, expired or revoked.",
    403: "The token's scope, or your role in the workspace, does not reach that far.",
    404: "There is nothing here, or nothing that you may see.",
    406: "Only JSON is sent.",
    409: "The state of things does not allow it.",
    412: "Somebody else was first. `current` is what stands there now; nothing was overwritten.",
    413: "The body is too large.",
    415: "Another kind of body is expected.",
    422: "Well-formed, but it cannot be taken; `errors` says which member and why.",
    428: "If-Match is expected.",
    429: "Too many requests.",
    500: "The workbench failed. Nothing was changed.",
}
_HEADERS = {401: "WWW-Authenticate", 429: "Retry-After"}
_EXAMPLE = {
    "type": "about:blank",
    "title": "Unprocessable Content",
    "status": 422,
    "detail": "The quote does not stand in this variant.",
    "instance": "/api/v1/comments/",
    "code": "quote_not_found",
    "errors": [
        {"pointer": "/anchors/0", "code": "quote_not_found", "detail": "The quote does not stand in this variant."}
    ],
}


def problems_of(stated: Operation, method: str, path: str) -> list[int]:
    """Return the statuses of the problems that an operation can answer with."""
    statuses = {400, 401, 429, 500, *stated.refusals}
    statuses |= {404} if "{" in path else set()
    statuses |= {406} if stated.media == ("application/json",) else set()
    statuses |= {403} if method != "GET" else set()
    statuses |= {409} if stated.scope != Scope.READ else set()
    statuses |= {413, 415, 422} if stated.body else set()
    statuses |= {412, 428} if stated.is_guarded else set()
    statuses |= {422} if method == "POST" else set()
    return sorted(statuses)


def problem_responses() -> dict[str, JsonSchema]:
    """Return the described responses, named by their status, as components."""
    return {_name(status): _describe(status) for status in _WHY}


def refer_to(status: int) -> JsonSchema:
    """Return a reference to the response of a problem."""
    return {"$ref": f"#/components/responses/{_name(status)}"}


def _name(status: int) -> str:
    return f"Problem{status}"


def _describe(status: int) -> JsonSchema:
    problem: JsonSchema = {"schema": {"$ref": "#/components/schemas/Problem"}}
    if status == _EXAMPLE["status"]:
        problem["example"] = _EXAMPLE
    described: JsonSchema = {"description": _WHY[status], "content": {"application/problem+json": problem}}
    if status in _HEADERS:
        described["headers"] = {_HEADERS[status]: {"schema": {"type": "string"}, "required": True}}
    return described
