"""Writing a comment: on a passage, on words of one translation, or on a difference between several."""

import json
from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from workbench.corpus.models import Passage, Presence, Variant
from workbench.review.actions import open_thread
from workbench.review.classification import lists_of
from workbench.review.errors import Refused
from workbench.review.models import Thread
from workbench.web.discussion.forms.composing import (
    ChosenWords,
    Composition,
    Quoted,
    chosen_words,
    read_composition,
    requests_for,
)
from workbench.web.site.lookups import find_passage, find_work
from workbench.web.site.pages import PersonRequest, page, status_of
from workbench.web.site.redirects import local_address
from workbench.web.site.responses import go_back, is_fragment
from workbench.web.typesetting.excerpts import excerpts_of

__all__ = ["compose"]

ROWS = 2  # empty rows for words, shown to those who type them
BLANK = Quoted("", "")


@require_http_methods(["GET", "HEAD", "POST"])
@page
def compose(request: PersonRequest, workspace: str, slug: str, pk: int) -> HttpResponse:
    """Show the form, with the places and words from the address in it; or open the discussion."""
    passage = find_passage(find_work(request.user, workspace, slug), pk)
    variants = list(passage.variants.select_related("translation").order_by("translation__position"))
    composition = Composition()
    try:
        composition = read_composition(request.POST if request.method == "POST" else request.GET)
        requests_for(composition, variants)
        if request.method == "POST":
            return _opened(request, _open(request, passage, variants, composition))
    except Refused as error:
        return _form(request, passage, variants, composition, error)
    return _form(request, passage, variants, composition)


def _open(request: PersonRequest, passage: Passage, variants: Sequence[Variant], composition: Composition) -> Thread:
    return open_thread(
        actor=request.user,
        passage=passage,
        body=composition.body,
        category=composition.category,
        severity=composition.severity,
        anchors=requests_for(composition, variants),
        suggestion=composition.suggestion,
    )


def _opened(request: PersonRequest, thread: Thread) -> HttpResponse:
    """htmx closes the form and draws the passage anew; others see the page they came from."""
    done = "Comment added."
    if is_fragment(request):
        event = {"thread": thread.pk, "passage": thread.passage_id, "state": thread.state, "done": done}
        return HttpResponse(headers={"HX-Trigger": json.dumps({"thread-opened": event})})
    messages.success(request, done)
    return go_back(request, reverse("web:thread", args=[thread.pk]))


def _form(
    request: PersonRequest,
    passage: Passage,
    variants: Sequence[Variant],
    composition: Composition,
    error: Refused | None = None,
) -> HttpResponse:
    places = chosen_words(composition, variants)
    lists = lists_of(passage.workspace_id)
    context = {
        "passage": passage,
        "work": passage.work,
        "variants": [variant for variant in variants if variant.presence == Presence.PRESENT and variant.text],
        "excerpts": excerpts_of(variants, ()),
        "composition": composition,
        "places": places,
        "suggestion": _suggestion(request, composition, places),
        "rows": [*composition.quotes, *(() if composition.places or composition.quotes else (BLANK,) * ROWS)],
        "categories": lists.category_choices,
        "severities": lists.severity_choices,
        "error": error,
        "suggests": composition.suggestion is not None or "suggest" in request.GET,
        "next": local_address(request, reverse("web:passage", args=[*_work_of(passage), passage.pk])),
    }
    template = "web/discussion/composer.html" if is_fragment(request) else "web/discussion/compose.html"
    return render(request, template, context, status=status_of(error) if error else 200)


def _suggestion(request: PersonRequest, composition: Composition, places: Sequence[ChosenWords]) -> str:
    """Return what stands in the field for other words: what was typed, or to begin with the words themselves."""
    if composition.suggestion is None and "suggest" in request.GET and places:
        return places[0].words
    return composition.suggestion or ""


def _work_of(passage: Passage) -> tuple[str, str]:
    return passage.work.workspace.slug, passage.work.slug
