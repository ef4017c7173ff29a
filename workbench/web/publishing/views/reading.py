"""Reading a frozen state: as a member, by its link, or as anybody where it is public.

A public state is found before anybody is asked who they are, so that its pages are the same for all and may be kept by
caches. Whoever may not read one is sent to sign in, as everywhere, whether it exists or not.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from workbench.accounts.permissions import role_in
from workbench.attachments import attachment
from workbench.interchange.registry import FORMATS
from workbench.publishing.changes import changes_between
from workbench.publishing.citing import FILES, STYLES, Cited, cite
from workbench.publishing.contents import cited_of, read_record
from workbench.publishing.errors import Conflict
from workbench.publishing.filing import file_of
from workbench.publishing.models import FrozenState
from workbench.publishing.queries import find_by_link, find_frozen, find_public
from workbench.review.transfer import export_work
from workbench.text.words.digits import read_digits
from workbench.web.publishing.changed import set_change
from workbench.web.publishing.sheets import Entry, Reading
from workbench.web.site.parameters import choose_one, refuse_unknown

__all__ = ["send_citation", "send_file", "show_changes", "show_frozen"]

_MEDIA = {
    "bibtex": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "csl-json": "application/json",
}
_ENDS = {"bibtex": "bib", "ris": "ris", "csl-json": "json"}
_KEPT_BY_CACHES = 300  # seconds, after which a state that is public no more is gone from them too
_MOST_CHANGES = 200
_OFFERED = frozenset({"bundle", "csv", "tei", "html", "docx", "epub"})


@dataclass(frozen=True, slots=True)
class _Reader:
    """What somebody reads, and as whom."""

    state: FrozenState
    is_member: bool = False
    link: str = ""

    @property
    def query(self) -> str:
        """What addresses need to go on with."""
        return f"link={self.link}" if self.link else ""

    @property
    def more(self) -> str:
        """The same, after other parameters."""
        return f"&{self.query}" if self.link else ""


View = Callable[[HttpRequest, _Reader], HttpResponse]


def _readable(view: View) -> Callable[..., HttpResponse]:
    """Make a view of what somebody reads a page that caches may keep where it is public."""

    @wraps(view)
    def reading(request: HttpRequest, address: str) -> HttpResponse:
        state = find_public(address)
        if state is not None:
            return _for_everybody(request, state, view)
        if "link" in request.GET:
            state = find_by_link(address, request.GET["link"])
            if state is None:
                raise Http404
            return _for_oneself(view(request, _Reader(state, link=request.GET["link"])))
        return _as_member(request, address, view)

    return gzip_page(reading)


def _for_everybody(request: HttpRequest, state: FrozenState, view: View) -> HttpResponse:
    """Answer the same to all; 304 to who has it already."""
    tag = quote_etag(f"{state.digest[:20]}-{state.version}-{_address_digest(request)}")
    held = get_conditional_response(request, etag=tag)
    if held is not None:
        return held
    response = view(request, _Reader(state))
    if response.status_code == 200:
        response["ETag"] = tag
        patch_cache_control(response, public=True, max_age=_KEPT_BY_CACHES)
    return response


def _address_digest(request: HttpRequest) -> str:
    """Return what tells the pages of a state apart in their ETags: made of the whole address."""
    return hashlib.sha256(f"{request.path}?{request.GET.urlencode()}".encode()).hexdigest()[:20]


def _for_oneself(response: HttpResponse) -> HttpResponse:
    patch_cache_control(response, private=True, no_store=True)
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"  # the address holds the link's secret
    return response


def _as_member(request: HttpRequest, address: str, view: View) -> HttpResponse:
    def reading(request: HttpRequest) -> HttpResponse:
        state = find_frozen(request.user, address)
        if state is None:
            raise Http404
        return _for_oneself(view(request, _Reader(state, is_member=True)))

    response: HttpResponse = login_required(reading)(request)
    return response


@require_safe
@_readable
def show_frozen(request: HttpRequest, reader: _Reader) -> HttpResponse:
    """Show a page of a frozen state; `at` leads to a passage by its reference."""
    refuse_unknown(request.GET, {"page", "at", "link"})
    state, text = reader.state, _reading(reader.state)
    if "at" in request.GET:
        return _lead_to(reader, request.GET["at"])
    number = read_digits(request.GET.get("page", "1"), longest=6) or 0
    try:
        sheet = text.sheet(number)
    except IndexError as error:
        raise Http404(str(error)) from error
    cited = _cited(request, state, "")
    context = {
        "state": state,
        "work": text.work,
        "live": state.work if reader.is_member else None,
        "sheet": sheet,
        "reader": reader,
        "url": cited.url,
        "citations": [(style, write(cited)) for style, write in STYLES.items()],
        "files": list(FILES),
        "formats": [one for one in FORMATS.values() if one.name in _OFFERED],
        "visibilities": FrozenState.Visibility.choices if _manages(request, reader) else (),
    }
    return render(request, "web/publishing/frozen.html", context)


@require_safe
@_readable
def send_file(request: HttpRequest, reader: _Reader) -> HttpResponse:
    """Send a frozen state as a file; as a bundle it is byte for byte what was frozen."""
    refuse_unknown(request.GET, {"format", "link"})
    try:
        file = file_of(reader.state, choose_one("format", request.GET.get("format", "bundle"), list(FORMATS)))
    except Conflict as error:
        raise BadRequest(error.detail) from error
    return attachment(file.data, file.name, file.media_type)


@require_safe
@_readable
def send_citation(request: HttpRequest, reader: _Reader) -> HttpResponse:
    """Send how a frozen state, or a passage of it, is cited."""
    refuse_unknown(request.GET, {"format", "passage", "link"})
    style = choose_one("format", request.GET.get("format", "bibtex"), [*FILES, *STYLES])
    written = cite(style, _cited(request, reader.state, request.GET.get("passage", "")))
    if style in STYLES:
        return HttpResponse(written, content_type="text/plain; charset=utf-8")
    return attachment(written, f"{_stem(reader.state)}.{_ENDS[style]}", f"{_MEDIA[style]}; charset=utf-8")


@require_safe
@_readable
def show_changes(request: HttpRequest, reader: _Reader) -> HttpResponse:
    """Say what changed since: in another frozen state (`to`) that one may read too, for members also in the work."""
    refuse_unknown(request.GET, {"to", "link"})
    state = reader.state
    later = _later(request, reader)
    work = state.work
    if later is None and (not reader.is_member or work is None):
        raise Http404
    if later is not None:
        now = read_record(later)
        keeps = state.remarks != "none" and later.remarks != "none"
    else:
        assert work is not None
        now, keeps = export_work(actor=request.user, work=work).works[0], state.remarks != "none"  # type: ignore[arg-type]
    changes = changes_between(read_record(state), now, with_threads=keeps)
    context = {
        "state": state,
        "later": later,
        "changes": changes,
        "texts": [set_change(one, place) for place, one in enumerate(changes.texts[:_MOST_CHANGES])],
        "reader": reader,
        "work": read_record(state),
        "keeps_threads": keeps,
    }
    return render(request, "web/publishing/changes.html", context)


def _later(request: HttpRequest, reader: _Reader) -> FrozenState | None:
    if "to" not in request.GET:
        return None
    address = request.GET["to"]
    found = find_public(address) or (find_frozen(request.user, address) if reader.is_member else None)
    if found is None or found.work_id is None or found.work_id != reader.state.work_id:
        raise Http404
    return found


def _lead_to(reader: _Reader, reference: str) -> HttpResponse:
    entry = _find(reader.state, reference)
    if entry is None:
        raise Http404(f"No passage is called {reference}.")
    query = "&".join(filter(None, (f"page={entry.page}" if entry.page > 1 else "", reader.query)))
    address = reverse("web:frozen", args=[reader.state.address])
    return redirect(f"{address}{'?' if query else ''}{query}#{entry.element_id}")


def _cited(request: HttpRequest, state: FrozenState, passage: str) -> Cited:
    url = request.build_absolute_uri(reverse("web:frozen", args=[state.address]))
    if passage:
        entry = _find(state, passage)
        url += f"#{entry.element_id}" if entry and entry.page == 1 else f"?at={passage.replace(' ', '.')}"
    return cited_of(state, url, passage)


def _reading(state: FrozenState) -> Reading:
    return Reading(read_record(state), state.view)


def _find(state: FrozenState, reference: str) -> Entry | None:
    return _reading(state).find(reference)


def _stem(state: FrozenState) -> str:
    return f"{read_record(state).slug or 'work'}-frozen-{state.number}"


def _manages(request: HttpRequest, reader: _Reader) -> bool:
    return reader.is_member and role_in(request.user, reader.state.workspace_id) == "owner"
