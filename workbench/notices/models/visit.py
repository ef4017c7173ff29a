"""How far somebody has seen a work, and where they had been the time before."""

from datetime import datetime, timedelta

from django.db import models

from workbench.accounts.models import Scoped, ScopedQuerySet, User
from workbench.corpus.models import Work

__all__ = ["PAUSE", "Visit"]

PAUSE = timedelta(minutes=30)
"""Who comes back after it comes for another visit."""


class Visit(Scoped):
    """A person's last visit to a work: at `at` they had seen all up to the cursor `seen_to`; it began at `since`."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    work = models.ForeignKey(Work, on_delete=models.CASCADE, related_name="+")
    since = models.PositiveBigIntegerField()
    seen_to = models.PositiveBigIntegerField()
    at = models.DateTimeField()

    objects = ScopedQuerySet["Visit"].as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["user", "work"], name="one_last_visit_to_a_work"),)

    def known_at(self, now: datetime) -> int:
        """Return the cursor up to which nothing is new: until a visit is over, what was new when it began stays so."""
        return self.seen_to if now - self.at > PAUSE else self.since
