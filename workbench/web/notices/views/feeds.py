"""What happened in a work, as a feed, for a session or for whoever has the address with a token."""

import hashlib
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from workbench.accounts.actions import note_token_use
from workbench.accounts.errors import TooOften
from workbench.accounts.queries import find_feed_token
from workbench.accounts.rates import wait_for
from workbench.corpus.models import Translation, Work
from workbench.notices.feeds import read_feed
from workbench.text.words.digits import read_digits
from workbench.web.notices.atom import CONTENT_TYPE, Feed, write_atom
from workbench.web.site.lookups import find_translation, find_work
from workbench.web.site.pages import PersonRequest, page
from workbench.web.site.parameters import choose_one, refuse_unknown

__all__ = ["show_feed"]


@require_safe
def show_feed(request: HttpRequest, workspace: str, slug: str) -> HttpResponse:
    """Send a feed to who is signed in, or to the person whose feed token the address has."""
    if "token" in request.GET:
        token = find_feed_token(request.GET["token"], now=timezone.now())
        if token is None:
            raise Http404
        note_token_use(token=token)
        request.user = token.user
    return _send(request, workspace, slug)


@page
def _send(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """Send the feed of a work, of one of its translations, or of comments; 304 to who has it, which is not counted."""
    refuse_unknown(request.GET, {"token", "translation", "only"})
    work = find_work(request.user, workspace, slug)
    translation = _translation(request, work)
    only = choose_one("only", request.GET.get("only", ""), ["", "comments"])
    return _answer(request, write_atom(_feed(request, work, translation, only)))


def _feed(request: PersonRequest, work: Work, translation: Translation | None, only: str) -> Feed:
    asked = {"translation": translation.pk if translation else None, "only": only}
    query = urlencode({name: value for name, value in asked.items() if value})
    which = f"?{query}" if query else ""
    return Feed(
        site=settings.SITE_URL,
        host=urlsplit(settings.SITE_URL).hostname or "localhost",
        name=f"work/{work.pk}{which}",
        title=_title(work, translation, only),
        address=f"{request.path}{which}",
        page=reverse("web:work", args=[work.workspace.slug, work.slug]),
        since=work.created_at,
        entries=read_feed(request.user, work, translation=translation, only_comments=bool(only)),
    )


def _answer(request: PersonRequest, document: bytes) -> HttpResponse:
    tag = f'"{hashlib.sha256(document).hexdigest()[:20]}"'
    response = HttpResponse(document, content_type=CONTENT_TYPE, headers={"ETag": tag})
    held = get_conditional_response(request, etag=tag, response=response)
    if held is not None and held.status_code == 304:
        return held
    if wait := wait_for(f"feed:{request.user.pk}", settings.FEED_RATE):
        raise TooOften(
            gettext("Feeds are expected to be asked for less often; again in %(wait)s s.") % {"wait": wait}, wait=wait
        )
    return response


def _translation(request: PersonRequest, work: Work) -> Translation | None:
    if "translation" not in request.GET:
        return None
    return find_translation(work, read_digits(request.GET["translation"], longest=15) or 0)


def _title(work: Work, translation: Translation | None, only: str) -> str:
    what = "Comments on " if only else ""
    return f"{what}{work.title}" + (f" ({translation.siglum})" if translation else "")
