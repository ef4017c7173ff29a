"""Comments: changed and taken back by those who wrote them."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from workbench.accounts.checks import checked_text
from workbench.accounts.models import User
from workbench.corpus import limits
from workbench.journal.kinds import Kind
from workbench.review.actions.writing import note_mentions, set_state, supersede, touch
from workbench.review.errors import Stale
from workbench.review.folding import fold
from workbench.review.models import Comment, Suggestion, Thread
from workbench.review.permissions import require_author
from workbench.review.recording import record_thread

__all__ = ["delete_comment", "edit_comment"]


@transaction.atomic
def edit_comment(*, actor: User, comment: Comment, version: int, body: str) -> Comment:
    """Change one's own comment."""
    require_author(actor, comment)
    body = checked_text("body", body, maximum=limits.COMMENT, required=True)
    now = timezone.now()
    changed = _replace(comment, version, body=body, folded=fold(body), edited_at=now)
    record_thread(actor, Kind.COMMENT_EDITED, changed.thread, changed, at=now)
    note_mentions(changed, now)
    return changed


@transaction.atomic
def delete_comment(*, actor: User, comment: Comment, version: int) -> Comment:
    """Take back one's own comment (an owner: anybody's). Its place in the thread stays, its words go.

    A suggestion that came with it goes too, unless it was accepted; a thread in which nothing is left is resolved.
    """
    require_author(actor, comment, or_owner=True)
    supersede(actor, comment.thread.suggestions.filter(comment=comment, state=Suggestion.State.OPEN))
    comment.thread.suggestions.filter(comment=comment).exclude(state=Suggestion.State.ACCEPTED).update(text="")
    now = timezone.now()
    deleted = _replace(comment, version, body="", folded="", deleted_at=now)
    deleted.mentions.all().delete()
    record_thread(actor, Kind.COMMENT_DELETED, deleted.thread, deleted, before={"author": comment.author_id}, at=now)
    _close_empty(actor, deleted.thread, now)
    return deleted


def _close_empty(actor: User, thread: Thread, now: datetime) -> None:
    if not thread.comments.filter(deleted_at=None).exists() and not thread.is_settled:
        set_state(actor, thread, Thread.State.RESOLVED, at=now)


def _replace(comment: Comment, version: int, **fields: Any) -> Comment:
    if not Comment.objects.replace(comment, version=version, **fields):
        comment.refresh_from_db()
        raise Stale(gettext("This comment was changed in the meantime."), current=comment)
    comment.refresh_from_db()
    touch(comment.thread, timezone.now())
    return comment
