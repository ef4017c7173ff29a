"""A filter over discussions that somebody keeps."""

from typing import Self

from django.db import models
from django.db.models import Q

from workbench.accounts.models import User, Viewer, Workspace
from workbench.corpus.models import Work

__all__ = ["KeptQueue"]


class KeptQueueQuerySet(models.QuerySet["KeptQueue"]):
    """Filters that people keep."""

    def visible_to(self, user: Viewer) -> Self:
        """Keep the user's own, those of works that they may still see."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        return self.filter(Q(work=None) | Q(work__in=Work.objects.visible_to(user)), owner=user)


class KeptQueue(models.Model):
    """A query of the review queue (`query`, as it stands in the address) under a name; for one person alone.

    `work` is None for the queue of all works, and so is its workspace.
    """

    owner = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    work = models.ForeignKey(Work, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=2_000, blank=True)

    objects = KeptQueueQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["owner", "work", "name"], name="a_work_s_queue_is_kept_once"),
            models.UniqueConstraint(fields=["owner", "name"], condition=Q(work=None), name="a_queue_is_kept_once"),
        )
