"""What a person follows, or wants to hear nothing of."""

from django.db import models
from django.db.models import Q

from workbench.accounts.models import Scoped, ScopedQuerySet, User
from workbench.corpus.models import Work
from workbench.review.models import Thread

__all__ = ["Subscription"]


class Subscription(Scoped):
    """A work or a thread that somebody follows or muted. Threads they took part in are followed without one.

    Of a work is told what happened after the cursor `since`.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    work = models.ForeignKey(Work, on_delete=models.CASCADE, null=True, related_name="+")
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, null=True, related_name="+")
    is_muted = models.BooleanField(default=False)
    since = models.PositiveBigIntegerField(default=0)

    objects = ScopedQuerySet["Subscription"].as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(work=None, thread__isnull=False) | Q(work__isnull=False, thread=None),
                name="a_work_or_a_thread_is_followed",
            ),
            models.UniqueConstraint(fields=["user", "work"], name="a_work_is_followed_once"),
            models.UniqueConstraint(fields=["user", "thread"], name="a_thread_is_followed_once"),
        )
