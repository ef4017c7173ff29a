"""Writing a comment: on a work, on a passage, on words of one translation, or on a difference between several."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from workbench.corpus.models import Passage, Presence, Variant, Work
from workbench.review.actions import open_thread, open_thread_on_work
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

__all__ = ["compose", "compose_on_work"]

ROWS = 2  # empty rows for words, shown to those who type them
BLANK = Quoted("", "")


@dataclass(frozen=True, slots=True)
class Subject:
    """What is commented on: a passage of a work, with its texts, or (no passage) the work as a whole."""

    work: Work
    passage: Passage | None = None
    variants: Sequence[Variant] = ()

    @property
    def label(self) -> str:
        """What it is called, after "Comment on"."""
        return self.passage.reference if self.passage else gettext("%(work)s as a whole") % {"work": self.work.title}

    @property
    def form_id(self) -> str:
        """What tells its fields from those of other forms on a page."""
        return str(self.passage.pk) if self.passage else "work"

    @property
    def page(self) -> str:
        """The address of its own page."""
        return self._at("passage" if self.passage else "work")

    @property
    def address(self) -> str:
        """Where the form is fetched from, and sent to."""
        return self._at("compose" if self.passage else "compose_on_work")

    def _at(self, name: str) -> str:
        passage = [self.passage.pk] if self.passage else []
        return reverse(f"web:{name}", args=[self.work.workspace.slug, self.work.slug, *passage])


@require_http_methods(["GET", "HEAD", "POST"])
@page
def compose(request: PersonRequest, workspace: str, slug: str, pk: int) -> HttpResponse:
    """Show the form for a passage, with the places and words from the address in it; or open the discussion."""
    work = find_work(request.user, workspace, slug)
    passage = find_passage(work, pk)
    variants = passage.variants.select_related("translation").order_by("translation__position")
    return _compose(request, Subject(work, passage, list(variants)))


@require_http_methods(["GET", "HEAD", "POST"])
@page
def compose_on_work(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """Show the form for a work as a whole; or open the discussion."""
    return _compose(request, Subject(find_work(request.user, workspace, slug)))


def _compose(request: PersonRequest, subject: Subject) -> HttpResponse:
    composition = Composition()
    try:
        composition = read_composition(request.POST if request.method == "POST" else request.GET)
        requests_for(composition, subject.variants)
        if request.method == "POST":
            return _opened(request, _open(request, subject, composition))
    except Refused as error:
        return _form(request, subject, composition, error)
    return _form(request, subject, composition)


def _open(request: PersonRequest, subject: Subject, composition: Composition) -> Thread:
    said = {"body": composition.body, "category": composition.category, "severity": composition.severity}
    if subject.passage is None:
        return open_thread_on_work(actor=request.user, work=subject.work, **said)
    return open_thread(
        actor=request.user,
        passage=subject.passage,
        anchors=requests_for(composition, subject.variants),
        suggestion=composition.suggestion,
        **said,
    )


def _opened(request: PersonRequest, thread: Thread) -> HttpResponse:
    """htmx closes the form and draws the passage anew; others see the page they came from."""
    done = gettext("Comment added.")
    if is_fragment(request):
        event = {"thread": thread.pk, "passage": thread.passage_id, "state": thread.state, "done": done}
        return HttpResponse(headers={"HX-Trigger": json.dumps({"thread-opened": event})})
    messages.success(request, done)
    return go_back(request, reverse("web:thread", args=[thread.pk]))


def _form(
    request: PersonRequest, subject: Subject, composition: Composition, error: Refused | None = None
) -> HttpResponse:
    variants = subject.variants
    places = chosen_words(composition, variants)
    lists = lists_of(subject.work.workspace_id)
    context = {
        "subject": subject,
        "work": subject.work,
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
        "next": local_address(request, subject.page),
    }
    template = "web/discussion/composer.html" if is_fragment(request) else "web/discussion/compose.html"
    return render(request, template, context, status=status_of(error) if error else 200)


def _suggestion(request: PersonRequest, composition: Composition, places: Sequence[ChosenWords]) -> str:
    """Return what stands in the field for other words: what was typed, or to begin with the words themselves."""
    if composition.suggestion is None and "suggest" in request.GET and places:
        return places[0].words
    return composition.suggestion or ""
