"""The glossary of a work: its terms and those of its workspace; adding, changing, taking out, bringing a file."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from workbench.accounts.models import Role
from workbench.accounts.permissions import require_role
from workbench.attachments import attachment
from workbench.corpus.actions import add_term, delete_term, edit_term, import_terms
from workbench.corpus.checking import wanted_checks
from workbench.corpus.glossary import record_of, terms_of
from workbench.corpus.models import Check, Term, Work
from workbench.interchange.terminology import MEDIA, write_glossary
from workbench.text.checking import STATUSES, query_of
from workbench.web.site.lookups import find_work
from workbench.web.site.pages import PersonRequest, page, posted, rights_in
from workbench.web.site.parameters import choose_one, posted_version, refuse_unknown
from workbench.web.typesetting.terms import STATUS_WORDS
from workbench.web.wording.forms import TermFileForm, TermForm, initial_of

__all__ = ["add", "bring", "delete", "edit", "show"]

_SIZE = 50


@require_safe
@page
def show(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """List the terms that count in a work; `format=csv` or `tbx` sends all of them as a file."""
    work = find_work(request.user, workspace, slug)
    refuse_unknown(request.GET, {"format", "page"})
    name = choose_one("format", request.GET.get("format", "html"), ["html", *MEDIA])
    if name != "html":
        data = write_glossary([record_of(one) for one in terms_of(work)], name)
        return attachment(data, f"{work.slug}-terms.{name}", MEDIA[name])
    return _list(request, work, TermFileForm(auto_id="terms-%s"))


@require_http_methods(["GET", "HEAD", "POST"])
@page
def add(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """Add a term to the glossary of the work or of its workspace."""
    work = find_work(request.user, workspace, slug)
    require_role(request.user, work.workspace_id, Role.EDITOR)
    form = TermForm(posted(request), initial={"words": request.GET.get("words", ""), "language": work.language})
    if form.is_valid():
        with form.showing_refusals():
            scope = work if form.cleaned_data["scope"] == "work" else None
            term = add_term(actor=request.user, workspace=work.workspace, work=scope, **form.said)
            messages.success(request, gettext("“%(words)s” is in the glossary.") % {"words": term.words})
            return redirect(_address(work))
    context = {"work": work, "form": form, "title": gettext("Add a term"), "verb": gettext("Add it")}
    return render(request, "web/wording/term.html", context, status=form.status if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@page
def edit(request: PersonRequest, workspace: str, slug: str, pk: int) -> HttpResponse:
    """Change a term."""
    work = find_work(request.user, workspace, slug)
    term = _find(work, pk)
    require_role(request.user, work.workspace_id, Role.EDITOR)
    form = TermForm(posted(request), initial=initial_of(term), is_new=False)
    if form.is_valid():
        with form.showing_refusals():
            version = form.cleaned_data["version"] or 0
            edit_term(actor=request.user, term=term, version=version, changes=form.said)
            return redirect(_address(work))
    context = {"work": work, "form": form, "term": term, "title": term.words, "verb": gettext("Save")}
    return render(request, "web/wording/term.html", context, status=form.status if form.errors else 200)


@require_POST
@page
def delete(request: PersonRequest, workspace: str, slug: str, pk: int) -> HttpResponse:
    """Take a term out."""
    work = find_work(request.user, workspace, slug)
    term = _find(work, pk)
    delete_term(actor=request.user, term=term, version=posted_version(request.POST))
    messages.success(request, gettext("“%(words)s” is no longer in the glossary.") % {"words": term.words})
    return redirect(_address(work))


@require_POST
@page
def bring(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """Bring a file of terms."""
    work = find_work(request.user, workspace, slug)
    require_role(request.user, work.workspace_id, Role.EDITOR)
    form = TermFileForm(request.POST, request.FILES, auto_id="terms-%s")
    if form.is_valid():
        with form.showing_refusals():
            scope = work if form.cleaned_data["scope"] == "work" else None
            data = form.cleaned_data["file"].read()
            done = import_terms(actor=request.user, workspace=work.workspace, work=scope, data=data)
            messages.success(
                request,
                gettext("%(added)s added, %(changed)s changed, %(same)s as they were.")
                % {"added": done.added, "changed": done.changed, "same": done.same},
            )
            return redirect(_address(work))
    return _list(request, work, form, status=form.status)


def _list(request: PersonRequest, work: Work, form: TermFileForm, status: int = 200) -> HttpResponse:
    shown = Paginator(terms_of(work), _SIZE).get_page(request.GET.get("page"))
    context: dict[str, object] = {
        "work": work,
        "page": shown,
        "rows": [(term, query_of(term.words), _by_status(term)) for term in shown],
        "broken": wanted_checks(work).filter(kind="term", state=Check.State.OPEN).count(),
        "form": form,
        **rights_in(request.user, work.workspace_id),
    }
    return render(request, "web/wording/terms.html", context, status=status)


def _by_status(term: Term) -> list[tuple[str, str, list[dict[str, str]]]]:
    groups = [
        (one, str(STATUS_WORDS[one]), [said for said in term.renderings if said["status"] == one]) for one in STATUSES
    ]
    return [group for group in groups if group[2]]


def _find(work: Work, pk: int) -> Term:
    found = terms_of(work).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _address(work: Work) -> str:
    return reverse("web:terms", args=[work.workspace.slug, work.slug])
