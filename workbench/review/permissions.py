"""Who may do what to a discussion, as predicates over the role in its workspace and who wrote what.

What each role may do in general is said by `accounts.models.Role`: readers write and delete nothing here
that others see (their notes and kept filters: `actions.notes`, `actions.queues`); reviewers change and delete what is
their own.
"""

from django.utils.translation import gettext

from workbench.accounts.models import Role, User
from workbench.accounts.permissions import can_comment, require_role, role_in
from workbench.corpus.errors import NotAllowed
from workbench.review.models import Comment

__all__ = ["can_edit_comment", "require_author", "require_role"]


def can_edit_comment(user: User, comment: Comment) -> bool:
    """Say whether the user may edit or delete the comment: its author, while they may comment at all."""
    return (
        comment.author_id == user.pk
        and not comment.attributed_to
        and comment.deleted_at is None
        and can_comment(user, comment.workspace_id)
    )


def require_author(user: User, comment: Comment, *, or_owner: bool = False) -> None:
    """Raise `NotAllowed` unless the user wrote the comment (or, with `or_owner`, owns the workspace)."""
    if can_edit_comment(user, comment):
        return
    if or_owner and role_in(user, comment.workspace_id) == Role.OWNER:
        return
    raise NotAllowed(gettext("Only its author may do this."))
