"""Settings are read from the environment; what is unreadable stops the start with a message."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


def start(**environment: str) -> subprocess.CompletedProcess[str]:
    """Read the settings in a process of their own, and print where tasks go."""
    known = {"SECRET_KEY": "x" * 40, "PATH": os.environ["PATH"], **environment}
    command = [sys.executable, "-c", "from workbench.settings import TASKS; print(TASKS['default']['BACKEND'])"]
    return subprocess.run(command, env=known, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("wanted", "backend"),
    [
        ({}, "workbench.operating.immediate.ImmediateBackend"),
        ({"TASKS": "immediate"}, "workbench.operating.immediate.ImmediateBackend"),
        ({"TASKS": "database"}, "django_tasks_db.DatabaseBackend"),
    ],
)
def test_long_jobs_go_where_the_environment_says(wanted: dict[str, str], backend: str) -> None:
    assert start(**wanted).stdout == f"{backend}\n"


def test_the_databases_address_may_be_in_a_file(tmp_path: Path) -> None:
    place = tmp_path / "url"
    place.write_text("postgresql://vera:secret@there:5/letters\n")
    known = {"SECRET_KEY": "x" * 40, "PATH": os.environ["PATH"], "DATABASE_URL_FILE": str(place)}
    said = "from workbench.settings import DATABASES as d; print(d['default']['NAME'], d['default']['PORT'])"
    done = subprocess.run([sys.executable, "-c", said], env=known, capture_output=True, text=True, check=True)
    assert done.stdout == "letters 5\n"


def test_another_place_for_long_jobs_is_refused_by_name() -> None:
    refused = start(TASKS="redis")
    assert refused.returncode == 1
    assert "TASKS is 'redis'; one of immediate, database is expected." in refused.stderr
