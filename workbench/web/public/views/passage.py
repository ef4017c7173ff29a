"""A passage, for readers: its texts, their table, and which words answer each other."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse

from workbench.corpus.models import Passage
from workbench.corpus.queries import passage_after, passage_before
from workbench.web.public.pages import Visit, open_page, show
from workbench.web.public.remarks import read_open_margins
from workbench.web.reading.collation_page import read_collation
from workbench.web.reading.collation_state import read_collation_state
from workbench.web.reading.comparison import set_rows
from workbench.web.reading.links import list_links
from workbench.web.reading.passage_pages import PassagePage
from workbench.web.reading.state import read_passage_state, read_state
from workbench.web.site.lookups import find_passage

__all__ = ["passage_page", "send_links", "show_collation", "show_passage"]


@open_page
def show_passage(request: HttpRequest, visit: Visit, pk: int) -> HttpResponse:
    """Show a passage in all translations, compared with the base that the address names."""
    return passage_page(request, visit, pk, "web/public/passage.html")


def passage_page(request: HttpRequest, visit: Visit, pk: int, template: str) -> HttpResponse:
    """Render a passage by a template."""
    passage, translations = find_passage(visit.work, pk), visit.translations()
    state = read_passage_state(visit.query, translations)
    context = {"passage": passage, "translations": translations, "witnesses": translations, **_neighbours(passage)}
    if state is not None:
        margins = read_open_margins(visit, [passage])
        rows = set_rows(visit.work, state, PassagePage([passage]), margins, lambda _: {})
        context |= {"state": state, "rows": rows["rows"]}
    return show(request, visit, template, context)


@open_page
def show_collation(request: HttpRequest, visit: Visit, pk: int) -> HttpResponse:
    """Show the texts of a passage aligned: those in the base's language, unless others are chosen."""
    passage, translations = find_passage(visit.work, pk), visit.translations()
    state = read_collation_state(visit.query, translations)
    context = {"passage": passage, "state": state, **_neighbours(passage)}
    if state is not None:
        context |= read_collation(visit.work, passage, state, translations)
        context["witnesses"] = state.chosen
    return show(request, visit, "web/public/collation.html", context)


@open_page
def send_links(request: HttpRequest, visit: Visit, pk: int) -> HttpResponse:
    """Answer which words of the base answer which of the other columns, as the address of the page has them."""
    passage, state = find_passage(visit.work, pk), read_state(visit.query, visit.translations())
    if state is None:
        raise Http404
    return JsonResponse({"links": list(list_links(visit.work, passage, state))})


def _neighbours(passage: Passage) -> dict[str, object]:
    return {"before": passage_before(passage), "after": passage_after(passage)}
