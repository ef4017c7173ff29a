"""The lasting addresses of pages that readers see."""

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, QueryDict

__all__ = ["canonical"]

_PLACES = ("at", "passages", "q", "page")  # what of an address says what is read; the rest says how it is shown


def canonical(request: HttpRequest, query: QueryDict) -> str:
    """Return the address of what a page shows, whichever way it shows it."""
    said = urlencode([(name, query[name]) for name in _PLACES if query.get(name)])
    return f"{settings.SITE_URL}{request.path}{'?' if said else ''}{said}"
