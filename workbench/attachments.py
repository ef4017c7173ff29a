"""Files that are sent to be kept, by pages and by the API alike."""

from collections.abc import Iterator
from typing import Any, cast

from django.http import HttpResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header

__all__ = ["CSV", "attachment", "streamed"]

CSV = "text/csv"


def attachment(data: bytes | str, name: str, media_type: str) -> HttpResponse:
    """Return the response that sends a file under a name (RFC 6266); of a text the type names its charset, UTF-8."""
    return HttpResponse(data, **_headers(name, media_type))


def streamed(pieces: Iterator[bytes], name: str, media_type: str) -> HttpResponse:
    """Return the response that sends a file as it is made. What views and their guards ask of a response, it has."""
    return cast("HttpResponse", StreamingHttpResponse(pieces, **_headers(name, media_type)))


def _headers(name: str, media_type: str) -> dict[str, Any]:
    disposition = content_disposition_header(as_attachment=True, filename=name)
    assert disposition is not None  # of an attachment there always is one
    content_type = f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
    return {"content_type": content_type, "headers": {"Content-Disposition": disposition}}
