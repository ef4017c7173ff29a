"""Private notes: written, changed and deleted by one person, who alone learns of them."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from workbench.accounts.checks import checked_text
from workbench.accounts.models import Role, User
from workbench.corpus import limits
from workbench.journal.actions import Place, record
from workbench.journal.kinds import Kind
from workbench.review.errors import Invalid, NotAllowed, Stale
from workbench.review.models import Note, Thread
from workbench.review.permissions import require_role

__all__ = ["add_note", "delete_note", "edit_note"]

MOST = 100  # notes of one person at one thread


@transaction.atomic
def add_note(*, actor: User, thread: Thread, body: str) -> Note:
    """Note something at a thread for oneself. The event belongs to one's account, not to the workspace."""
    require_role(actor, thread.workspace_id, Role.READER)
    if Note.objects.filter(thread=thread, author=actor).count() >= MOST:
        raise Invalid.field(
            "body", gettext("At most %(most)s notes are kept: delete one first.") % {"most": MOST}, code="too_many"
        )
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
def edit_note(*, actor: User, note: Note, version: int, body: str) -> Note:
    """Change a note of one's own that one saw at `version`: what was typed elsewhere meanwhile is not written over."""
    _require_own(actor, note)
    body = checked_text("body", body, maximum=limits.COMMENT, required=True)
    is_changed = Note.objects.replace(note, version=version, body=body)
    note.refresh_from_db()
    if not is_changed:
        raise Stale(gettext("You changed this note elsewhere in the meantime."), current=note)
    record(actor=actor, kind=Kind.NOTE_EDITED, subject=note.pk, place=Place(thread=note.thread_id))
    return note


@transaction.atomic
def delete_note(*, actor: User, note: Note) -> None:
    """Delete a note of one's own."""
    _require_own(actor, note)
    pk, thread = note.pk, note.thread_id
    note.delete()
    record(actor=actor, kind=Kind.NOTE_DELETED, subject=pk, place=Place(thread=thread))


def _require_own(actor: User, note: Note) -> None:
    if note.author_id != actor.pk:
        raise NotAllowed(gettext("Only its author may do this."))
