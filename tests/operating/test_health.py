"""Whether the server runs and can work, and what people and scripts are told while the database is away or full."""

import sqlite3
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import DatabaseError, InterfaceError, OperationalError, ProgrammingError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client, RequestFactory
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from workbench.accounts.outages import AWAY, FULL, outage_of
from workbench.api.protocol.problems import problem_of
from workbench.operating.models import Worker
from workbench.web.site import error_pages


class _SaidByPostgresql(Exception):
    sqlstate: str | None = ""


def _of_sqlite(message: str) -> OperationalError:
    error = OperationalError(message)
    error.__cause__ = sqlite3.OperationalError(message)
    return error


def _of_postgresql(sqlstate: str | None) -> OperationalError:
    cause = _SaidByPostgresql()
    cause.sqlstate = sqlstate
    error = OperationalError("said")
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "outage"),
    [
        (_of_sqlite("database is locked"), AWAY),
        (_of_sqlite("unable to open database file"), AWAY),
        (_of_sqlite("database or disk is full"), FULL),
        (_of_sqlite("no such table: works"), None),
        (_of_postgresql(None), AWAY),  # no connection came about
        (_of_postgresql("57P01"), AWAY),
        (_of_postgresql("53100"), FULL),
        (_of_postgresql("42601"), None),
        (InterfaceError("connection already closed"), AWAY),
        (ProgrammingError("wrong"), None),
        (ValueError("wrong"), None),
        (None, None),
    ],
)
def test_what_is_away_or_full_is_told_from_what_is_wrong(error: Exception | None, outage: object) -> None:
    assert outage_of(error) is outage


@pytest.mark.parametrize(("free", "outage"), [(4096, FULL), (10_000_000, AWAY)])
@pytest.mark.parametrize("said", ["disk I/O error", "unable to open database file"])
def test_what_cannot_be_made_on_a_full_disk_is_told_as_full(
    monkeypatch: pytest.MonkeyPatch, said: str, free: int, outage: object
) -> None:
    monkeypatch.setattr("workbench.accounts.outages.disk_usage", lambda _: SimpleNamespace(free=free))
    assert outage_of(_of_sqlite(said)) is outage


@pytest.mark.parametrize(("message", "status", "wait"), [("locked", 503, "10"), ("or disk is full", 507, "60")])
def test_scripts_and_people_are_told_when_to_come_again(
    rf: RequestFactory, message: str, status: int, wait: str
) -> None:
    error = _of_sqlite(f"database {'is ' if message == 'locked' else ''}{message}")
    problem = problem_of(error)
    assert (problem.status, problem.headers["Retry-After"]) == (status, wait)
    try:
        raise error
    except DatabaseError:
        page = error_pages.show_server_error(rf.get("/"))
    assert (page.status_code, page["Retry-After"]) == (status, wait)
    assert "nothing was changed" in page.content.decode()


def test_the_server_lives_without_a_database(client: Client) -> None:
    assert client.get("/livez").json() == {"status": "ok", "checks": {}}


@pytest.mark.django_db
def test_a_probe_may_call_it_by_any_name_and_asks_four_things(client: Client) -> None:
    answer = client.get("/readyz", headers={"host": "10.1.2.3:8000"})
    assert answer.status_code == 200
    assert answer.json()["checks"] == {"database": "ok", "migrations": "ok", "tasks": "ok", "workers": "ok"}
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_a_database_that_was_not_migrated_is_not_ready(client: Client) -> None:
    recorder = MigrationRecorder(connection)
    recorder.record_unapplied("corpus", "0001_initial")
    answer = client.get("/readyz")
    assert (answer.status_code, answer["Retry-After"]) == (503, "10")
    assert answer.json() == {"status": "unavailable", "checks": {"database": "ok", "migrations": "1 pending"}}


@pytest.mark.django_db
def test_where_workers_are_wanted_one_must_be_heard_of(client: Client, settings: Settings) -> None:
    settings.TASKS = {"default": {"BACKEND": settings.TASK_BACKENDS["database"]}}
    assert client.get("/readyz").json()["checks"]["workers"] == "none is heard of"
    now = timezone.now()
    one = Worker.objects.create(name="one", place="here", started_at=now, beat_at=now)
    assert client.get("/readyz").status_code == 200
    one.beat_at = now - timedelta(minutes=3)
    one.save()
    assert client.get("/readyz").status_code == 503


@pytest.mark.django_db
@pytest.mark.parametrize(("minutes", "said"), [(4, "ok"), (6, "no worker")])
def test_what_waits_too_long_has_no_worker(client: Client, minutes: int, said: str) -> None:
    task = DBTaskResult.objects.create(
        args_kwargs={"args": [], "kwargs": {}}, priority=0, task_path="t", queue_name="default", backend_name="default"
    )
    DBTaskResult.objects.filter(pk=task.pk).update(enqueued_at=timezone.now() - timedelta(minutes=minutes))
    assert client.get("/readyz").json()["checks"]["tasks"] == said


def test_a_database_that_is_away_is_not_ready(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> None:
        raise OperationalError("connection refused")

    monkeypatch.setattr(MigrationRecorder, "applied_migrations", fail)
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["checks"] == {"database": "away"}
