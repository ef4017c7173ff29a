"""One declaration for each operation, read twice: to check a request before its handler runs, and to document it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import HttpResponse
from rest_framework.request import Request
from rest_framework.serializers import ValidationError

from workbench.accounts.models import Scope
from workbench.api.protocol.authentication import require_scope
from workbench.api.protocol.fields import Digits, Schema, Text
from workbench.api.protocol.idempotency import idempotency_key_of, respond_once
from workbench.api.protocol.pagination import MAXIMUM_SIZE
from workbench.api.protocol.parsing import FormParser, bad_texts, refuse_bad_text
from workbench.api.protocol.problems import Place, Refusal

__all__ = ["Declared", "NoQuery", "Nothing", "Operation", "PageQuery", "WorkspaceQuery", "operation"]

# A handler as it is written, with the address's parts; and as the framework calls it, with the request before them.
Handler = Callable[..., HttpResponse]


class NoQuery(Schema):
    """No parameters."""


class Nothing(Schema):
    """An empty object, or no body at all."""


class PageQuery(Schema):
    """What every list takes."""

    cursor = Text(required=False, help_text="Where to go on: taken from `next`.")
    page_size = Digits(required=False, minimum=1, maximum=MAXIMUM_SIZE, help_text="Rows in a page; 50 if not said.")


WHICH_WORKSPACE = (
    "The workspace's slug. Where works you see share a slug and none is named, one in a workspace of your own comes "
    "first, and of several the workspace that you were in first."
)


class WorkspaceQuery(Schema):
    """Which of two works of the same name."""

    workspace = Text(required=False, help_text=WHICH_WORKSPACE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """What an operation takes and gives. `response` is a TypedDict of the presenters, None for an empty one.

    `is_guarded`: it needs If-Match. `media` and `takes`: what it sends and reads where that is not
    JSON. `refusals`: problems that its kind alone does not tell of. `example`: of a body.
    """

    name: str
    summary: str
    response: Any = None
    is_list: bool = False
    status: int = 200
    query: type[Schema] = NoQuery
    body: type[Schema] | None = None
    scope: Scope = Scope.READ
    is_guarded: bool = False
    media: tuple[str, ...] = ("application/json",)
    takes: str = "application/json"
    refusals: tuple[int, ...] = ()
    example: Any = None


class Declared:
    """A view whose handlers are declared: `asked` is its query, `given` its body, both checked."""

    request: Any
    asked: dict[str, Any]
    given: dict[str, Any]


def operation(**declared: Any) -> Callable[[Handler], Handler]:
    """Declare a handler: check scope, query and body before it runs; an effect with an Idempotency-Key comes once."""
    stated = Operation(**declared)

    def declare(handler: Handler) -> Handler:
        @wraps(handler)
        def checked(view: Declared, request: Request, **parts: Any) -> HttpResponse:
            require_scope(request, stated.scope)
            view.asked = _read_query(request, stated.query)
            view.given = _read_body(request, stated.body) if stated.body else {}
            if request.method != "POST" or (idempotency_key_of(request) and stated.scope == Scope.READ):
                return handler(view, **parts)  # has no effect that a retry could repeat
            return respond_once(request, lambda: handler(view, **parts))

        checked.operation = stated  # type: ignore[attr-defined]
        return checked

    return declare


def _read_query(request: Request, schema: type[Schema]) -> dict[str, Any]:
    given: dict[str, Any] = {}
    for name, values in request.query_params.lists():
        if bad := next(bad_texts([name, *values]), None):
            raise _bad_query([{"detail": str(bad[1]), "code": "invalid_character", "parameter": name}])
        given[name] = values[0]
        if len(values) > 1:
            raise _bad_query([{"detail": "It is expected once.", "code": "repeated", "parameter": name}])
    try:
        return _read(schema, given)
    except ValidationError as error:
        detail: Any = error.detail
        raise _bad_query(
            [
                {"detail": str(message), "code": getattr(message, "code", "invalid"), "parameter": str(name)}
                for name, messages in detail.items()
                for message in messages
            ]
        ) from error


def _bad_query(places: list[Place]) -> Refusal:
    return Refusal(400, "bad_parameter", f"{places[0].get('parameter')}: {places[0]['detail']}", errors=places)


def _read_body(request: Request, schema: type[Schema]) -> dict[str, Any]:
    if request.method == "POST" and "Idempotency-Key" in request.headers and not _is_form(request):
        _ = request.body  # kept, so that it can be both compared and parsed
    data: Any = request.data
    if _is_form(request):
        data = _form(data)
    return _read(schema, data)


def _is_form(request: Request) -> bool:
    return (request.content_type or "").partition(";")[0].strip().lower() == FormParser.media_type


def _form(data: Any) -> dict[str, Any]:
    """Return a form's fields by name; each may come once."""
    fields: dict[str, Any] = {}
    for name, values in data.lists():
        if len(values) > 1:
            raise ValidationError({name: ["It is expected once."]}, code="repeated")
        refuse_bad_text({name: values[0]})
        fields[name] = values[0]
    return fields


def _read(schema: type[Schema], data: Any) -> dict[str, Any]:
    reader = schema(data=data)
    reader.is_valid(raise_exception=True)
    return dict(reader.validated_data)
