"""Deciding where reviewers differ: their verdicts and marks side by side, and how far they agree all in all."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from workbench.review.actions import adjudicate
from workbench.review.adjudicating import WHICH, agreement_of, disputed
from workbench.review.classification import lists_of
from workbench.text.words.digits import read_digits
from workbench.web.judging.disputes import disputes_of
from workbench.web.judging.views.verdicts import CHOICES
from workbench.web.site.lookups import find_cell, find_work
from workbench.web.site.pages import PersonRequest, page, rights_in
from workbench.web.site.parameters import choose_one, posted_version, refuse_unknown
from workbench.web.site.responses import go_back

__all__ = ["decide", "show_disputes"]

PAGE = 20


@require_safe
@page
def show_disputes(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """Show the texts on which verdicts differ, 20 on a page: the undecided ones, if the address says nothing else."""
    work = find_work(request.user, workspace, slug)
    refuse_unknown(request.GET, {"which", "page"})
    which = choose_one("which", request.GET.get("which", "undecided"), WHICH)
    lists = lists_of(work.workspace_id)
    shown = Paginator(disputed(work, which), PAGE).get_page(read_digits(request.GET.get("page", "1"), longest=6) or 1)
    context = {
        "work": work,
        "which": which,
        "page": shown,
        "disputes": disputes_of(request.user, shown.object_list, lists),
        "agreement": agreement_of(work),
        "choices": CHOICES,
        **rights_in(request.user, work.workspace_id),
    }
    return render(request, "web/judging/adjudication.html", context)


@require_POST
@page
def decide(request: PersonRequest, workspace: str, slug: str, pk: int, variant: int) -> HttpResponse:
    """Decide what holds of a text, and go back to where it was decided."""
    _, passage, row = find_cell(request.user, workspace, slug, pk, variant)
    revision = posted_version(request.POST, "revision")
    given = {"verdict": request.POST.get("verdict", ""), "note": request.POST.get("note", "")}
    made = adjudicate(actor=request.user, variant=row, revision=revision, **given)
    word = made.get_verdict_display().lower()
    said = {"siglum": row.translation.siglum, "reference": passage.reference, "verdict": word}
    messages.success(request, gettext("Decided of %(siglum)s %(reference)s: %(verdict)s.") % said)
    return go_back(request, reverse("web:adjudication", args=[workspace, slug]))
