"""The compare page, for readers."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from workbench.web.public.pages import Visit, open_page
from workbench.web.public.pages import show as show_page
from workbench.web.public.remarks import read_open_margins
from workbench.web.reading.chapters import read_chapters
from workbench.web.reading.choices import Choices
from workbench.web.reading.comparison import find_page, place_of, set_rows
from workbench.web.reading.state import CompareState, read_state

__all__ = ["show"]


@open_page
def show(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show passages in the translations, the view and with the marks that the address asks for."""
    translations = visit.translations()
    state = read_state(visit.query, translations)
    if state is None:
        return show_page(request, visit, "web/public/compare.html", {})
    if "go" in visit.query:
        return _go_to(request, visit, state)
    shown = find_page(visit.work, state)
    context = set_rows(visit.work, state, shown, read_open_margins(visit, shown.passages), lambda _: {})
    context |= {"choices": Choices(state, translations), "witnesses": state.columns}
    context["chapters"] = read_chapters(visit.work, state, shown.passages)
    return show_page(request, visit, "web/public/compare.html", context)


def _go_to(request: HttpRequest, visit: Visit, state: CompareState) -> HttpResponse:
    place = place_of(visit.work, state)
    if place is None:
        context = {"sought": state.at, "state": None}
        return show_page(request, visit, "web/public/nowhere.html", context)
    query, fragment = place
    return redirect(f"{request.path}?{query}{fragment}")
