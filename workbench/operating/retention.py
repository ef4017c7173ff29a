"""What is kept for a time only: finished tasks, and who did what in the log, where an installation sets a term."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from workbench.journal.append_only import guard, unguard
from workbench.journal.kinds import Kind
from workbench.journal.models import Event
from workbench.operating.people import settle

__all__ = ["LIVED_BY", "TASKS_KEPT", "forget_old", "prune_tasks"]

TASKS_KEPT = timedelta(days=14)
LIVED_BY = frozenset(
    {
        Kind.MEMBER_REMOVED,
        Kind.WORK_DELETED,
        Kind.VARIANT_CONFIRMED,
        Kind.VARIANT_LAPSED,
        Kind.WORDS_REPLACED,
        Kind.WORDS_PUT_BACK,
    }
)
"""Kinds of events that something else is made of than a look at the log."""


def prune_tasks(now: datetime | None = None) -> int:
    """Delete tasks that were over fourteen days ago, done or failed; return how many."""
    finished = DBTaskResult.objects.finished().filter(finished_at__lt=(now or timezone.now()) - TASKS_KEPT)
    deleted, _ = finished.delete()
    return int(deleted)


@transaction.atomic
def forget_old(now: datetime | None = None) -> int:
    """Delete events older than settings.LOG_DAYS; return how many. 0: the log is kept for ever.

    Numbers are not given again: who reads on from a cursor misses nothing that there is. What pages are made of stays:
    who was called how before they left, and what undoes a replacement or tells since when a place is confirmed.
    """
    if not settings.LOG_DAYS:
        return 0
    settle()
    unguard(connection)
    before = (now or timezone.now()) - timedelta(days=settings.LOG_DAYS)
    deleted, _ = Event.objects.filter(at__lt=before).exclude(kind__in=LIVED_BY).order_by().delete()
    settle()
    guard(connection)
    return int(deleted)
