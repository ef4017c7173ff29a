"""What is kept for a time only goes when that is over, and nothing else."""

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from tests.conftest import Team
from workbench.accounts.actions import make_token
from workbench.journal.append_only import guard, unguard
from workbench.journal.kinds import Kind
from workbench.journal.models import Event
from workbench.operating.retention import forget_old, prune_tasks

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def task(status: TaskResultStatus, days: int) -> "DBTaskResult[..., Any]":
    at = NOW - timedelta(days=days)
    over = at if status in {TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED} else None
    made: DBTaskResult[..., Any] = DBTaskResult.objects.create(
        status=status, finished_at=over, task_path="x", args_kwargs={}, queue_name="default", backend_name="default"
    )
    DBTaskResult.objects.filter(pk=made.pk).update(enqueued_at=at)
    return made


def test_tasks_that_were_over_two_weeks_ago_go_and_no_others() -> None:
    for status in (TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED):
        task(status, 15)
    kept = {task(TaskResultStatus.SUCCESSFUL, 13).pk, task(TaskResultStatus.FAILED, 13).pk}
    kept |= {task(TaskResultStatus.READY, 30).pk, task(TaskResultStatus.RUNNING, 30).pk}
    assert prune_tasks(NOW) == 2
    assert set(DBTaskResult.objects.values_list("pk", flat=True)) == kept


def test_the_log_is_kept_for_ever_unless_a_term_is_set(team: Team) -> None:
    before = Event.objects.count()
    assert forget_old(NOW + timedelta(days=40_000)) == 0
    assert Event.objects.count() == before > 0


def test_events_older_than_the_term_go_and_the_log_is_closed_again(team: Team, settings: Settings) -> None:
    settings.LOG_DAYS = 365
    unguard(connection)
    guard(connection)
    make_token(actor=team.owner, name="nightly", scopes=["read"], expires_at=None)
    assert forget_old(NOW + timedelta(days=364)) == 0
    later = timezone.now() + timedelta(days=366)
    assert forget_old(later) > 0
    assert set(Event.objects.values_list("kind", flat=True)) <= {Kind.MEMBER_REMOVED}
    make_token(actor=team.owner, name="weekly", scopes=["read"], expires_at=None)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Event.objects.all().update(name="forged")


def test_the_command_says_what_it_did(team: Team, settings: Settings) -> None:
    settings.LOG_DAYS = 30
    out = StringIO()
    call_command("prune", stdout=out)
    assert out.getvalue().splitlines() == [
        "0 tasks that were over for 14 days were deleted.",
        "0 events older than 30 days were deleted.",
    ]
