"""The page of what the checks found in a work, and what people do with it."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from workbench.attachments import CSV, attachment
from workbench.corpus.actions import choose_checks, dismiss_check, reopen_check
from workbench.corpus.checking import CheckFilter, count_checks, list_checks
from workbench.corpus.finding_tables import write_checks
from workbench.corpus.findings import choice_of
from workbench.corpus.models import Check, Work
from workbench.corpus.queries import translations_of
from workbench.review.actions import raise_check
from workbench.text.checking import KINDS
from workbench.web.finding.state import read_cursor
from workbench.web.site.lookups import find_work
from workbench.web.site.pages import PersonRequest, page, rights_in
from workbench.web.site.parameters import choose_one, refuse_unknown
from workbench.web.site.responses import go_back
from workbench.web.typesetting.checks import CHECK_WORDS

__all__ = ["choose", "dismiss", "raise_thread", "reopen", "show"]

_STATES = {
    "open": gettext_lazy("open"),
    "raised": gettext_lazy("discussed"),
    "dismissed": gettext_lazy("dismissed"),
    "stale": gettext_lazy("stale"),
    "all": gettext_lazy("all"),
}
_SIZE = 50
_IN_A_FILE = 10_000
_KNOWN = frozenset({"kind", "state", "translation", "order", "after", "format"})


@require_safe
@page
def show(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """Show a page of what was found, the gravest first; `format=csv` sends all of it as a table."""
    work = find_work(request.user, workspace, slug)
    refuse_unknown(request.GET, _KNOWN)
    translations = list(translations_of(work))
    sigla = {one.pk: one.siglum for one in translations}
    asked = _read(request, [one.siglum for one in translations])
    if choose_one("format", request.GET.get("format", "html"), ["html", "csv"]) == "csv":
        table = write_checks(list_checks(work, asked, size=_IN_A_FILE).checks, sigla)
        return attachment(table, f"{work.slug}-checks.csv", CSV)
    found = list_checks(work, asked, after=read_cursor(request.GET.get("after", "")), size=_SIZE)
    counts = count_checks(work, asked)
    choice = choice_of(work)
    kinds = [(kind, CHECK_WORDS[kind], counts.get(kind, 0), kind not in choice.off) for kind in KINDS]
    context: dict[str, object] = {
        "work": work,
        "asked": asked,
        "translations": translations,
        "kinds": kinds,
        "total": sum(counts.values()),
        "states": _STATES.items(),
        "choice": choice,
        "rows": [(one, [(sigla.get(pk, "?"), words) for pk, words in one.others]) for one in found.checks],
        "further": _query(asked, after=",".join(map(str, found.after))) if found.after else "",
        "as_file": _query(asked, format="csv"),
        **rights_in(request.user, work.workspace_id),
    }
    return render(request, "web/finding/checks.html", context)


@require_POST
@page
def choose(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """Choose which checks the work wants: those whose boxes are not ticked are switched off."""
    work = find_work(request.user, workspace, slug)
    wanted = set(request.POST.getlist("kind"))
    least = {"": 0.0, "middle": 0.4, "grave": 0.6}.get(request.POST.get("least", ""), 0.0)
    choose_checks(actor=request.user, work=work, off=[kind for kind in KINDS if kind not in wanted], least=least)
    return redirect(_address(work))


@require_POST
@page
def dismiss(request: PersonRequest, pk: int) -> HttpResponse:
    """Say that what was found is as it should be, and why."""
    check = _find(request, pk)
    dismiss_check(actor=request.user, check=check, reason=request.POST.get("reason", ""))
    messages.success(request, gettext("Dismissed; it comes back when its words change."))
    return go_back(request, _address(check.work))


@require_POST
@page
def reopen(request: PersonRequest, pk: int) -> HttpResponse:
    """Take up again what was dismissed."""
    check = _find(request, pk)
    reopen_check(actor=request.user, check=check)
    return go_back(request, _address(check.work))


@require_POST
@page
def raise_thread(request: PersonRequest, pk: int) -> HttpResponse:
    """Open a discussion of what was found, and lead to it."""
    thread = raise_check(actor=request.user, check=_find(request, pk))
    return redirect("web:thread", thread.pk)


def _find(request: PersonRequest, pk: int) -> Check:
    rows = Check.objects.visible_to(request.user).select_related("work__workspace", "passage", "variant")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _address(work: Work) -> str:
    return reverse("web:checks", args=[work.workspace.slug, work.slug])


def _read(request: PersonRequest, sigla: list[str]) -> CheckFilter:
    query = request.GET
    return CheckFilter(
        kind=choose_one("kind", query.get("kind", ""), ["", *KINDS]),
        state=choose_one("state", query.get("state") or "open", list(_STATES)),
        siglum=choose_one("translation", query.get("translation", ""), ["", *sigla]),
        order=choose_one("order", query.get("order") or "weight", ["weight", "position"]),
    )


def _query(asked: CheckFilter, **further: str) -> str:
    said = {"kind": asked.kind, "state": asked.state if asked.state != "open" else "", "translation": asked.siglum}
    said |= {"order": asked.order if asked.order != "weight" else "", **further}
    return urlencode({name: value for name, value in said.items() if value})
