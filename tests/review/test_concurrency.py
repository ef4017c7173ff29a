"""Many processes edit one variant at once: none is locked out, nothing acknowledged is lost."""

import json
import os
import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection

from tests.factories import make_user, make_work, make_workspace, variant_of
from workbench.corpus.models import Revision

ROOT = Path(__file__).parents[2]
PROCESSES = 8
EDITS = 200


@pytest.fixture
def database_url(tmp_path: Path) -> str:
    """Return the URL of a database of the test's own."""
    return empty_database(tmp_path)


def empty_database(folder: Path) -> str:
    """Return the URL of an empty database that other processes can open, of the kind the tests run on."""
    if connection.vendor == "sqlite":
        return f"sqlite:///{folder / 'edited.sqlite3'}"
    settings = connection.settings_dict
    name = f"edited_{uuid4().hex}"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
    return f"postgresql://{settings['USER']}:{settings['PASSWORD']}@{settings['HOST']}:{settings['PORT']}/{name}"


def run(database_url: str, *arguments: str) -> subprocess.Popen[str]:
    """Start a Python process that works on the database."""
    environment = {**os.environ, "DATABASE_URL": database_url, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    return subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(process: subprocess.Popen[str]) -> str:
    """Wait for a process that must succeed; return what it printed."""
    out, err = process.communicate(timeout=300)
    assert process.returncode == 0, err
    return out


PREPARE = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from tests.review.test_concurrency import prepare
print(prepare())
"""
READ = """
import json, sys
import django; django.setup()
from tests.review.test_concurrency import revisions
print(json.dumps(revisions()))
"""


def prepare() -> int:
    """Fill the other database with one small work; return the variant to edit."""
    owner = make_user("owner")
    return variant_of(make_work(owner, make_workspace(owner)), "1", "A").pk


def revisions() -> dict[int, str]:
    """Return what the other database holds of the edited variant: number -> text."""
    return dict(
        Revision.objects.filter(variant__passage__reference="1", variant__translation__siglum="A").values_list(
            "number", "text"
        )
    )


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_eight_processes_edit_one_variant_and_nothing_acknowledged_is_lost(database_url: str) -> None:
    pk = int(finish(run(database_url, "-c", PREPARE)))
    workers = [
        run(database_url, "-m", "tests.review.editing_worker", str(pk), "owner", str(EDITS)) for _ in range(PROCESSES)
    ]
    acknowledged: dict[str, str] = {}
    for worker in workers:
        answers = json.loads(finish(worker))["acknowledged"]
        assert len(answers) == EDITS
        assert not acknowledged.keys() & answers.keys()
        acknowledged |= answers
    stored = json.loads(finish(run(database_url, "-c", READ)))
    assert stored == {"1": "The cat sat on the mat.", **acknowledged}
    assert sorted(map(int, stored)) == list(range(1, PROCESSES * EDITS + 2))
