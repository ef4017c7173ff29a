"""Private notes: written and deleted by one person, who alone learns of them."""

from django.db import transaction
from django.utils import timezone

from workbench.accounts.checks import checked_text
from workbench.accounts.models import Role, User
from workbench.corpus import limits
from workbench.journal.actions import Place, record
from workbench.journal.kinds import Kind
from workbench.review.errors import Invalid, NotAllowed
from workbench.review.models import Note, Thread
from workbench.review.permissions import require_role

__all__ = ["add_note", "delete_note"]

MOST = 100  # notes of one person at one thread


@transaction.atomic
def add_note(*, actor: User, thread: Thread, body: str) -> Note:
    """Note something at a thread for oneself. The event belongs to one's account, not to the workspace."""
    require_role(actor, thread.workspace_id, Role.READER)
    if Note.objects.filter(thread=thread, author=actor).count() >= MOST:
        raise Invalid.field("body", f"At most {MOST} notes are kept: delete one first.", code="too_many")
    note = Note.objects.create(
        workspace_id=thread.workspace_id,
        thread=thread,
        author=actor,
        body=checked_text("body", body, maximum=limits.COMMENT, required=True),
        created_at=timezone.now(),
    )
    record(actor=actor, kind=Kind.NOTE_ADDED, subject=note.pk, place=Place(thread=thread.pk))
    return note


@transaction.atomic
def delete_note(*, actor: User, note: Note) -> None:
    """Delete a note of one's own."""
    if note.author_id != actor.pk:
        raise NotAllowed("Only its author may do this.")
    pk, thread = note.pk, note.thread_id
    note.delete()
    record(actor=actor, kind=Kind.NOTE_DELETED, subject=pk, place=Place(thread=thread))
