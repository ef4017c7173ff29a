"""Private notes: /threads/{id}/notes/ and /notes/{id}/."""

from rest_framework.response import Response

from workbench.accounts.models import Scope
from workbench.api.protocol.base import ApiView
from workbench.api.protocol.lookups import find
from workbench.api.protocol.operations import PageQuery, operation
from workbench.api.resources.threads.lookups import threads
from workbench.api.resources.threads.presenters import NoteShown, show_note
from workbench.api.resources.threads.schemas import NewNote
from workbench.review.actions import add_note, delete_note, edit_note
from workbench.review.models import Note

__all__ = ["NoteList", "OneNote"]


class NoteList(ApiView):
    """What you noted at a thread."""

    @operation(name="notes_list", summary="List your notes", query=PageQuery, response=NoteShown, is_list=True)
    def get(self, pk: int) -> Response:
        """Your private notes at a thread, in the order in which they were written."""
        thread = find(threads(self.user), pk)
        return self.page(Note.objects.visible_to(self.user).filter(thread=thread), show_note)

    @operation(
        name="notes_create",
        summary="Note something for yourself",
        body=NewNote,
        response=NoteShown,
        status=201,
        scope=Scope.COMMENT,
        example={"body": "Ask the archive."},
    )
    def post(self, pk: int) -> Response:
        """Write a note that nobody but you sees. For whoever may read the thread."""
        note = add_note(actor=self.user, thread=find(threads(self.user), pk), body=self.given["body"])
        return self.created(show_note(note), "note", note.pk)


class OneNote(ApiView):
    """One note."""

    @operation(name="notes_read", summary="Read a note", response=NoteShown)
    def get(self, pk: int) -> Response:
        """A note of your own."""
        return Response(show_note(find(Note.objects.visible_to(self.user), pk)))

    @operation(
        name="notes_edit",
        summary="Edit a note",
        body=NewNote,
        response=NoteShown,
        scope=Scope.COMMENT,
        is_guarded=True,
        example={"body": "Ask the archive, and its catalogue."},
    )
    def patch(self, pk: int) -> Response:
        """Change a note of your own."""
        note = find(Note.objects.visible_to(self.user), pk)
        return Response(
            show_note(edit_note(actor=self.user, note=note, version=self.version_held(note), body=self.given["body"]))
        )

    @operation(name="notes_delete", summary="Delete a note", status=204, scope=Scope.COMMENT)
    def delete(self, pk: int) -> Response:
        """Delete a note of your own."""
        delete_note(actor=self.user, note=find(Note.objects.visible_to(self.user), pk))
        return Response(status=204)
