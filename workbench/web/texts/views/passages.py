"""The passage page: all that the translations say there; and how a passage comes to be and is called."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from workbench.accounts.models import Role, User
from workbench.accounts.permissions import require_role
from workbench.corpus.actions import add_passage, edit_passage
from workbench.corpus.glossary import glossary_of
from workbench.corpus.models import Passage, Work
from workbench.corpus.queries import WorkRules, passage_after, passage_before, translations_of
from workbench.corpus.units import read_units
from workbench.web.discussion.margins import read_margins
from workbench.web.discussion.standings import read_standings
from workbench.web.discussion.watching import cursor_of
from workbench.web.reading.cells import Row, Table
from workbench.web.reading.pairing import list_suggestions
from workbench.web.reading.state import CompareState, read_passage_state
from workbench.web.site.lookups import find_passage, find_work
from workbench.web.site.pages import PersonRequest, page, posted, rights_in
from workbench.web.texts.forms import PassageDetailsForm, PassageForm

__all__ = ["create", "rename", "show"]


@require_safe
@page
def show(request: PersonRequest, workspace: str, slug: str, pk: int) -> HttpResponse:
    """Show a passage in all translations, compared with the base that the address names."""
    work = find_work(request.user, workspace, slug)
    passage = find_passage(work, pk)
    translations = list(translations_of(work))
    state = read_passage_state(request.GET, translations)
    cursor = cursor_of(request.user, work)  # before what is shown is read, so that nothing is missed
    row = _read_row(request.user, work, passage, state) if state else None
    rights = rights_in(request.user, work.workspace_id)
    context = {
        "work": work,
        "passage": passage,
        "cursor": cursor,
        "translations": translations,
        "state": state,
        "row": row,
        "suggestions": list_suggestions(row.pairs) if row and rights["may_write"] else (),
        "before": passage_before(passage),
        "after": passage_after(passage),
        **rights,
    }
    return render(request, "web/texts/passage.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@page
def create(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """Add a passage to a work, then show it, so that its texts can be entered."""
    work = find_work(request.user, workspace, slug)
    require_role(request.user, work.workspace_id, Role.EDITOR)
    form = PassageForm(posted(request))
    if form.is_valid():
        with form.showing_refusals():
            return _to(add_passage(actor=request.user, work=work, **form.cleaned_data), work)
    context = {"form": form, "form_title": gettext("Add a passage"), "verb": gettext("Add it"), "work": work}
    return render(request, "web/texts/work_form.html", context, status=form.status if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@page
def rename(request: PersonRequest, workspace: str, slug: str, pk: int) -> HttpResponse:
    """Change how a passage is called and where it stands."""
    work = find_work(request.user, workspace, slug)
    passage = find_passage(work, pk)
    require_role(request.user, work.workspace_id, Role.EDITOR)
    initial: dict[str, str | int] = {"reference": passage.reference, "heading": passage.heading}
    initial |= {"position": passage.position, "version": passage.version}
    form = PassageDetailsForm(posted(request), initial=initial)
    if form.is_valid():
        changes = {name: form.cleaned_data[name] for name in ("reference", "heading")}
        version = form.cleaned_data["version"] or 0
        with form.showing_refusals():
            place = form.cleaned_data["position"]
            said = {"version": version, "changes": changes, "position": place}
            return _to(edit_passage(actor=request.user, passage=passage, **said), work)
    title = gettext("Passage %(reference)s") % {"reference": initial["reference"]}
    context = {"form": form, "form_title": title, "verb": gettext("Save"), "work": work}
    return render(request, "web/texts/work_form.html", context, status=form.status if form.errors else 200)


def _read_row(user: User, work: Work, passage: Passage, state: CompareState) -> Row:
    units = read_units(work.pk, [passage], state.columns)
    standings = read_standings(user, units.variants.values())
    table = Table(state, units, read_margins(user, [passage], None), WorkRules(work), standings, glossary_of(work))
    return table.read_rows([passage])[0]


def _to(passage: Passage, work: Work) -> HttpResponse:
    return redirect("web:passage", work.workspace.slug, work.slug, passage.pk)
