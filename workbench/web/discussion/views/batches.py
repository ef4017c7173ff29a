"""Several discussions of the queue at once: settled, given to somebody, labelled; and all of it undone."""

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from workbench.review.actions import change_threads
from workbench.review.errors import Refused
from workbench.web.discussion.batches import edits_back, read_batch, undoing_of
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
        batch = read_batch(request.user, request.POST)
        kept = undoing_of(batch)
        change_threads(actor=request.user, edits=batch.edits)
        request.session[KEPT] = kept
    except Refused as error:
        messages.error(request, _said(error))
    return go_back(request, reverse("web:review"))


@require_POST
@page
def undo(request: PersonRequest) -> HttpResponse:
    """Put the discussions of the last batch back to how they stood before it."""
    kept = request.session.pop(KEPT, None)
    if kept is None:
        messages.warning(request, "There is nothing to undo.")
        return go_back(request, reverse("web:review"))
    try:
        change_threads(actor=request.user, edits=edits_back(request.user, kept))
        messages.success(request, "They stand as they did before.")
    except Refused as error:
        messages.error(request, f"Nothing was undone. {_said(error)}")
    return go_back(request, reverse("web:review"))


def _said(error: Refused) -> str:
    return " ".join(error.fields.values()) or error.detail
