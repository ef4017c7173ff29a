"""Private notes at a discussion."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from workbench.review.actions import add_note, delete_note
from workbench.review.models import Note
from workbench.web.discussion.responses import attempt
from workbench.web.site.lookups import find_thread
from workbench.web.site.pages import PersonRequest, page

__all__ = ["add", "delete"]


@require_POST
@page
def add(request: PersonRequest, pk: int) -> HttpResponse:
    """Note something for oneself."""
    thread = find_thread(request.user, pk)
    body = request.POST.get("body", "")
    return attempt(
        request, pk, "note", lambda: add_note(actor=request.user, thread=thread, body=body), "Only you see this note."
    )


@require_POST
@page
def delete(request: PersonRequest, pk: int) -> HttpResponse:
    """Delete a note of one's own."""
    note = get_object_or_404(Note.objects.visible_to(request.user), pk=pk)
    return attempt(
        request, note.thread_id, "note", lambda: delete_note(actor=request.user, note=note), "Your note was deleted."
    )
