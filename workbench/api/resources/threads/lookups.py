"""The threads and comments that somebody may see, ready to be shown."""

from django.db.models import QuerySet

from workbench.accounts.models import User
from workbench.review.models import Comment, Thread
from workbench.review.queries import whole

__all__ = ["comments", "threads"]


def threads(user: User) -> QuerySet[Thread]:
    """Return the threads the user may see, ready to be shown."""
    return whole(Thread.objects.visible_to(user))


def comments(user: User) -> QuerySet[Comment]:
    """Return the comments the user may see, ready to be shown."""
    rows: QuerySet[Comment] = Comment.objects.visible_to(user).select_related(
        "workspace", "author", "suggestion__decided_by", "suggestion__revision", "suggestion__anchor"
    )
    return rows
