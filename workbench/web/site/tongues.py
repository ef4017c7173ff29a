"""In which language a page speaks: the one that somebody chose, else what their browser asks for, else English.

The API, frozen states, files, feeds and letters speak English: scripts read them, or they may never change by a byte.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request, override

__all__ = ["choose_tongue", "in_english", "vary_by_tongue"]

_ENGLISH = ("/api/", "/frozen/")
_HEADER = "Content-Language"


def choose_tongue(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Answer each request in its language, and say so: to the browser, and to caches."""

    def respond(request: HttpRequest) -> HttpResponse:
        is_english = request.path_info.startswith(_ENGLISH)
        tongue = settings.LANGUAGE_CODE if is_english else get_language_from_request(request)
        with override(tongue):
            response = get_response(request)
        is_page = response.headers.get("Content-Type", "").startswith("text/html")
        if is_page and not is_english and _HEADER not in response:
            response[_HEADER] = tongue
            vary_by_tongue(response)
        return response

    return respond


def vary_by_tongue(response: HttpResponse) -> None:
    """Tell caches what the language of a page hangs on."""
    patch_vary_headers(response, ("Accept-Language", "Cookie"))


@contextmanager
def in_english() -> Iterator[None]:
    """Make what is published, sent or kept in the language that it keeps: English."""
    with override(settings.LANGUAGE_CODE):
        yield
