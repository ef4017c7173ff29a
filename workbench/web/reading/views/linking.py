"""Which words of a passage answer each other, for scripts: asked for when somebody points at a word of a page."""

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from workbench.corpus.actions import LinkedWords, forget_link, link_words, part_words
from workbench.corpus.models import ConfirmedLink, Passage
from workbench.corpus.queries import translations_of
from workbench.text import Span
from workbench.text.words.digits import read_digits
from workbench.web.reading.links import list_links
from workbench.web.reading.state import read_state
from workbench.web.site.lookups import find_passage, find_variant, find_work
from workbench.web.site.pages import PersonRequest, page

__all__ = ["forget", "show"]

_SAYS = {"confirmed": link_words, "parted": part_words}


@require_http_methods(["GET", "HEAD", "POST"])
@page
def show(request: PersonRequest, workspace: str, slug: str, pk: int) -> HttpResponse:
    """Answer which words of the base answer which of the other columns, as the address of the page has them.

    A POST says of two words that they answer each other, or don't (`verdict`), and is answered alike.
    """
    work = find_work(request.user, workspace, slug)
    passage = find_passage(work, pk)
    if request.method == "POST":
        _say(request, passage)
    state = read_state(request.GET, list(translations_of(work)))
    if state is None:
        raise Http404
    return JsonResponse({"links": list(list_links(work, passage, state))})


@require_POST
@page
def forget(request: PersonRequest, workspace: str, slug: str, pk: int, link: int) -> HttpResponse:
    """Take back what was said of two words; back to the collation of their passage."""
    work = find_work(request.user, workspace, slug)
    passage = find_passage(work, pk)
    row = get_object_or_404(ConfirmedLink.objects.visible_to(request.user), pk=link, passage=passage)
    forget_link(actor=request.user, link=row)
    messages.success(request, gettext("What was said of these words is taken back."))
    return redirect(f"{reverse('web:collation', args=[workspace, slug, pk])}#said-links")


def _say(request: PersonRequest, passage: Passage) -> None:
    say = _SAYS.get(request.POST.get("verdict", ""))
    if say is None:
        raise BadRequest(gettext("verdict: one of %(known)s is expected.") % {"known": ", ".join(_SAYS)})
    left, right = (_words(request.POST, passage, side) for side in ("left", "right"))
    say(actor=request.user, left=left, right=right, reason=request.POST.get("reason", ""))


def _words(given: QueryDict, passage: Passage, side: str) -> LinkedWords:
    numbers = [read_digits(given.get(name, "")) for name in (side, f"{side}_start", f"{side}_end")]
    variant, start, end = (_whole(number, side) for number in numbers)
    return LinkedWords(find_variant(passage, variant), Span(start, end))


def _whole(number: int | None, side: str) -> int:
    if number is None:
        raise BadRequest(gettext("%(side)s: a variant and the offsets of its words are expected.") % {"side": side})
    return number
