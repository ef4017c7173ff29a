"""A worker that dies leaves nothing undone: it is missed, and another takes up what it had begun."""

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from time import sleep

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from tests.operating.databases import ROOT, answer, fresh_postgresql, managed, postgresql_server
from tests.operating.held import hold
from workbench.operating import workers
from workbench.operating.models import Worker

SILENT = (
    "from workbench.operating.models import Worker; from django.utils import timezone; from datetime import timedelta;"
)
AGE = (
    f"{SILENT} from django_tasks_db.models import DBTaskResult; ago = timezone.now() - timedelta(minutes=3);"
    "Worker.objects.update(beat_at=ago); DBTaskResult.objects.update(started_at=ago);"
    "from workbench.operating.workers import take_up; print([take_up(), take_up()])"
)
ASK = "from tests.operating.held import hold; hold.enqueue({!r}); print(1)"
SAID = (
    "import json; from django_tasks_db.models import DBTaskResult; from workbench.operating.models import Worker;"
    "print(json.dumps([[one.status, len(one.worker_ids)] for one in DBTaskResult.objects.all()]"
    " + [Worker.objects.count()]))"
)
BATCH = ("db_worker", "--batch", "--interval", "0", "--no-startup-delay", "-v", "0")


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_what_a_killed_worker_had_begun_is_done_once_by_another(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TASKS", "database")
    if kind == "sqlite":
        drill(f"sqlite:///{tmp_path}/killed", tmp_path)
        return
    with postgresql_server() as server:
        drill(fresh_postgresql(server), tmp_path)


def drill(url: str, folder: Path) -> None:
    """Let a worker begin something, kill it, and see what becomes of it."""
    assert managed(url, "migrate", "-v", "0").returncode == 0
    answer(url, ASK.format(str(folder)))
    command = [sys.executable, "manage.py", *BATCH]
    environment = {**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    worker = subprocess.Popen(command, cwd=ROOT, env=environment)
    while not (folder / "begun").exists():
        assert worker.poll() is None
        sleep(0.1)
    worker.kill()
    worker.wait()
    assert answer(url, SAID) == [["RUNNING", 1], 1]
    assert answer(url, AGE) == [1, 0]
    assert managed(url, *BATCH).returncode == 0
    assert (folder / "done").read_text() == "done\n"
    assert answer(url, SAID) == [["SUCCESSFUL", 2], 1]  # the dead one is remembered, the other has said that it ends


@pytest.fixture
def begun(db: None, settings: Settings) -> DBTaskResult:  # type: ignore[type-arg]
    """A task that a worker called "one" began three minutes ago; the worker was heard of a moment ago."""
    settings.TASKS = {"default": {"BACKEND": settings.TASK_BACKENDS["database"]}}
    now = timezone.now()
    Worker.objects.create(name="one", place="here", started_at=now, beat_at=now)
    row = DBTaskResult.objects.get(pk=hold.enqueue("/nowhere").id)
    row.status, row.worker_ids, row.started_at = "RUNNING", ["one"], now - timedelta(minutes=3)
    row.save()
    return row


def test_what_a_living_worker_is_at_is_left_to_it(begun: DBTaskResult) -> None:  # type: ignore[type-arg]
    assert workers.take_up() == 0
    Worker.objects.all().delete()
    DBTaskResult.objects.update(started_at=timezone.now())
    assert workers.take_up() == 0, "a worker of another release may just have begun it"


def test_what_kills_one_worker_after_the_other_is_not_tried_for_ever(begun: DBTaskResult) -> None:  # type: ignore[type-arg]
    Worker.objects.all().delete()
    begun.worker_ids = ["one", "two", "three"]
    begun.save()
    assert workers.take_up() == 1
    begun.refresh_from_db()
    assert (begun.status, begun.traceback) == ("FAILED", "3 workers fell silent at it; it is not tried again")


def test_whoever_could_not_speak_does_not_judge_others(begun: DBTaskResult) -> None:  # type: ignore[type-arg]
    Worker.objects.update(beat_at=timezone.now() - timedelta(minutes=3))
    workers._tell("two", timezone.now() - timedelta(minutes=3))
    begun.refresh_from_db()
    assert begun.status == "RUNNING"
    workers._tell("two", timezone.now())
    begun.refresh_from_db()
    assert begun.status == "READY"


@pytest.mark.django_db(transaction=True)
def test_a_worker_is_heard_of_while_it_lasts(settings: Settings) -> None:
    settings.TASKS = {"default": {"BACKEND": settings.TASK_BACKENDS["database"]}}
    with workers.heard("one"):
        assert [one.name for one in Worker.objects.alive()] == ["one"]
    assert not Worker.objects.exists()
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)
    assert not Worker.objects.exists()
