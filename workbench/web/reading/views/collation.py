"""The collation of a passage: all its texts in one table, word under word."""

from collections.abc import Mapping

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from workbench.corpus.corrections import corrections_of, links_of
from workbench.corpus.models import Passage
from workbench.corpus.queries import passage_after, passage_before, translations_of
from workbench.web.discussion.margins import read_margins
from workbench.web.discussion.watching import cursor_of
from workbench.web.reading.collation_page import Collated, read_collation
from workbench.web.reading.collation_state import CollationState, read_collation_state
from workbench.web.reading.correcting import read_place
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
        context |= _corrections(passage, state, context)
        context["row"] = {"passage": passage, "notes": read_margins(request.user, [passage]).notes[passage.pk]}
    context |= {
        "before": passage_before(passage),
        "after": passage_after(passage),
        **rights_in(request.user, work.workspace_id),
    }
    return render(request, "web/reading/collation.html", context)


def _corrections(passage: Passage, state: CollationState, context: Mapping[str, object]) -> dict[str, object]:
    """Return what was corrected here, undone ones left out, and the place that somebody is about to correct."""
    collated = context.get("collated")
    place = read_place(collated, state.place) if isinstance(collated, Collated) and state.place else None
    corrections = corrections_of(passage).filter(undone_at=None)
    return {"corrections": corrections, "said_links": links_of(passage), "place": place}
