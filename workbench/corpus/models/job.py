"""An import, an export or a deletion that takes long, on its way."""

from collections.abc import Iterator
from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone

from workbench.accounts.models import Scoped, ScopedQuerySet, User, Viewer
from workbench.corpus import limits
from workbench.corpus.models.transfer import Import
from workbench.corpus.models.work import Work

__all__ = ["Job", "JobPart"]

SILENT_AFTER = timedelta(minutes=2)
"""Whoever does a job says so every few seconds; who has said nothing for so long is gone."""


class JobQuerySet(ScopedQuerySet["Job"]):
    """Jobs, as a person may see them."""

    def visible_to(self, user: Viewer) -> "JobQuerySet":
        """Keep one's own, in workspaces that one is still a member of; readers without an account see none."""
        mine = super().visible_to(user)
        return mine.filter(created_by_id=user.pk) if isinstance(user, User) else mine.none()

    def free(self) -> "JobQuerySet":
        """Keep those that somebody may take: they wait, or whoever was at them is gone."""
        silent = Q(state=Job.State.RUNNING, beat_at__lt=timezone.now() - SILENT_AFTER)
        return self.filter(Q(state=Job.State.WAITING) | silent)


class Job(Scoped):
    """A file that is to be brought in, a work that is to become a file or to go; `worker` does it, heard at `beat_at`.

    `said` is what was asked; `data` the file that is brought or, when it is `done`, the one that was made; a large one
    lies in its `parts`. `finished` counts the variants that were written, of `total`.
    """

    class Kind(models.TextChoices):
        """What is done."""

        IMPORT = "import"
        EXPORT = "export"
        DELETION = "deletion"

    class State(models.TextChoices):
        """How far it is."""

        WAITING = "waiting"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"
        CANCELLED = "cancelled"

    kind = models.CharField(max_length=8, choices=Kind)
    state = models.CharField(max_length=9, choices=State, default=State.WAITING)
    work = models.ForeignKey(Work, on_delete=models.SET_NULL, null=True, related_name="+")
    file_name = models.CharField(max_length=limits.LINE)
    media_type = models.CharField(max_length=100, blank=True)
    data = models.BinaryField()
    said = models.JSONField(default=dict)
    finished = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    outcome = models.JSONField(default=dict)
    done_import = models.ForeignKey(Import, on_delete=models.SET_NULL, null=True, related_name="+")
    worker = models.CharField(max_length=32, blank=True)
    beat_at = models.DateTimeField(null=True)
    created_by = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    created_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=["import", "export", "deletion"]), name="job_kind_known"),
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "running", "done", "failed", "cancelled"]), name="job_state_known"
            ),
        )

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.state in {self.State.WAITING, self.State.RUNNING}

    @property
    def is_silent(self) -> bool:
        """Whether whoever was at it is gone."""
        return self.state == self.State.RUNNING and (
            self.beat_at is None or self.beat_at < timezone.now() - SILENT_AFTER
        )

    @property
    def has_file(self) -> bool:
        """Whether there is a file to be fetched."""
        return self.kind == self.Kind.EXPORT and self.state == self.State.DONE

    @property
    def is_in_parts(self) -> bool:
        """Whether its file lies in its parts."""
        return self.has_file and not self.data

    def read_parts(self) -> Iterator[bytes]:
        """Yield the parts of its file in their order, one held at a time. A query for each."""
        number = 0
        while (part := self.parts.filter(number=number).first()) is not None:
            yield bytes(part.data)
            number += 1


class JobPart(Scoped):
    """A part of a large file that was made, numbered from 0: no write and no reader holds more than this at a time."""

    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="parts")
    number = models.PositiveIntegerField()
    data = models.BinaryField()

    objects = ScopedQuerySet["JobPart"].as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["job", "number"], name="one_part_per_number"),)
