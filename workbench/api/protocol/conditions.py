"""ETags: what somebody holds, so that nothing is sent twice and nobody's work is written over unseen (RFC 9110, 13).

The ETag of a thing is `"<version>-<hash of what was sent>"`; that of a list has the hash alone. `If-None-Match`
compares the whole. `If-Match` guards a write and compares the version, so `"<version>"` alone serves as well.
"""

import hashlib
import re
from typing import Any, Protocol

from django.http import HttpResponse
from rest_framework.request import Request
from rest_framework.response import Response

from workbench.api.protocol.problems import Refusal

__all__ = ["NO_VERSION", "if_match_of", "mark", "version_held"]

NO_VERSION = 0
_TAGS = re.compile(r'\s*(?:W/)?"[\x21\x23-\x7e\x80-\xff]*"\s*(?:,\s*(?:W/)?"[\x21\x23-\x7e\x80-\xff]*"\s*)*')
_TAG = re.compile(r'(W/)?"([^"]*)"')


class Held(Protocol):
    """What has a version: a row, or values that are guarded as one."""

    @property
    def version(self) -> int:
        """The number of its state."""


def version_held(request: Request, row: Held) -> int:
    """Return the version that the client says it changes: the row's, or `NO_VERSION` if it holds another.

    Actions refuse `NO_VERSION` as stale. Raises 428 without `If-Match`, 400 if it is no list of ETags.
    """
    header = if_match_of(request)
    if header.strip() == "*":
        return row.version
    if not _TAGS.fullmatch(header):
        raise Refusal(400, "malformed_if_match", 'If-Match is expected to hold ETags in quotes, such as "3".')
    strong = {tag.partition("-")[0] for weak, tag in _TAG.findall(header) if not weak}
    return row.version if str(row.version) in strong else NO_VERSION


def if_match_of(request: Request) -> str:
    """Return the header that guards a write. Raises 428 without it."""
    header = request.headers.get("If-Match")
    if header is None:
        raise Refusal(428, "if_match_required", "If-Match is expected, with the ETag of what you have read.")
    return header


def mark(request: Request, response: HttpResponse) -> HttpResponse:
    """Give an answer its ETag; return 304 without body instead where the client holds this very answer.

    What is sent as it is made has none.
    """
    data: Any = getattr(response, "data", None)
    version = data.get("version") if isinstance(data, dict) else None
    is_read = request.method in {"GET", "HEAD"}
    if response.streaming or response.status_code not in {200, 201} or not (is_read or version):
        return response
    if isinstance(response, Response):
        response.render()
    digest = hashlib.sha256(response.content).hexdigest()[:20]
    response["ETag"] = f'"{version}-{digest}"' if version else f'"{digest}"'
    if is_read and _is_held(request.headers.get("If-None-Match", ""), response["ETag"]):
        headers = {name: response[name] for name in ("ETag", "Vary", "Cache-Control") if name in response}
        return Response(status=304, headers=headers)
    return response


def _is_held(header: str, tag: str) -> bool:
    return header.strip() == "*" or any(f'"{held}"' == tag for _, held in _TAG.findall(header))
