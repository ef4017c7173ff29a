"""Who is at work here: the workers that take tasks from the queue, each heard of every few seconds."""

from datetime import timedelta

from django.db import models
from django.utils import timezone

__all__ = ["BEAT", "SILENT_AFTER", "Worker"]

BEAT = 5.0
"""Seconds between two signs of life."""
SILENT_AFTER = timedelta(minutes=2)
"""A worker of which nothing was heard for so long is dead."""


class WorkerQuerySet(models.QuerySet["Worker"]):
    """Workers by whether they live."""

    def alive(self) -> "WorkerQuerySet":
        """Keep those that were heard of lately."""
        return self.filter(beat_at__gte=timezone.now() - SILENT_AFTER)

    def dead(self) -> "WorkerQuerySet":
        """Keep those that fell silent without saying that they end."""
        return self.filter(beat_at__lt=timezone.now() - SILENT_AFTER)


class Worker(models.Model):
    """A process of `workbench db_worker`, at work since `started_at`, last heard of at `beat_at`.

    `name` is what tasks call it by, `place` the machine and the number of the process. Its row goes when it ends.
    """

    name = models.CharField(max_length=64, primary_key=True)
    place = models.CharField(max_length=300)
    started_at = models.DateTimeField()
    beat_at = models.DateTimeField()

    objects = WorkerQuerySet.as_manager()
