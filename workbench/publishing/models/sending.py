"""What somebody without an account says of a passage."""

from django.db import models
from django.db.models import Q

from workbench.accounts.models import Scoped, ScopedQuerySet, User
from workbench.corpus import limits
from workbench.corpus.models import Passage, Variant, Work

__all__ = ["Sending"]


class Sending(Scoped):
    """Words that a reader sent, seen by members alone until one of them takes or refuses them.

    `quote` are the words of `variant` that they speak of, "" for the passage; `suggestion` those proposed instead, None
    for none. `name` is what the sender called themselves. `thread` is the discussion (its id) that was opened of it.
    """

    class State(models.TextChoices):
        """What became of it."""

        WAITING = "waiting"
        TAKEN = "taken"
        REFUSED = "refused"

    work = models.ForeignKey(Work, on_delete=models.CASCADE, related_name="sendings")
    passage = models.ForeignKey(Passage, on_delete=models.CASCADE, related_name="+")
    variant = models.ForeignKey(Variant, on_delete=models.SET_NULL, null=True, related_name="+")
    quote = models.TextField(blank=True)
    body = models.TextField()
    suggestion = models.TextField(null=True)  # noqa: DJ001 - "" proposes to leave the words out
    name = models.CharField(max_length=limits.LINE, blank=True)
    state = models.CharField(max_length=7, choices=State, default=State.WAITING)
    sent_at = models.DateTimeField()
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    thread = models.BigIntegerField(null=True)

    objects = ScopedQuerySet["Sending"].as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(state__in=["waiting", "taken", "refused"]), name="sending_state_known"),
        )
        indexes = (models.Index(fields=["work", "state", "id"], name="sendings_of_a_work"),)
