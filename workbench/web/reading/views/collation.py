"""The collation of a passage: all its texts in one table, word under word."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from workbench.corpus.measuring_limits import check_collation
from workbench.corpus.models import Work
from workbench.corpus.queries import WorkRules, passage_after, passage_before, translations_of
from workbench.corpus.units import read_units
from workbench.web.discussion.margins import read_margins
from workbench.web.discussion.watching import cursor_of
from workbench.web.reading.collating import Witnesses, collate_texts, find_witnesses
from workbench.web.reading.collation_state import CollationChoices, CollationState, read_collation_state
from workbench.web.reading.collation_table import read_alignment
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
        units = read_units(work.pk, [passage], translations)
        witnesses = find_witnesses(passage, state.chosen, translations, units)
        context |= {"choices": CollationChoices(state, translations), "neighbour_query": state.changed(start=1).query}
        context |= _align(work, state, witnesses)
        context["row"] = {"passage": passage, "notes": read_margins(request.user, [passage]).notes[passage.pk]}
    context |= {
        "before": passage_before(passage),
        "after": passage_after(passage),
        **rights_in(request.user, work.workspace_id),
    }
    return render(request, "web/reading/collation.html", context)


def _align(work: Work, state: CollationState, witnesses: Witnesses) -> dict[str, object]:
    if not witnesses.collated:
        return {}
    check_collation(witnesses.texts)
    collation = collate_texts(
        witnesses.texts, state.ignore, WorkRules(work).of(witnesses.unit.passages[0]), state.grain
    )
    table = read_alignment(collation, witnesses.collated, state.start)
    neighbours = {
        "columns_before": state.changed(start=table.before).query if table.before else "",
        "columns_after": state.changed(start=table.after).query if table.after else "",
    }
    choosable = [
        (one, state.with_witness(one.translation).query if one.is_choosable else "") for one in witnesses.left_out
    ]
    unit = witnesses.unit if witnesses.unit.is_joined else None
    return {"table": table, "unit": unit, "left_out": choosable, **neighbours}
