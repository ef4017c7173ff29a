"""The collation of a passage: all its texts in one table, word under word."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from workbench.corpus.queries import passage_after, passage_before, translations_of
from workbench.web.discussion.margins import read_margins
from workbench.web.discussion.watching import cursor_of
from workbench.web.reading.collation_page import read_collation
from workbench.web.reading.collation_state import read_collation_state
from workbench.web.site.lookups import find_passage, find_work
from workbench.web.site.pages import PersonRequest, page, rights_in

__all__ = ["show"]


@require_safe
@page
def show(request: PersonRequest, workspace: str, slug: str, pk: int) -> HttpResponse:
    """Show the texts of a passage aligned: those in the base's language, unless others are chosen."""
    work = find_work(request.user, workspace, slug)
    passage = find_passage(work, pk)
    translations = list(translations_of(work))
    state = read_collation_state(request.GET, translations)
    context: dict[str, object] = {"work": work, "passage": passage, "state": state}
    context["cursor"] = cursor_of(request.user, work)  # before what is shown is read, so that nothing is missed
    if state is not None:
        context |= read_collation(work, passage, state, translations)
        context["row"] = {"passage": passage, "notes": read_margins(request.user, [passage]).notes[passage.pk]}
    context |= {
        "before": passage_before(passage),
        "after": passage_after(passage),
        **rights_in(request.user, work.workspace_id),
    }
    return render(request, "web/reading/collation.html", context)
