"""What the checks found, and which of them a work wants."""

from django.db import models
from django.db.models import Q

from workbench.accounts.models import Scoped, ScopedQuerySet, User
from workbench.corpus import limits
from workbench.corpus.models.passage import Passage
from workbench.corpus.models.variant import Variant
from workbench.corpus.models.work import Work

__all__ = ["Check", "CheckChoice"]


class Check(Scoped):
    """Something found in a variant: `start:end` of its text at `revision`, `quote` the words there.

    `others` are [translation id, words] of those who have it otherwise. A dismissed one stays so until its words
    change; then it is stale. `thread` is the discussion (its id) that somebody opened of it.
    """

    class State(models.TextChoices):
        """Where it stands."""

        OPEN = "open"
        RAISED = "raised"
        DISMISSED = "dismissed"
        STALE = "stale"

    work = models.ForeignKey(Work, on_delete=models.CASCADE, related_name="checks")
    passage = models.ForeignKey(Passage, on_delete=models.CASCADE, related_name="checks")
    variant = models.ForeignKey(Variant, on_delete=models.CASCADE, related_name="checks")
    kind = models.CharField(max_length=12)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField(blank=True)
    weight = models.FloatField()
    note = models.CharField(max_length=limits.LINE)
    others = models.JSONField(default=list)
    revision = models.PositiveIntegerField()
    state = models.CharField(max_length=9, choices=State, default=State.OPEN)
    reason = models.CharField(max_length=limits.REASON, blank=True)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    decided_at = models.DateTimeField(null=True)
    thread = models.BigIntegerField(null=True)

    objects = ScopedQuerySet["Check"].as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=["open", "raised", "dismissed", "stale"]), name="check_state_known"
            ),
        )
        indexes = (models.Index(fields=["work", "state", "kind"], name="checks_of_a_work"),)

    @property
    def is_decided(self) -> bool:
        """Whether somebody said something of it."""
        return self.state in {self.State.RAISED, self.State.DISMISSED}


class CheckChoice(Scoped):
    """Which kinds of checks a work does without (`off`), and how much one must weigh there, 0..1."""

    work = models.OneToOneField(Work, on_delete=models.CASCADE, primary_key=True, related_name="check_choice")
    off = models.JSONField(default=list)
    least = models.FloatField(default=0.0)

    objects = ScopedQuerySet["CheckChoice"].as_manager()
