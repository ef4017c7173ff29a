"""The compare page: rows of passages, a column for each translation."""

from collections.abc import Callable, Mapping
from functools import partial

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from workbench.accounts.models import User
from workbench.corpus.addressing import find_stretch
from workbench.corpus.glossary import glossary_of
from workbench.corpus.models import Variant, Work
from workbench.corpus.queries import WorkRules, translations_of
from workbench.corpus.units import read_units
from workbench.text.checking import Glossary
from workbench.text.words.digits import read_digits
from workbench.web.discussion.margins import read_margins
from workbench.web.discussion.standings import read_standings
from workbench.web.discussion.watching import cursor_of
from workbench.web.reading.apparatus import ApparatusTable
from workbench.web.reading.cells import Table
from workbench.web.reading.chapters import read_chapters
from workbench.web.reading.choices import Choices
from workbench.web.reading.passage_pages import PassagePage, read_page, read_stretch
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
        shown = PassagePage([find_passage(work, _key(only[0]))]) if only else _page(work, state)
        context |= _table(request.user, work, state, shown) | {"choices": Choices(state, translations)}
        context["chapters"] = read_chapters(work, state, shown.passages)
    return render(request, "web/reading/compare.html", context)


def _page(work: Work, state: CompareState) -> PassagePage:
    if not state.passages:
        return read_page(work, state.at)
    shown = read_stretch(work, state.passages)
    if shown is None:
        raise Http404
    return shown


def _table(user: User, work: Work, state: CompareState, shown: PassagePage) -> dict[str, object]:
    units = read_units(work.pk, shown.passages, state.columns)
    glossary = glossary_of(work)
    kind = _kind_of_table(user, state, units.variants, glossary)
    table = kind(state, units, read_margins(user, shown.passages), WorkRules(work))
    turned = state.changed(passages="")
    neighbours = {"before": turned.changed(at=shown.before).query, "after": turned.changed(at=shown.after).query}
    return {
        "state": state,
        "page": shown,
        "rows": table.read_rows(shown.passages),
        "glossary": glossary.entries,
        **neighbours,
    }


def _kind_of_table(
    user: User, state: CompareState, variants: Mapping[tuple[int, int], Variant], glossary: Glossary
) -> Callable[..., ApparatusTable | Table]:
    if state.view == "apparatus":
        return ApparatusTable
    marked = glossary if state.shows_terms else Glossary(())
    return partial(Table, standings=read_standings(user, variants.values()), glossary=marked)


def _key(only: str) -> int:
    pk = read_digits(only)
    if pk is None:
        raise BadRequest("For “only”, the number of a passage is expected.")
    return pk


def _go_to(request: PersonRequest, work: Work, state: CompareState) -> HttpResponse:
    """Lead from a reference that was typed to the place on the page where it stands, or to a page of what it names."""
    stretch = find_stretch(work, state.at)
    address = reverse("web:compare", args=[work.workspace.slug, work.slug])
    if stretch is None:
        messages.warning(request, f"There is no passage “{state.at}” here.")
        return redirect(f"{address}?{state.changed(at='').query}")
    if stretch.first < stretch.last:
        return redirect(f"{address}?{state.changed(at='', passages=state.at).query}")
    passage = work.passages.get(position=stretch.first)
    return redirect(f"{address}?{state.changed(at=passage.reference, passages='').query}#p-{passage.pk}")
