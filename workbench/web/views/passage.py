"""The passage page: all that the translations say there, and what may be done to each of these texts."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import HttpResponseClientRefresh

from workbench.accounts.models import Role, User
from workbench.accounts.permissions import require_role
from workbench.corpus.actions import add_passage, enter_variant
from workbench.corpus.models import Passage, Variant, Work
from workbench.corpus.queries import WorkRules, history_of, translations_of, variants_by_cell
from workbench.review.actions import restore_revision, revise_variant
from workbench.text import with_lf_line_ends
from workbench.web.forms.texts import PassageForm, RestoreForm, TextForm
from workbench.web.lookups import find_passage, find_translation, find_variant, find_work
from workbench.web.margins import read_margins
from workbench.web.pages import PersonRequest, page, rights_in
from workbench.web.reading.cells import Row, Table
from workbench.web.reading.history import compare_states, read_history
from workbench.web.reading.state import CompareState, read_passage_state

__all__ = ["create", "edit", "enter", "history", "restore", "show"]


_TEXT_FIELDS = ("text", "presence", "reason")


@require_safe
@page
def show(request: PersonRequest, workspace: str, slug: str, key: int) -> HttpResponse:
    """Show a passage in all translations, compared with the base that the address names."""
    work = find_work(request.user, workspace, slug)
    passage = find_passage(work, key)
    translations = list(translations_of(work))
    state = read_passage_state(request.GET, translations)
    context = {
        "work": work,
        "passage": passage,
        "translations": translations,
        "state": state,
        "row": _read_row(request.user, work, passage, state) if state else None,
        "before": work.passages.filter(position__lt=passage.position).order_by("-position").first(),
        "after": work.passages.filter(position__gt=passage.position).order_by("position").first(),
        **rights_in(request.user, work.workspace_id),
    }
    return render(request, "web/passage/passage.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@page
def create(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """Add a passage to a work, then show it, so that its texts can be entered."""
    work = find_work(request.user, workspace, slug)
    require_role(request.user, work.workspace_id, Role.EDITOR)
    form = PassageForm(request.POST or None)
    if form.is_valid():
        with form.showing_refusals():
            return _to(add_passage(actor=request.user, work=work, **form.cleaned_data), work)
    context = {"form": form, "form_title": "Add a passage", "verb": "Add it", "work": work}
    return render(request, "web/work/form.html", context, status=form.status if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@page
def enter(request: PersonRequest, workspace: str, slug: str, key: int, translation: int) -> HttpResponse:
    """Enter what a translation says for a passage for the first time."""
    work = find_work(request.user, workspace, slug)
    passage = find_passage(work, key)
    column = find_translation(work, translation)
    require_role(request.user, work.workspace_id, Role.EDITOR)
    form = TextForm(request.POST or None, translation=column)
    if form.is_valid():
        given = {name: form.cleaned_data[name] for name in _TEXT_FIELDS}
        with form.showing_refusals():
            enter_variant(actor=request.user, passage=passage, translation=column, **given)
            return _saved(request, passage, work)
    context = {"work": work, "passage": passage, "translation": column, "form": form}
    return _text_form(request, form, context)


@require_http_methods(["GET", "HEAD", "POST"])
@page
def edit(request: PersonRequest, workspace: str, slug: str, key: int, variant: int) -> HttpResponse:
    """Change a text, with a reason. Who comes second sees both texts, and loses neither."""
    work, passage, row = _find(request, workspace, slug, key, variant)
    require_role(request.user, work.workspace_id, Role.EDITOR)
    form = TextForm(request.POST, translation=row.translation) if request.method == "POST" else TextForm.of(row)
    context: dict[str, object] = {"work": work, "passage": passage, "translation": row.translation, "variant": row}
    if form.is_valid():
        given = {name: form.cleaned_data[name] for name in _TEXT_FIELDS}
        version = form.cleaned_data["version"] or 0
        with form.showing_refusals():
            revise_variant(actor=request.user, variant=row, version=version, **given)
            return _saved(request, passage, work)
        if isinstance(form.current, Variant):
            context["changes"] = compare_states(form.current.text, with_lf_line_ends(given["text"]))
    return _text_form(request, form, context)


@require_safe
@page
def history(request: PersonRequest, workspace: str, slug: str, key: int, variant: int) -> HttpResponse:
    """Show every state that a text had, each with what it changed."""
    work, passage, row = _find(request, workspace, slug, key, variant)
    states = read_history(history_of(row))
    context: dict[str, object] = {"work": work, "passage": passage, "variant": row, "translation": row.translation}
    context |= {"states": states, **rights_in(request.user, work.workspace_id)}
    return render(request, "web/passage/history.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@page
def restore(request: PersonRequest, workspace: str, slug: str, key: int, variant: int, number: int) -> HttpResponse:
    """Ask whether a former state shall come back, showing what that would change; then bring it back."""
    work, passage, row = _find(request, workspace, slug, key, variant)
    require_role(request.user, work.workspace_id, Role.EDITOR)
    revision = row.revisions.filter(number=number).first()
    if revision is None:
        raise Http404
    form = RestoreForm(request.POST or None, initial={"version": row.version})
    if form.is_valid():
        version = form.cleaned_data["version"]
        with form.showing_refusals():
            restore_revision(actor=request.user, variant=row, version=version, number=number)
            messages.success(request, f"{row.translation.siglum} reads as in revision {number} again.")
            return _to(passage, work)
    context = {"work": work, "passage": passage, "variant": row, "translation": row.translation, "form": form}
    context |= {"revision": revision, "changes": compare_states(row.text, revision.text)}
    return render(request, "web/passage/restore.html", context, status=form.status if form.errors else 200)


def _read_row(user: User, work: Work, passage: Passage, state: CompareState) -> Row:
    variants = variants_by_cell([passage], state.columns)
    return Table(state, variants, read_margins(user, [passage]), WorkRules(work)).read_rows([passage])[0]


def _find(request: PersonRequest, workspace: str, slug: str, key: int, variant: int) -> tuple[Work, Passage, Variant]:
    work = find_work(request.user, workspace, slug)
    passage = find_passage(work, key)
    return work, passage, find_variant(passage, variant)


def _text_form(request: PersonRequest, form: TextForm, context: dict[str, object]) -> HttpResponse:
    """Show the form as a page, or only the form where it is opened in place."""
    template = "web/passage/text_form.html" if request.htmx else "web/passage/text_page.html"
    status = form.status if form.errors else 200
    return render(request, template, {**context, "form": form}, status=status)


def _saved(request: PersonRequest, passage: Passage, work: Work) -> HttpResponse:
    """Show the text where it stands: in place by reading the page anew, else on the passage's page."""
    return HttpResponseClientRefresh() if request.htmx else _to(passage, work)


def _to(passage: Passage, work: Work) -> HttpResponse:
    return redirect("web:passage", work.workspace.slug, work.slug, passage.pk)
