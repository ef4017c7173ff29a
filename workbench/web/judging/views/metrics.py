"""Systems' output scored against a reference, on a page."""

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from workbench.accounts.errors import Refused
from workbench.corpus.models import Work
from workbench.corpus.queries import translations_of
from workbench.review.scoring import METRICS, Scoring, are_metrics_installed, choose_systems, score_systems
from workbench.web.site.lookups import find_work
from workbench.web.site.pages import PersonRequest, page, status_of
from workbench.web.site.parameters import choose_one, refuse_unknown

__all__ = ["show_metrics"]

_KNOWN = frozenset({"reference", "baseline", "system", "metric"})
_NAMES = {"bleu": "BLEU", "chrf": "chrF", "ter": "TER"}
_USUAL = ["bleu", "chrf"]


@require_safe
@page
def show_metrics(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """Show the form, and the scores that the address asks for: nothing before it names a reference."""
    work = find_work(request.user, workspace, slug)
    refuse_unknown(request.GET, _KNOWN)
    chosen = [choose_one("metric", name, METRICS) for name in request.GET.getlist("metric")] or _USUAL
    context: dict[str, object] = {
        "work": work,
        "translations": list(translations_of(work)),
        "is_installed": are_metrics_installed(),
        "asked": request.GET,
        "sigla": request.GET.getlist("system"),
        "metrics": [(name, _NAMES[name], name in chosen) for name in METRICS],
    }
    if "reference" not in request.GET:
        return render(request, "web/judging/metrics.html", context)
    try:
        scoring = _score(work, request.GET, chosen)
    except Refused as error:
        return render(request, "web/judging/metrics.html", {**context, "error": error}, status=status_of(error))
    heads = [(_NAMES[name], scoring.signatures[name]) for name in METRICS if name in chosen]
    rows = [(one, [one.scores[name] for name in METRICS if name in chosen]) for one in scoring.systems]
    return render(request, "web/judging/metrics.html", {**context, "scoring": scoring, "heads": heads, "rows": rows})


def _score(work: Work, query: QueryDict, chosen: list[str]) -> Scoring:
    """Score the systems that the address names, its baseline before the others."""
    sigla = query.getlist("system")
    baseline = query.get("baseline", "")
    if baseline:
        sigla = [baseline, *(siglum for siglum in sigla if siglum != baseline)]
    reference, systems = choose_systems(work, query.get("reference", ""), sigla)
    return score_systems(
        work, reference=reference, systems=systems, metrics=[name for name in METRICS if name in chosen]
    )
