"""A proposed replacement for the words of an anchor."""

from django.db import models
from django.db.models import Q

from workbench.accounts.models import Scoped, ScopedQuerySet, User
from workbench.corpus import limits
from workbench.corpus.models import Revision
from workbench.review.models.anchor import Anchor
from workbench.review.models.comment import Comment
from workbench.review.models.thread import Thread

__all__ = ["Suggestion"]


class Suggestion(Scoped):
    """`text` in place of the anchor's words. Those of several people stand side by side in a thread.

    A later one of the same person supersedes their open one, and one that is accepted those that are open beside it
    (`superseded_by`). `base` are the words it was made for, "" where that is not known; `written` is what accepting it
    put into the text, where that was not `text`: both together say what others had changed in those words meanwhile.
    """

    class State(models.TextChoices):
        """What became of it."""

        OPEN = "open"
        ACCEPTED = "accepted"
        REJECTED = "rejected"
        SUPERSEDED = "superseded"

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="suggestions")
    comment = models.OneToOneField(Comment, on_delete=models.CASCADE, related_name="suggestion")
    anchor = models.ForeignKey(Anchor, on_delete=models.CASCADE, related_name="suggestions")
    text = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    base = models.TextField(blank=True, default="")
    written = models.TextField(blank=True, default="")
    superseded_by = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    reason = models.CharField(max_length=limits.REASON, blank=True)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decider_attributed_to = models.CharField(max_length=limits.LINE, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    revision = models.ForeignKey(Revision, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    objects = ScopedQuerySet["Suggestion"].as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=["open", "accepted", "rejected", "superseded"]),
                name="suggestion_state_known",
            ),
            models.CheckConstraint(condition=~Q(state="rejected") | ~Q(reason=""), name="rejection_has_reason"),
        )

    @property
    def put(self) -> str:
        """The words that accepting it put into the text, or would where nothing was changed meanwhile."""
        return self.written or self.text

    @property
    def is_withdrawn(self) -> bool:
        """Whether it went with the comment it came with; what was accepted stays. The comment should be loaded."""
        return self.comment.deleted_at is not None and self.state != self.State.ACCEPTED
