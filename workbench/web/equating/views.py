"""Equivalent words in comparisons of a work: the rules that stand, adding one, undoing one.

A rule begins on this page, or at a difference of the compare page or the page of a passage: the address then has the
words of both sides (`left`, `right`), the `passage` and where to go afterwards (`next`). Scripts show the form beside
the difference, and are told by the event `rules-changed` what was done and where it is undone.
"""

import json
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from workbench.accounts.models import Role
from workbench.accounts.permissions import require_role
from workbench.corpus.actions import add_equivalence, undo_equivalence
from workbench.corpus.models import Equivalence, Passage, Work
from workbench.corpus.previewing import preview_equivalence
from workbench.corpus.queries import standing_rules
from workbench.text.words.digits import read_digits
from workbench.web.equating.forms import EquivalenceForm
from workbench.web.equating.previews import Shown
from workbench.web.reading.pairing import trim_words
from workbench.web.site.lookups import find_passage, find_work
from workbench.web.site.pages import PersonRequest, page, posted, rights_in
from workbench.web.site.redirects import local_address
from workbench.web.site.responses import go_back, is_fragment

__all__ = ["count", "show", "undo"]


@require_http_methods(["GET", "HEAD", "POST"])
@page
def show(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """List the rules that count in a work, and add one, or count first what it would make equal."""
    work = find_work(request.user, workspace, slug)
    form = _read_form(request, work)
    if request.method == "POST":
        require_role(request.user, work.workspace_id, Role.EDITOR)
    context: dict[str, object] = {"work": work, "form": form, "next": local_address(request, "")}
    if form.is_valid():
        with form.showing_refusals():
            if "count" not in request.POST:
                return _added(request, work, add_equivalence(actor=request.user, **_rule(form, work)))
            context["preview"] = Shown(preview_equivalence(actor=request.user, **_rule(form, work)))
    context |= rights_in(request.user, work.workspace_id)
    if is_fragment(request):
        template = "web/equating/beside.html"
    else:
        template = "web/equating/equivalences.html"
        context["rules"] = standing_rules(work)
    return render(request, template, context, status=form.status if form.errors else 200)


@require_safe
@page
def count(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """Say what a rule would make equal, as a line for the form beside a difference. Writes nothing."""
    work = find_work(request.user, workspace, slug)
    require_role(request.user, work.workspace_id, Role.EDITOR)
    form = EquivalenceForm(request.GET, work=work, passage=_passage(request, work), is_whole=False)
    preview = None
    if form.is_valid():
        with form.showing_refusals():
            preview = Shown(preview_equivalence(actor=request.user, **_rule(form, work)))
    return render(request, "web/equating/preview.html", {"preview": preview, "form": form})


@require_POST
@page
def undo(request: PersonRequest, workspace: str, slug: str, pk: int) -> HttpResponse:
    """Let a rule count no longer."""
    work = find_work(request.user, workspace, slug)
    rule = standing_rules(work).filter(pk=pk).first()
    if rule is None:
        raise Http404
    undo_equivalence(actor=request.user, equivalence=rule)
    return _answer(request, work, _said(gettext("“%(left)s” and “%(right)s” are different words again."), rule))


def _read_form(request: PersonRequest, work: Work) -> EquivalenceForm:
    given = [request.GET.get(side, "") for side in ("left", "right")]
    left, right = trim_words(*given) if all(given) else given
    initial = {"left": left, "right": right}
    return EquivalenceForm(
        posted(request),
        initial=initial,
        work=work,
        passage=_passage(request, work),
        is_whole=not is_fragment(request),
        auto_id="rule-%s",
    )


def _passage(request: PersonRequest, work: Work) -> Passage | None:
    """Return the passage that the form or the address names; None where none is named."""
    named = request.POST.get("passage") or request.GET.get("passage") or ""
    if not named:
        return None
    pk = read_digits(named)
    if pk is None:
        raise Http404
    return find_passage(work, pk)


def _rule(form: EquivalenceForm, work: Work) -> dict[str, Any]:
    scopes: dict[str, dict[str, Any]] = {"passage": {"passage": form.passage}, "work": {"work": work}, "workspace": {}}
    return {"workspace": work.workspace, **form.rule, **scopes[form.cleaned_data["scope"]]}


def _added(request: PersonRequest, work: Work, rule: Equivalence) -> HttpResponse:
    if rule.passage:
        done = gettext("“%(left)s” and “%(right)s” count as the same in passage %(reference)s.")
    elif rule.work:
        done = gettext("“%(left)s” and “%(right)s” count as the same in this work.")
    else:
        done = gettext("“%(left)s” and “%(right)s” count as the same in all works.")
    undoing = reverse("web:undo_equivalence", args=[work.workspace.slug, work.slug, rule.pk])
    return _answer(request, work, _said(done, rule), undoing)


def _said(words: str, rule: Equivalence) -> str:
    reference = rule.passage.reference if rule.passage else ""
    return words % {"left": rule.left, "right": rule.right, "reference": reference}


def _answer(request: PersonRequest, work: Work, done: str, undoing: str = "") -> HttpResponse:
    """Tell scripts what was done; send others to where they came from, or to the list of rules."""
    if is_fragment(request):
        event = {"done": done, "undo": undoing}
        return HttpResponse(status=204, headers={"HX-Trigger": json.dumps({"rules-changed": event})})
    messages.success(request, done)
    return go_back(request, reverse("web:equivalences", args=[work.workspace.slug, work.slug]))
