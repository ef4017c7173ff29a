"""How the pages respond when somebody did something to a thread: the thread as it then stands.

htmx gets the thread's card alone, with an event for the page around it; others are sent back to where they were. What
was refused comes back in the card, beside the form it was typed in, with what was typed.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from workbench.accounts.models import User
from workbench.accounts.queries import members_of
from workbench.corpus.models import Variant
from workbench.corpus.queries import passage_after, passage_before
from workbench.notices.queries import is_followed
from workbench.review.errors import Refused
from workbench.review.models import Note, Thread
from workbench.review.queries import latest_written
from workbench.web.discussion.cards import ThreadCard, cards_for, note_html
from workbench.web.discussion.happenings import happenings_of_thread
from workbench.web.discussion.watching import cursor_of
from workbench.web.site.lookups import find_thread
from workbench.web.site.pages import PersonRequest, status_of
from workbench.web.site.responses import go_back, is_fragment
from workbench.web.typesetting.excerpts import Excerpt, excerpts_around, excerpts_of

__all__ = ["Refusal", "attempt", "show_thread", "surroundings_of"]

CARDS = {
    "folded": "web/discussion/margin_card.html",
    "margin": "web/discussion/margin_card.html",
    "full": "web/discussion/card.html",
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was refused: at which form (its name and the id of what it changes), why, and what was typed."""

    form: str
    error: Refused
    typed: QueryDict

    def __str__(self) -> str:
        return " ".join(self.error.fields.values()) or self.error.detail


def attempt(
    request: PersonRequest,
    pk: int,
    form: str,
    act: Callable[[], object],
    done: str | Callable[[Thread], str],
    before: str = "",
) -> HttpResponse:
    """Do something to the thread `pk` and respond with it.

    `form` names the form on its card, `done` says what was done, or makes it from the thread as it then stands.
    `before` is the state that it was in, where what was done may have been to put it into another.
    """
    try:
        act()
    except Refused as error:
        return show_thread(request, find_thread(request.user, pk), refusal=Refusal(form, error, request.POST))
    thread = find_thread(request.user, pk)
    said = done if isinstance(done, str) else done(thread)
    if not is_fragment(request):
        messages.success(request, said)
        return go_back(request, reverse("web:thread", args=[pk]))
    response = show_thread(request, thread)
    undo = _undoing(thread) if form == "decision" else _unsettling(thread, before)
    event = {"thread": pk, "passage": thread.passage_id, "state": thread.state, "version": thread.version}
    response["HX-Trigger"] = json.dumps({"thread-changed": event | {"done": said, "undo": undo}})
    return response


def _around(thread: Thread, excerpts: Sequence[Excerpt]) -> list[Excerpt]:
    """Return what stands before and after the passage, in the texts that are in sight there. Three queries."""
    near = [passage_before(thread.passage), passage_after(thread.passage)] if thread.passage else []
    shown = [one.variant.translation_id for one in excerpts if one.is_beside]
    variants = Variant.objects.filter(passage__in=[one for one in near if one], translation__in=shown)
    return excerpts_around(variants.select_related("translation", "passage"))


def _undoing(thread: Thread) -> dict[str, str | int] | None:
    """Say how what was just accepted is taken back: where to post, and what was shown."""
    accepted = latest_written(thread)
    if accepted is None:
        return None
    address = reverse("web:undo_acceptance", args=[thread.pk])
    return {"address": address, "suggestion": accepted.pk, "version": thread.version}


def _unsettling(thread: Thread, before: str) -> dict[str, str | int] | None:
    """Say how a thread comes back into the state it was in before it was settled, or opened again."""
    if before in ("", thread.state):
        return None
    return {"address": reverse("web:change_thread", args=[thread.pk]), "state": before, "version": thread.version}


def show_thread(request: PersonRequest, thread: Thread, *, refusal: Refusal | None = None) -> HttpResponse:
    """Show a thread's card: in the margin's short form or in full, alone or on its page."""
    cursor = cursor_of(request.user, thread.work)
    (card,) = cards_for(request.user, [thread])
    wanted = request.POST.get("shape") or request.GET.get("shape")
    shape = wanted if wanted in CARDS and is_fragment(request) else "full"
    context: dict[str, object] = {"card": card, "shape": shape, "refusal": refusal, "cursor": cursor}
    if shape == "full":
        context |= {**surroundings_of(request.user, card), "happenings": happenings_of_thread(request.user, thread.pk)}
        context["is_followed"] = is_followed(request.user, thread)
    template = CARDS[shape] if is_fragment(request) else "web/discussion/thread.html"
    return render(request, template, context, status=status_of(refusal.error) if refusal else 200)


def surroundings_of(user: User, card: ThreadCard) -> dict[str, object]:
    """What a full card shows beside the discussion: the words in their texts, and who may be asked to see to it."""
    own = Note.objects.visible_to(user).filter(thread=card.thread).order_by("pk")
    variants = Variant.objects.filter(passage=card.thread.passage_id).select_related("translation")
    excerpts = excerpts_of(list(variants.order_by("translation__position")), [words.anchor for words in card.anchors])
    return {
        "excerpts": excerpts,
        "around": _around(card.thread, excerpts),
        "members": members_of(card.thread.work.workspace),
        "notes": [(one, note_html(one)) for one in own],
    }
