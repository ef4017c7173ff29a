"""The variation page: how far the translations of a work part, where, and which are nearest kin."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from workbench.corpus.comparing import survey_work
from workbench.corpus.measuring_limits import MOST_PASSAGES
from workbench.corpus.queries import translations_of
from workbench.web.site.lookups import find_work
from workbench.web.site.pages import PersonRequest, page
from workbench.web.variation.choices import VariationChoices
from workbench.web.variation.figures import read_figures
from workbench.web.variation.state import read_variation_state

__all__ = ["show_measures", "show_variation"]


@require_safe
@page
def show_variation(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """Show the overview, the passages in order of their variation, and the distances of the translations."""
    work = find_work(request.user, workspace, slug)
    translations = list(translations_of(work))
    state = read_variation_state(request.GET, translations)
    survey = survey_work(work, state.translations, first=state.first, last=state.last, ignore=state.ignore)
    context: dict[str, object] = {"work": work, "state": state, "choices": VariationChoices(state, translations)}
    return render(request, "web/variation/variation.html", context | read_figures(survey, state))


@require_safe
def show_measures(request: HttpRequest) -> HttpResponse:
    """Explain the measures: formulas, sources, parameters."""
    return render(request, "web/variation/measures.html", {"most_measured": MOST_PASSAGES})
