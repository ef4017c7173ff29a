"""The variation page, for readers: of the translations that they see."""

from django.http import HttpRequest, HttpResponse

from workbench.corpus.comparing import survey_work
from workbench.web.public.pages import Visit, open_page, show
from workbench.web.variation.choices import VariationChoices
from workbench.web.variation.figures import read_figures
from workbench.web.variation.state import read_variation_state

__all__ = ["show_variation"]


@open_page
def show_variation(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show the overview, the passages in order of their variation, and the distances of the translations."""
    translations = visit.translations()
    state = read_variation_state(visit.query, translations)
    survey = survey_work(visit.work, state.translations, first=state.first, last=state.last, ignore=state.ignore)
    context = {"state": state, "choices": VariationChoices(state, translations), "witnesses": state.translations}
    return show(request, visit, "web/public/variation.html", context | read_figures(survey, state))
