"""Judging, an item a page: the versions by their labels, then what stood behind them and the next."""

import json
from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from workbench.accounts.errors import Refused
from workbench.campaigns.actions import give_answer
from workbench.campaigns.answers import VERDICTS
from workbench.campaigns.models import Campaign
from workbench.campaigns.queries import Handed, Words, next_item, source_of, words_of
from workbench.review.classification import lists_of
from workbench.text.words.digits import read_digits
from workbench.web.campaigns.marked import TYPED, read_marks
from workbench.web.campaigns.views.making import find_campaign
from workbench.web.site.pages import PersonRequest, page, status_of

__all__ = ["context_of", "given_in", "judge"]

_VERDICT_LABELS = {
    "approved": gettext_lazy("Approved"),
    "seen": gettext_lazy("Seen"),
    "needs_work": gettext_lazy("Needs work"),
}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@page
def judge(request: PersonRequest, pk: int) -> HttpResponse:
    """Show what is judged next; after an answer, what stood behind the labels, and the next."""
    campaign = find_campaign(request, pk)
    status, error = 200, None
    if request.method == "POST":
        try:
            handed = _answer(request, campaign)
        except Refused as refused:
            status, error = status_of(refused), refused
        else:
            messages.success(request, f"{handed.item.passage.reference}: {_revealed(handed)}")
            return redirect("web:judge", pk)
    context = context_of(campaign, next_item(campaign, request.user), request.POST, error)
    return render(request, "web/campaigns/judge.html", context, status=status)


def context_of(campaign: Campaign, handed: Handed | None, posted: QueryDict, error: Refused | None) -> dict[str, Any]:
    """Return what the page shows of an item, with what was sent and refused."""
    scale = _scale(campaign)
    return {
        "campaign": campaign,
        "work": campaign.work,
        "handed": handed,
        "versions": _versions(handed, {} if posted else scale) if handed else (),
        "source": _source(handed) if handed else None,
        "verdicts": [(value, _VERDICT_LABELS[value]) for value in reversed(VERDICTS)],
        "error": error,
        "given": posted,
        "marks": posted.getlist("span"),
        "typed": TYPED,
        **scale,
    }


def _answer(request: PersonRequest, campaign: Campaign) -> Handed:
    posted = request.POST
    return give_answer(
        actor=request.user,
        campaign=campaign,
        number=read_digits(posted.get("item", ""), longest=6) or 0,
        seen=posted.get("seen", ""),
        given=given_in(campaign.kind, posted, _handed_for(campaign, request)),
    )


def _handed_for(campaign: Campaign, request: PersonRequest) -> Handed | None:
    """Return what typed words stand in; nothing where none are asked for."""
    return next_item(campaign, request.user) if campaign.kind in {"esa", "mqm"} else None


def given_in(kind: str, posted: QueryDict, handed: Handed | None) -> dict[str, Any]:
    """Return what the form says, as the kind wants it; what is missing is refused by the action."""
    given = _choices(kind, posted)
    if kind in {"esa", "mqm"}:
        texts = {label: variant.text for label, variant in handed.versions} if handed else {}
        given["spans"] = read_marks(posted, texts)
    return given


def _choices(kind: str, posted: QueryDict) -> dict[str, Any]:
    if kind == "mqm":
        return {}
    if kind in {"verdict", "esa"}:
        name = "verdicts" if kind == "verdict" else "scores"
        said = {
            field.removeprefix("version-"): value for field, value in posted.items() if field.startswith("version-")
        }
        read: Any = str if kind == "verdict" else lambda value: read_digits(value, longest=3)
        return {name: [{"version": label, "value": read(value)} for label, value in said.items()]}
    fields = ("better",) if kind == "pairwise" else ("best", "worst")
    return {name: posted[name] for name in fields if name in posted}


def _scale(campaign: Campaign) -> dict[str, object]:
    """Return by what errors are marked, where they are."""
    if campaign.kind not in {"esa", "mqm"}:
        return {}
    lists = lists_of(campaign.workspace_id)
    return {"severities": lists.severity_choices, "categories": lists.category_choices}


def _versions(handed: Handed, scale: Mapping[str, Any]) -> list[dict[str, object]]:
    """Return the versions; with the marks of a machine where errors are marked, by a `scale`."""
    names = {str(value): str(label) for choices in scale.values() for value, label in choices}
    marks = handed.offered if names else {}
    return [
        {"label": label, **words_of(variant), "offered": [_offered(label, one, names) for one in marks.get(label, ())]}
        for label, variant in handed.versions
    ]


def _offered(label: str, mark: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, object]:
    sent = {name: mark[name] for name in ("start", "end", "severity", "category", "missing")}
    kind = ", ".join(names.get(one, one) for one in (mark["category"], mark["severity"]) if one)
    return {"quote": mark["quote"], "kind": kind, "sent": json.dumps({"version": label, **sent})}


def _source(handed: Handed) -> Words | None:
    found = source_of(handed)
    return words_of(found) if found else None


def _revealed(handed: Handed) -> str:
    return ", ".join(
        gettext("%(label)s was %(siglum)s") % {"label": label, "siglum": siglum} if label != siglum else siglum
        for label, siglum in handed.labels.items()
    )
