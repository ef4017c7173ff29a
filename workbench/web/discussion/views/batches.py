"""Several discussions of the queue at once: settled, given to somebody, labelled, accepted; and all of it undone."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from workbench.accounts.models import User
from workbench.review.actions import accept_suggestions, change_threads, undo_acceptances
from workbench.review.errors import Refused
from workbench.web.discussion.batches import (
    decisions_back,
    edits_back,
    read_batch,
    read_decisions,
    undoing_of,
    undoing_of_decisions,
)
from workbench.web.site.pages import PersonRequest, page
from workbench.web.site.responses import go_back

__all__ = ["KEPT", "change", "undo"]

KEPT = "batch"
"""Where the session keeps what undoes the last batch."""


@require_POST
@page
def change(request: PersonRequest) -> HttpResponse:
    """Do one thing to all discussions that were chosen, or to none of them."""
    try:
        do = _accept if request.POST.get("do") == "accept" else _change
        request.session[KEPT] = do(request.user, request.POST)
    except Refused as error:
        messages.error(request, _said(error))
    return go_back(request, reverse("web:review"))


@require_POST
@page
def undo(request: PersonRequest) -> HttpResponse:
    """Put the discussions of the last batch back to how they stood before it."""
    kept = request.session.pop(KEPT, None)
    if kept is None:
        messages.warning(request, gettext("There is nothing to undo."))
        return go_back(request, reverse("web:review"))
    try:
        _put_back(request.user, kept)
        messages.success(request, gettext("They stand as they did before."))
    except Refused as error:
        messages.error(request, gettext("Nothing was undone. %(why)s") % {"why": _said(error)})
    return go_back(request, reverse("web:review"))


def _change(user: User, data: QueryDict) -> dict[str, Any]:
    """Change what was chosen; return what the session keeps to undo it."""
    batch = read_batch(user, data)
    kept = undoing_of(batch)
    change_threads(actor=user, edits=batch.edits)
    return kept


def _accept(user: User, data: QueryDict) -> dict[str, Any]:
    """Accept the suggestions that were chosen; return what the session keeps to take them back."""
    seen = read_decisions(user, data)
    return undoing_of_decisions(seen, accept_suggestions(actor=user, seen=seen))


def _put_back(user: User, kept: dict[str, Any]) -> None:
    if "accepted" in kept:
        undo_acceptances(actor=user, seen=decisions_back(user, kept))
    else:
        change_threads(actor=user, edits=edits_back(user, kept))


def _said(error: Refused) -> str:
    return " ".join(error.fields.values()) or error.detail
