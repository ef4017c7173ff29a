"""Each operation as OpenAPI describes it, and the document around them."""

import inspect
from functools import cache
from typing import Any

from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.openapi import AutoSchema

from workbench.api.protocol.openapi.inputs import query_parameters, refer_to_body
from workbench.api.protocol.openapi.responses import Components, JsonSchema
from workbench.api.protocol.openapi.statuses import problem_responses, problems_of, refer_to
from workbench.api.protocol.operations import Operation
from workbench.api.protocol.problems import ProblemShown

__all__ = ["OperationSchema", "complete", "describe_api"]

_COMPONENTS = Components()
_IF_MATCH = {
    "name": "If-Match",
    "in": "header",
    "required": True,
    "description": 'The ETag of what you have read, or its version in quotes: `"3"`.',
    "schema": {"type": "string", "pattern": r'^(\*|"[!#-~]*")$'},
    "example": '"3"',
}
_IF_NONE_MATCH = {
    "name": "If-None-Match",
    "in": "header",
    "description": "The ETag of what you hold: 304 if it is this still.",
    "schema": {"type": "string"},
}
_IDEMPOTENCY_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "description": "A word of your own for this request: sent again with it within a day, it gets the first answer "
    "and has no second effect.",
    "schema": {"type": "string", "pattern": "^[!-~]{1,255}$"},
}


_DONE = {201: "Made.", 202: "Taken: it is done later; Location says how far it is."}


class OperationSchema(AutoSchema):
    """Describes a handler by what `operation` declared of it."""

    def get_operation(
        self, path: str, path_regex: str, path_prefix: str, method: str, registry: Any
    ) -> JsonSchema | None:
        """Return the OpenAPI operation of a handler; None where nothing was declared."""
        del path_regex, path_prefix, registry
        handler = getattr(self.view, method.lower())
        stated: Operation | None = getattr(handler, "operation", None)
        return _describe(stated, method.upper(), path, inspect.getdoc(handler) or "") if stated else None


def complete(result: JsonSchema, **_: Any) -> JsonSchema:
    """Add to the document what operations refer to (a post-processing hook of drf-spectacular)."""
    _COMPONENTS.refer(ProblemShown)
    result["paths"] = {path.replace("{pk}", "{id}"): methods for path, methods in result["paths"].items()}
    result["components"] = {
        "schemas": dict(sorted(_COMPONENTS.named.items())),
        "responses": problem_responses(),
        "securitySchemes": {
            "token": {"type": "http", "scheme": "bearer", "description": "An API token: `tcw_...`."},
            "session": {"type": "apiKey", "in": "cookie", "name": "sessionid", "description": "A browser's session."},
        },
    }
    result["security"] = [{"token": []}, {"session": []}]
    return result


@cache
def describe_api() -> JsonSchema:
    """Return the whole OpenAPI document; it is the same for everybody."""
    generator: Any = SchemaGenerator
    document: JsonSchema = generator().get_schema(request=None, public=True)
    return document


def _describe(stated: Operation, method: str, path: str, description: str) -> JsonSchema:
    described: JsonSchema = {
        "operationId": stated.name,
        "summary": stated.summary,
        "description": f"{description}\n\nScope: `{stated.scope.value}`.",
        "tags": [path.split("/")[3]],
        "parameters": _parameters(stated, method, path),
    }
    if stated.body:
        described["requestBody"] = _request_body(stated)
    described["responses"] = {str(status): refer_to(status) for status in problems_of(stated, method, path)}
    described["responses"][str(stated.status)] = _response(stated)
    if method == "GET":
        described["responses"]["304"] = {"description": "You hold this answer already."}
    return described


def _parameters(stated: Operation, method: str, path: str) -> list[JsonSchema]:
    parameters = [
        _path_parameter(part.strip("{}").replace("pk", "id")) for part in path.split("/") if part.startswith("{")
    ]
    parameters += query_parameters(stated.query)
    parameters += [_IF_MATCH] if stated.is_guarded else []
    parameters += [_IDEMPOTENCY_KEY] if method == "POST" else []
    return parameters + ([_IF_NONE_MATCH] if method == "GET" else [])


def _path_parameter(name: str) -> JsonSchema:
    is_pk = name == "id"
    schema = (
        {"type": "integer", "minimum": 0, "maximum": 10**18 - 1}
        if is_pk
        else {"type": "string", "pattern": "^[-a-zA-Z0-9_]+$"}
    )
    note = "The id." if is_pk else "The slug."
    return {"name": name, "in": "path", "required": True, "description": note, "schema": schema}


def _request_body(stated: Operation) -> JsonSchema:
    assert stated.body is not None
    content: JsonSchema = {"schema": refer_to_body(stated.body, _COMPONENTS.named)}
    if stated.example is not None:
        content["example"] = stated.example
    is_asked_for = any(field.required for field in stated.body().fields.values())
    needed = is_asked_for or bool(stated.body.least_members)
    return {"required": needed, "content": {stated.takes: content}}


def _response(stated: Operation) -> JsonSchema:
    if stated.status == 204:
        return {"description": "Done."}
    headers = {"ETag": {"schema": {"type": "string"}}}
    if stated.status in {201, 202}:
        headers["Location"] = {"schema": {"type": "string"}}
    if stated.response is None:
        return {"description": "A file.", "headers": headers, "content": {media: {} for media in stated.media}}
    schema = _COMPONENTS.page(stated.response) if stated.is_list else _COMPONENTS.refer(stated.response)
    described = {"description": _DONE.get(stated.status, "Done."), "headers": headers}
    files: JsonSchema = {media: {} for media in stated.media if media != "application/json"}
    return {**described, "content": {"application/json": {"schema": schema}, **files}}
