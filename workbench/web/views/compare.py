"""The compare page: rows of passages, a column for each translation."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from workbench.accounts.models import User
from workbench.corpus.models import Work
from workbench.corpus.queries import WorkRules, translations_of, variants_by_cell
from workbench.web.lookups import find_work
from workbench.web.margins import read_margins
from workbench.web.pages import PersonRequest, page, rights_in
from workbench.web.reading.apparatus import ApparatusTable
from workbench.web.reading.cells import Table
from workbench.web.reading.choices import Choices
from workbench.web.reading.pages import read_page
from workbench.web.reading.state import CompareState, read_state

__all__ = ["show_comparison"]


@require_safe
@page
def show_comparison(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """Show 25 passages in the translations, the view and with the marks that the address asks for."""
    work = find_work(request.user, workspace, slug)
    translations = list(translations_of(work))
    state = read_state(request.GET, translations)
    if state is not None and "go" in request.GET:
        return _go_to(request, work, state)
    context: dict[str, object] = {"work": work, **rights_in(request.user, work.workspace_id)}
    if state is not None:
        context |= _table(request.user, work, state) | {"choices": Choices(state, translations)}
    return render(request, "web/compare/compare.html", context)


def _table(user: User, work: Work, state: CompareState) -> dict[str, object]:
    shown = read_page(work, state.at)
    variants = variants_by_cell(shown.passages, state.columns)
    kind = ApparatusTable if state.view == "apparatus" else Table
    table = kind(state, variants, read_margins(user, shown.passages), WorkRules(work))
    neighbours = {"before": state.changed(at=shown.before).query, "after": state.changed(at=shown.after).query}
    return {"state": state, "page": shown, "rows": table.read_rows(shown.passages), **neighbours}


def _go_to(request: PersonRequest, work: Work, state: CompareState) -> HttpResponse:
    """Lead from a reference that was typed to the place on the page where it stands."""
    passage = work.passages.filter(reference=state.at).first()
    address = reverse("web:compare", args=[work.workspace.slug, work.slug])
    if passage is None:
        messages.warning(request, f"There is no passage “{state.at}” here.")
        return redirect(f"{address}?{state.changed(at='').query}")
    return redirect(f"{address}?{state.query}#p-{passage.pk}")
