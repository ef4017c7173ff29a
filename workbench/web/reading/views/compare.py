"""The compare page: rows of passages, a column for each translation."""

from functools import partial

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from workbench.corpus.glossary import glossary_of
from workbench.corpus.models import Work
from workbench.corpus.queries import translations_of
from workbench.text.words.digits import read_digits
from workbench.web.discussion.margins import read_margins
from workbench.web.discussion.standings import read_standings
from workbench.web.discussion.watching import cursor_of
from workbench.web.reading.chapters import read_chapters
from workbench.web.reading.choices import Choices
from workbench.web.reading.comparison import find_page, place_of, set_rows
from workbench.web.reading.overview import draw_overview
from workbench.web.reading.passage_pages import PassagePage
from workbench.web.reading.state import CompareState, read_state
from workbench.web.site.lookups import find_passage, find_work
from workbench.web.site.pages import PersonRequest, page, rights_in

__all__ = ["show_comparison"]


@require_safe
@page
def show_comparison(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """Show 25 passages in the translations, the view and with the marks that the address asks for.

    `only` (a passage's id) shows one passage: scripts ask for it to draw that row anew.
    """
    work = find_work(request.user, workspace, slug)
    translations = list(translations_of(work))
    query = request.GET.copy()
    only = query.pop("only", [])
    state = read_state(query, translations)
    if state is not None and "go" in request.GET:
        return _go_to(request, work, state)
    context: dict[str, object] = {"work": work, **rights_in(request.user, work.workspace_id)}
    context["cursor"] = cursor_of(request.user, work)  # before what is shown is read, so that nothing is missed
    if state is not None:
        shown = PassagePage([find_passage(work, _pk_in(only[0]))]) if only else find_page(work, state)
        margins = read_margins(request.user, shown.passages)
        standings = partial(read_standings, request.user)
        context |= set_rows(work, state, shown, margins, standings, glossary_of(work))
        context["choices"] = Choices(state, translations)
        context["strip"] = draw_overview(shown.passages, margins.open_threads)
        context["chapters"] = read_chapters(work, state, shown.passages)
    return render(request, "web/reading/compare.html", context)


def _pk_in(only: str) -> int:
    pk = read_digits(only)
    if pk is None:
        raise BadRequest(gettext("For “only”, the number of a passage is expected."))
    return pk


def _go_to(request: PersonRequest, work: Work, state: CompareState) -> HttpResponse:
    """Lead from a reference that was typed to the place on the page where it stands, or to a page of what it names."""
    address = reverse("web:compare", args=[work.workspace.slug, work.slug])
    place = place_of(work, state)
    if place is None:
        messages.warning(request, gettext("There is no passage “%(reference)s” here.") % {"reference": state.at})
        return redirect(f"{address}?{state.changed(at='').query}")
    query, fragment = place
    return redirect(f"{address}?{query}{fragment}")
