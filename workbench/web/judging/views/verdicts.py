"""Giving a verdict on a text, beside its words or on a page of its own; and what was changed since one was given."""

import json

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from workbench.accounts.errors import Refused, Stale
from workbench.corpus.models import Presence, Variant
from workbench.review.actions import give_verdict, withdraw_verdict
from workbench.review.models import Judgement
from workbench.text.words.digits import read_digits
from workbench.web.discussion.standings import SIGNS, read_standings
from workbench.web.site.lookups import find_cell
from workbench.web.site.pages import PersonRequest, page, rights_in, status_of
from workbench.web.site.parameters import posted_version
from workbench.web.site.responses import go_back, is_fragment
from workbench.web.texts.history import compare_states
from workbench.web.typesetting.words import absence_of

__all__ = ["judge", "show_since"]

WITHDRAWN = "withdrawn"
CHOICES = [(word.value, word.label, SIGNS[word]) for word in Judgement]


@require_http_methods(["GET", "HEAD", "POST"])
@page
def judge(request: PersonRequest, workspace: str, slug: str, pk: int, variant: int) -> HttpResponse:
    """Show the verdicts on a text, with the form for one's own; a POST gives it.

    A fragment says with `revision` which words stand beside it: on others it has no form.
    """
    work, passage, row = find_cell(request.user, workspace, slug, pk, variant)
    context: dict[str, object] = {"work": work, "passage": passage, **rights_in(request.user, work.workspace_id)}
    if request.method != "POST":
        return _show(request, row, context)
    try:
        done = _give(request, row)
    except Stale as error:
        row.refresh_from_db()
        return _show(request, row, context, error=error)
    except Refused as error:
        return _show(request, row, context, error=error)
    if not is_fragment(request):
        messages.success(request, done)
        return go_back(request, reverse("web:passage", args=[workspace, slug, pk]))
    response = _show(request, row, context)
    response["HX-Trigger"] = json.dumps({"verdict-given": {"variant": row.pk, "done": done}})
    return response


@require_safe
@page
def show_since(request: PersonRequest, workspace: str, slug: str, pk: int, variant: int, number: int) -> HttpResponse:
    """Show what was changed in a text since one of its revisions."""
    work, passage, row = find_cell(request.user, workspace, slug, pk, variant)
    revision = row.revisions.filter(number=number).first()
    if revision is None:
        raise Http404
    context: dict[str, object] = {"work": work, "passage": passage, "variant": row, "translation": row.translation}
    context["revision"] = revision
    context |= {"later": row.revisions.filter(number__gt=number).select_related("author").order_by("number")}
    context |= {"was": _within(absence_of(revision.presence)), "now": _within(absence_of(row.presence))}
    context |= {"changes": compare_states(revision.text, row.text)}
    return render(request, "web/judging/since.html", context)


def _give(request: PersonRequest, row: Variant) -> str:
    """Give or withdraw the verdict that was posted, and say so."""
    text = {"siglum": row.translation.siglum, "reference": row.passage.reference}
    if request.POST.get("verdict") == WITHDRAWN:
        withdraw_verdict(actor=request.user, variant=row)
        return gettext("Your verdict on %(siglum)s %(reference)s: withdrawn.") % text
    given = {"verdict": request.POST.get("verdict", ""), "note": request.POST.get("note", "")}
    revision = posted_version(request.POST, "revision")
    verdict = give_verdict(actor=request.user, variant=row, revision=revision, **given)
    word = verdict.get_verdict_display().lower()
    return gettext("Your verdict on %(siglum)s %(reference)s: %(verdict)s.") % {**text, "verdict": word}


def _within(sentence: str) -> str:
    """Return a sentence as it stands inside another: with a small letter, without its stop."""
    return f"{sentence[:1].lower()}{sentence[1:].rstrip('.')}"


def _show(
    request: PersonRequest, row: Variant, context: dict[str, object], *, error: Refused | None = None
) -> HttpResponse:
    shown = (request.POST if request.method == "POST" else request.GET).get("revision", "")
    seen = read_digits(shown, longest=9) if shown else row.version
    template = "web/judging/verdicts.html" if is_fragment(request) else "web/judging/verdict.html"
    # A page of its own shows the words as they are now; beside a text on another page there may be older ones.
    is_current = not is_fragment(request) or seen == row.version
    context |= {"variant": row, "translation": row.translation, "standing": read_standings(request.user, [row])[row.pk]}
    context |= {"choices": CHOICES, "error": error, "typed": request.POST, "is_open": True, "shown_revision": seen}
    context |= {"is_current": is_current, "absence": absence_of(row.presence), "present": Presence.PRESENT}
    return render(request, template, context, status=status_of(error) if error else 200)
