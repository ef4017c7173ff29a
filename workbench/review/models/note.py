"""What somebody notes at a discussion for themselves."""

from typing import Self

from django.db import models

from workbench.accounts.models import Scoped, ScopedQuerySet, User, Versioned, Viewer
from workbench.review.models.thread import Thread

__all__ = ["Note"]


class NoteQuerySet(ScopedQuerySet["Note"]):
    """Private notes."""

    def visible_to(self, user: Viewer) -> Self:
        """Keep the user's own, in workspaces that they are in."""
        return super().visible_to(user).filter(author=user) if user.is_authenticated else self.none()


class Note(Scoped, Versioned):
    """CommonMark that nobody but its author sees: not counted, searched, exported or told of."""

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="notes")
    author = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    body = models.TextField()
    created_at = models.DateTimeField()

    objects = NoteQuerySet.as_manager()
