"""What every page for readers without an account does alike."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag
from django.utils.translation import get_language
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from workbench.accounts.errors import Refused, TooOften
from workbench.accounts.models import Reader
from workbench.accounts.queries import digest_of
from workbench.corpus.models import Showing, Translation, Visibility, Work
from workbench.web.public.addresses import canonical
from workbench.web.public.kept import KEPT, Page, state_of
from workbench.web.site.error_pages import render_told
from workbench.web.site.pages import status_of
from workbench.web.site.tongues import vary_by_tongue

__all__ = ["Visit", "find_visit", "for_everybody", "open_page", "refusing", "show"]

KEPT_BY_CACHES = 60  # seconds, after which what is public no more is gone from them too
COOKIE = "link"


@dataclass(frozen=True, slots=True)
class Visit:
    """What somebody reads, and as whom; `query` is what the address asks for, but for the link."""

    reader: Reader
    work: Work
    query: QueryDict

    @property
    def showing(self) -> Showing:
        """How the work is shown."""
        return self.work.showing

    @property
    def is_public(self) -> bool:
        """Whether everybody reads the same."""
        return self.showing.visibility == Visibility.PUBLIC

    def translations(self) -> list[Translation]:
        """Return those whose texts are shown, in the work's order."""
        return list(Translation.objects.visible_to(self.reader).filter(work=self.work).order_by("position"))


def open_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Make a view of what somebody reads a page: found first, kept by caches where it is public.

    What may not be read is the one 404, without a hint that there is something to sign in for.
    """

    @wraps(view)
    def reading(request: HttpRequest, *, workspace: str, slug: str, **place: Any) -> HttpResponse:
        visit = find_visit(request, workspace, slug)
        if visit.is_public:
            return for_everybody(request, lambda: view(request, visit, **place), visit.work)
        return _for_oneself(request, visit, view(request, visit, **place))

    return gzip_page(require_safe(refusing(reading)))


def refusing(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let what is refused be told by a page."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Refused as error:
            response = render_told(request, "web/site/refused.html", {"error": error}, status=status_of(error))
            if isinstance(error, TooOften):
                response["Retry-After"] = str(error.wait)
            patch_cache_control(response, private=True, no_store=True)
            return response

    return guarded


def find_visit(request: HttpRequest, workspace: str, slug: str) -> Visit:
    """Return what a reader may read at an address. Raises `Http404` for what they may not."""
    query = request.GET.copy()
    given = query.pop("link", [request.COOKIES.get(COOKIE, "")])[-1]
    for reader in (Reader(), Reader(digest_of(given))) if given else (Reader(),):
        rows = Work.objects.visible_to(reader).select_related("workspace", "showing")
        work = rows.filter(workspace__slug=workspace, slug=slug).first()
        if work is not None:
            return Visit(reader, work, query)
    raise Http404


def for_everybody(request: HttpRequest, make: Callable[[], HttpResponse], work: Work | None = None) -> HttpResponse:
    """Answer the same to all; 304 to who has it already. A page of a work is kept while nothing happens there."""
    state = state_of(work) if work else None
    address = f"{get_language()} {request.get_host()}{request.get_full_path()}"
    page = KEPT.find(address, state) if state else None
    if page is None:
        response = make()
        if response.status_code != 200 or response.streaming:
            patch_cache_control(response, private=True, no_cache=True)
            return response
        tag = quote_etag(hashlib.sha256(response.content).hexdigest()[:24])
        page = Page(response.content, response["Content-Type"], tag)
        if state and "Content-Disposition" not in response:
            KEPT.keep(address, state, page)
    else:
        response = HttpResponse(page.body, content_type=page.media_type)
    return _cacheable(request, response, page.tag)


def _cacheable(request: HttpRequest, response: HttpResponse, tag: str) -> HttpResponse:
    response["ETag"] = tag
    patch_cache_control(response, public=True, max_age=KEPT_BY_CACHES)
    if response["Content-Type"].startswith("text/html"):
        vary_by_tongue(response)
    held = get_conditional_response(request, etag=tag, response=response)
    return response if held is None else held


def _for_oneself(request: HttpRequest, visit: Visit, response: HttpResponse) -> HttpResponse:
    """Keep what a link opened out of caches and search engines, and let the next page of the work know the link."""
    patch_cache_control(response, private=True, no_store=True)
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    if "link" in request.GET:
        path = f"/read/{visit.work.workspace.slug}/{visit.work.slug}/"
        secure = settings.SESSION_COOKIE_SECURE
        response.set_cookie(COOKIE, request.GET["link"], path=path, secure=secure, httponly=True, samesite="Lax")
    return response


def show(request: HttpRequest, visit: Visit, template: str, context: Mapping[str, object]) -> HttpResponse:
    """Render a page of a work for readers."""
    shared = {
        "visit": visit,
        "work": visit.work,
        "is_reader": True,
        "url": canonical(request, visit.query),
        "is_listed": visit.is_public,
    }
    return render(request, template, {**shared, **context})
