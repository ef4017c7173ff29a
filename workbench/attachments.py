"""Files that are sent to be kept, by pages and by the API alike."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

__all__ = ["CSV", "attachment"]

CSV = "text/csv"


def attachment(data: bytes | str, name: str, media_type: str) -> HttpResponse:
    """Return the response that sends a file under a name (RFC 6266); of a text the type names its charset, UTF-8."""
    disposition = content_disposition_header(as_attachment=True, filename=name)
    assert disposition is not None  # of an attachment there always is one
    content_type = f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
    return HttpResponse(data, content_type=content_type, headers={"Content-Disposition": disposition})
