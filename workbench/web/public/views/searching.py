"""The concordance of one work, for readers."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse

from workbench.accounts.errors import Invalid
from workbench.corpus import limits
from workbench.web.public.pages import Visit, open_page, show
from workbench.web.search.asking import read_asked
from workbench.web.search.finding import find_texts

__all__ = ["show_places"]


@open_page
def show_places(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show one page of the places of words in the texts; `after` is the id of the last text that was read."""
    asked = replace(read_asked(visit.query), kind="texts", view="lines", is_file=False)
    asked = replace(asked, workspace=visit.work.workspace.slug, work=visit.work.slug)
    context: dict[str, object] = {"words": asked.words, "longest": limits.SEARCH, "asked": asked}
    status = 200
    if asked.words.strip():
        try:
            context |= find_texts(visit.reader, asked.search(visit.reader), asked)
        except Invalid as error:
            context["problem"], status = next(iter(error.fields.values()), error.detail), 422
    response = show(request, visit, "web/public/search.html", context)
    response.status_code = status
    return response
