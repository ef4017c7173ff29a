"""`Idempotency-Key`: a POST sent again with the same one has no second effect and gets the first response.

It, the effect and the response are written in one transaction. A crash leaves none of them, and a second request
with it waits for the first (a unique constraint makes it) and then finds its response. Only successes are kept: a
refused request changed nothing and may be sent again, corrected. Responses are forgotten after a day.

A response is repeated only while what it speaks of can be read by whoever asks: what its `Location` names or, of a POST
to a thing (`threads/7/accept/`), that thing. Otherwise it would keep open what was closed since.
"""

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any, cast

from django.core.handlers.wsgi import WSGIRequest
from django.db import transaction
from django.http import Http404, HttpResponse
from django.urls import resolve
from rest_framework.request import Request
from rest_framework.response import Response

from workbench.accounts.actions import begin_request, keep_response
from workbench.accounts.models import IdempotentRequest
from workbench.api.protocol.problems import Refusal

__all__ = ["idempotency_key_of", "respond_once"]

_IDEMPOTENCY_KEY = re.compile(r"[\x21-\x7e]{1,255}")
_HEADERS = ("Location",)


def respond_once(request: Request, respond: Callable[[], HttpResponse]) -> HttpResponse:
    """Return `respond()`, or what it returned when this Idempotency-Key came first. 422 if it came with something else.

    Raises `Http404` where what the first response spoke of cannot be read any more.
    """
    sent = idempotency_key_of(request)
    if sent is None:
        return respond()
    with transaction.atomic():
        actor: Any = request.user
        memory = begin_request(actor=actor, idempotency_key=sent, fingerprint=fingerprint_of(request))
        if memory.status is not None:
            _require_readable(request, memory)
            return _repeated(memory)
        response: Any = respond()
        headers = {name: response[name] for name in _HEADERS if name in response}
        body = json.dumps({**response.data, **_without_secret(response.data)}, ensure_ascii=False)
        keep_response(memory=memory, status=response.status_code, headers=headers, body=body)
    return cast("HttpResponse", response)


def idempotency_key_of(request: Request) -> str | None:
    """Return the Idempotency-Key that came with a request, None without one. Raises a 400 for what cannot be one."""
    sent: str | None = request.headers.get("Idempotency-Key")
    if sent is not None and not _IDEMPOTENCY_KEY.fullmatch(sent):
        raise Refusal(400, "malformed_idempotency_key", "An Idempotency-Key of 1 to 255 visible ASCII characters.")
    return sent


def fingerprint_of(request: Request) -> str:
    """Return the SHA-256 of method, address and body; of a form, that of its parts, for boundaries are random."""
    digest = hashlib.sha256(f"{request.method} {request.get_full_path()}\n".encode())
    for name, value in _parts(request):
        digest.update(f"{len(name)} {len(value)}\n{name}".encode("utf-8", "surrogatepass") + value)
    return digest.hexdigest()


def _parts(request: Request) -> list[tuple[str, bytes]]:
    if not (request.content_type or "").startswith("multipart/"):
        return [("", request.body)]
    form: Any = request.data
    return [(name, _bytes_of(value)) for name in sorted(form) for value in form.getlist(name)]


def _bytes_of(value: Any) -> bytes:
    if isinstance(value, str):
        return value.encode("utf-8", "surrogatepass")
    content = bytes(value.read())
    value.seek(0)
    return str(value.name).encode("utf-8", "surrogatepass") + b"\0" + content


def _without_secret(shown: Mapping[str, Any]) -> dict[str, str]:
    """A secret is shown once and kept nowhere: a repeated response has none."""
    return {"secret": ""} if "secret" in shown else {}


def _repeated(memory: IdempotentRequest) -> Response:
    headers = {**memory.headers, "Idempotency-Replayed": "true"}
    return Response(json.loads(memory.body), status=memory.status, headers=headers)


def _require_readable(request: Request, memory: IdempotentRequest) -> None:
    """Read what the response speaks of as a GET would, now and for this person; raise `Http404` if there is nothing."""
    address = memory.headers.get("Location") or _parent(request.path)
    path, _, query = address.partition("?")
    match = resolve(path)
    found = match.func(_reading(request, path, query), *match.args, **match.kwargs)
    if found.status_code != 200 or found.data.get("is_deleted"):
        raise Http404


def _parent(path: str) -> str:
    """Return the address of the thing to which something is done: `threads/7/` of `threads/7/accept/`."""
    return path.rstrip("/").rpartition("/")[0] + "/"


def _reading(request: Request, path: str, query: str) -> WSGIRequest:
    """Return a GET by the same person, with the same token or session."""
    kept = {name: value for name, value in request.META.items() if name != "HTTP_IF_NONE_MATCH"}
    changes = {"REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": query, "CONTENT_LENGTH": "0"}
    reading: Any = WSGIRequest({**kept, **changes, "wsgi.input": BytesIO()})
    reading.user = request._request.user
    reading.is_counted = True  # the retry itself was
    return cast("WSGIRequest", reading)
