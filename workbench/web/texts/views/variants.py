"""Entering and changing texts, on a page or in place."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRefresh

from workbench.accounts.models import Role
from workbench.accounts.permissions import require_role
from workbench.corpus.actions import enter_variant
from workbench.corpus.models import Passage, Translation, Variant, Work
from workbench.corpus.proofing import proofread
from workbench.corpus.queries import merge_edits
from workbench.review.actions import revise_variant
from workbench.text import with_lf_line_ends
from workbench.web.site.lookups import find_cell, find_passage, find_translation, find_work
from workbench.web.site.pages import PersonRequest, page, posted
from workbench.web.texts.forms import TextForm
from workbench.web.texts.history import compare_states
from workbench.web.typesetting.checks import CHECK_WORDS
from workbench.web.typesetting.excerpts import excerpts_of
from workbench.web.typesetting.findings import retold

__all__ = ["edit", "enter", "proof"]

_TEXT_FIELDS = ("text", "presence", "reason")


@require_http_methods(["GET", "HEAD", "POST"])
@page
def enter(request: PersonRequest, workspace: str, slug: str, pk: int, translation: int) -> HttpResponse:
    """Enter what a translation says for a passage for the first time."""
    work = find_work(request.user, workspace, slug)
    passage = find_passage(work, pk)
    column = find_translation(work, translation)
    require_role(request.user, work.workspace_id, Role.EDITOR)
    form = TextForm(posted(request), translation=column)
    if form.is_valid():
        given = {name: form.cleaned_data[name] for name in _TEXT_FIELDS}
        with form.showing_refusals():
            enter_variant(actor=request.user, passage=passage, translation=column, **given)
            return _saved(request, passage, work)
    return _text_form(request, form, passage, column, {"work": work})


@require_http_methods(["GET", "HEAD", "POST"])
@page
def edit(request: PersonRequest, workspace: str, slug: str, pk: int, variant: int) -> HttpResponse:
    """Change a text, with a reason. Who comes second sees both texts, and loses neither."""
    work, passage, row = find_cell(request.user, workspace, slug, pk, variant)
    require_role(request.user, work.workspace_id, Role.EDITOR)
    form = TextForm(request.POST, translation=row.translation) if request.method == "POST" else TextForm.of(row)
    context: dict[str, object] = {"work": work, "variant": row}
    if form.is_valid():
        given = {name: form.cleaned_data[name] for name in _TEXT_FIELDS}
        version = form.cleaned_data["version"] or 0
        with form.showing_refusals():
            revise_variant(actor=request.user, variant=row, version=version, **given)
            return _saved(request, passage, work)
        if isinstance(form.current, Variant):
            mine = with_lf_line_ends(given["text"])
            context["changes"] = compare_states(form.current.text, mine)
            context["merged"] = merge_edits(form.current, mine, version)
    return _text_form(request, form, passage, row.translation, context)


@require_POST
@page
def proof(request: PersonRequest, workspace: str, slug: str, pk: int, translation: int) -> HttpResponse:
    """Answer what the checks find in a text that is being typed; nothing is stored."""
    work = find_work(request.user, workspace, slug)
    passage = find_passage(work, pk)
    column = find_translation(work, translation)
    require_role(request.user, work.workspace_id, Role.EDITOR)
    sigla = dict(work.translations.values_list("pk", "siglum"))
    found = [
        (CHECK_WORDS[one.kind], retold(one.note), [(sigla.get(says.witness, "?"), says.words) for says in one.others])
        for one in proofread(passage, column, with_lf_line_ends(request.POST.get("text", "")))
    ]
    return render(request, "web/texts/proof.html", {"found": found})


def _text_form(
    request: PersonRequest, form: TextForm, passage: Passage, column: Translation, context: dict[str, object]
) -> HttpResponse:
    """Show the form as a page, or only the form where it is opened in place; what the others say stands beside it."""
    template = "web/texts/text_form.html" if request.htmx else "web/texts/text_page.html"
    status = form.status if form.errors else 200
    others = (
        passage.variants.exclude(translation=column).select_related("translation").order_by("translation__position")
    )
    context = {**context, "passage": passage, "translation": column, "form": form, "excerpts": excerpts_of(others, [])}
    return render(request, template, context, status=status)


def _saved(request: PersonRequest, passage: Passage, work: Work) -> HttpResponse:
    """Show the text where it stands: in place by reading the page anew, else on the passage's page."""
    return HttpResponseClientRefresh() if request.htmx else _to(passage, work)


def _to(passage: Passage, work: Work) -> HttpResponse:
    return redirect("web:passage", work.workspace.slug, work.slug, passage.pk)
