"""Words that count as the same in comparisons of a work: the rules that stand, adding one, undoing one."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from workbench.accounts.models import Role
from workbench.accounts.permissions import require_role
from workbench.corpus.actions import add_equivalence, undo_equivalence
from workbench.corpus.models import Work
from workbench.corpus.previewing import preview_equivalence
from workbench.corpus.queries import standing_rules
from workbench.web.forms.texts import EquivalenceForm
from workbench.web.lookups import find_work
from workbench.web.pages import PersonRequest, page, posted, rights_in

__all__ = ["show", "undo"]


@require_http_methods(["GET", "HEAD", "POST"])
@page
def show(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """List the rules that count in a work, and add one, or count first what it would make equal."""
    work = find_work(request.user, workspace, slug)
    form = EquivalenceForm(posted(request))
    if request.method == "POST":
        require_role(request.user, work.workspace_id, Role.EDITOR)
    preview = None
    if form.is_valid():
        with form.showing_refusals():
            if "count" not in request.POST:
                add_equivalence(actor=request.user, **_rule(form, work))
                return redirect("web:equivalences", workspace, slug)
            preview = preview_equivalence(actor=request.user, **_rule(form, work))
    rights = rights_in(request.user, work.workspace_id)
    context = {"work": work, "form": form, "rules": standing_rules(work), "preview": preview, **rights}
    return render(request, "web/work/equivalences.html", context, status=form.status if form.errors else 200)


@require_POST
@page
def undo(request: PersonRequest, workspace: str, slug: str, key: int) -> HttpResponse:
    """Let a rule count no longer."""
    work = find_work(request.user, workspace, slug)
    rule = standing_rules(work).filter(pk=key).first()
    if rule is None:
        raise Http404
    undo_equivalence(actor=request.user, equivalence=rule)
    messages.success(request, f"“{rule.left}” and “{rule.right}” are different words again.")
    return redirect("web:equivalences", workspace, slug)


def _rule(form: EquivalenceForm, work: Work) -> dict[str, Any]:
    words = {side: form.cleaned_data[side] for side in ("left", "right")}
    scope = work if form.cleaned_data["scope"] == "work" else None
    return {"workspace": work.workspace, "work": scope, **words}
