"""Private notes at a discussion."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from workbench.review.actions import add_note, delete_note, edit_note
from workbench.review.models import Note
from workbench.web.discussion.responses import attempt
from workbench.web.site.lookups import find_thread
from workbench.web.site.pages import PersonRequest, page
from workbench.web.site.parameters import posted_version

__all__ = ["add", "delete", "edit"]


@require_POST
@page
def add(request: PersonRequest, pk: int) -> HttpResponse:
    """Note something for oneself."""
    thread = find_thread(request.user, pk)
    body = request.POST.get("body", "")
    done = gettext("Only you see this note.")
    return attempt(request, pk, "note", lambda: add_note(actor=request.user, thread=thread, body=body), done)


@require_POST
@page
def edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Write a note of one's own anew."""
    note = get_object_or_404(Note.objects.visible_to(request.user), pk=pk)
    return attempt(
        request,
        note.thread_id,
        f"note-{pk}",
        lambda: edit_note(
            actor=request.user, note=note, version=posted_version(request.POST), body=request.POST.get("body", "")
        ),
        gettext("Your note was changed."),
    )


@require_POST
@page
def delete(request: PersonRequest, pk: int) -> HttpResponse:
    """Delete a note of one's own."""
    note = get_object_or_404(Note.objects.visible_to(request.user), pk=pk)
    done = gettext("Your note was deleted.")
    return attempt(request, note.thread_id, "note", lambda: delete_note(actor=request.user, note=note), done)
