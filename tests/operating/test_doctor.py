"""The doctor names what is wrong and what mends it, and nothing where all is well."""

from datetime import timedelta
from io import StringIO
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from tests.conftest import Team
from workbench.corpus.models import IndexedText, Passage
from workbench.operating import doctor
from workbench.operating.models import Worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def well(settings: Settings, team: Team, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """An installation in which nothing is to be mended."""
    settings.HTTPS, settings.PROXIES, settings.ALLOWED_HOSTS = True, 1, ["letters.example.org"]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    monkeypatch.setattr("django.core.checks.run_checks", lambda **_: [])
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=10**12))
    Passage.objects.update(is_measured=True)
    Worker.objects.create(name="one", place="here, process 7", started_at=timezone.now(), beat_at=timezone.now())
    return settings


def found() -> list[str]:
    return [f"{one.what} {one.mend}" for one in doctor.examine()]


def test_nothing_is_found_where_all_is_well(well: Settings) -> None:
    assert found() == []
    out = StringIO()
    call_command("doctor", stdout=out)
    assert out.getvalue() == "Nothing to mend was found.\n"


@pytest.mark.parametrize(
    ("setting", "value", "said"),
    [
        ("DEBUG", True, "DEBUG is on"),
        ("HTTPS", False, "passwords travel in the clear"),
        ("PROXIES", 0, "redirected for ever"),
        ("ALLOWED_HOSTS", ["localhost"], "Add the name by which people reach it"),
        ("ALLOWED_HOSTS", ["*"], "links in letters can be forged"),
        ("EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend", "sent to nobody"),
    ],
)
def test_a_setting_that_harms_is_named(well: Settings, setting: str, value: object, said: str) -> None:
    setattr(well, setting, value)
    (one,) = found()
    assert said in one


def test_what_lies_in_the_database_is_looked_at(well: Settings, team: Team) -> None:
    Passage.objects.update(is_measured=False)
    IndexedText.objects.all().delete()
    assert [words.split(". ")[1] for words in found()] == ["workbench measure", "workbench index"]
    task = {"args_kwargs": {"args": [], "kwargs": {}}, "priority": 0, "task_path": "t", "backend_name": "default"}
    for status, at in (("READY", "enqueued_at"), ("FAILED", "finished_at")):
        row = DBTaskResult.objects.create(**task, status=status)
        DBTaskResult.objects.filter(pk=row.pk).update(**{at: timezone.now() - timedelta(hours=1)})
    assert [words.split(" ")[3] for words in found()] == ["waited", "in"]


def test_a_worker_that_fell_silent_is_named(well: Settings) -> None:
    Worker.objects.update(beat_at=timezone.now() - timedelta(minutes=3))
    none, silent = found()
    assert "Start one: workbench db_worker" in none
    assert "(here, process 7)" in silent
    well.TASKS = {"default": {"BACKEND": well.TASK_BACKENDS["immediate"]}}
    assert not any(one.startswith("No worker") for one in found())


def test_a_database_that_is_behind_is_not_looked_into(well: Settings) -> None:
    recorder = MigrationRecorder(connection)
    last = sorted(name for app, name in recorder.applied_migrations() if app == "notices")[-1]
    recorder.record_unapplied("notices", last)
    assert found() == ["The database is behind this release, by 1 of its migrations. workbench migrate"]


def test_what_is_grave_stands_first_and_fails_the_command(well: Settings) -> None:
    well.ALLOWED_HOSTS, well.DEBUG = ["localhost"], True
    out = StringIO()
    with pytest.raises(SystemExit) as stopped:
        call_command("doctor", stdout=out)
    assert stopped.value.code == 1
    assert [line[0] for line in out.getvalue().splitlines() if not line.startswith(" ")] == ["!", "-"]
