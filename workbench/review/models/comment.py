"""One contribution to a thread."""

from typing import Self

from django.db import models

from workbench.accounts.models import Reader, Scoped, ScopedQuerySet, User, Versioned
from workbench.corpus import limits
from workbench.review.models.thread import Thread

__all__ = ["Comment"]


class CommentQuerySet(ScopedQuerySet["Comment"]):
    """Comments."""

    def shown_to(self, reader: Reader) -> Self:
        """Keep those of discussions that are shown."""
        return self.filter(thread__in=Thread.objects.visible_to(reader), deleted_at=None)


class Comment(Scoped, Versioned):
    """What somebody said: CommonMark in `body`, rendered by `review.rendering` only. A deleted one keeps its place.

    `folded` is what a search reads: see `review.folding`.
    """

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="comments")
    body = models.TextField(blank=True)  # at most `limits.COMMENT` code points
    folded = models.TextField(blank=True, editable=False)
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    attributed_to = models.CharField(max_length=limits.LINE, blank=True)
    created_at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True, blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(deleted_at=None) | models.Q(body="", folded=""), name="deleted_comment_has_no_body"
            ),
        )
        indexes = (models.Index(fields=["thread", "created_at"], name="comment_order"),)
