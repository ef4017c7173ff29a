"""Databases of both kinds for other processes, and what those do there."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from tests.postgresql import NoServer, temporary_server

__all__ = ["ROOT", "answer", "fresh_postgresql", "managed", "postgresql_server"]

ROOT = Path(__file__).parents[2]


@contextmanager
def postgresql_server() -> Iterator[str]:
    """Yield the URL of a server: that of the tests, or one that is started; skip the test where there is none."""
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith("postgres"):
        yield given
        return
    try:
        with temporary_server() as url:
            yield url
    except NoServer as error:
        pytest.skip(f"no PostgreSQL: {error}")


def fresh_postgresql(server: str) -> str:
    """Make an empty database on the server; return its URL."""
    name = f"fresh_{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    return f"{server.rpartition('/')[0]}/{name}"


def managed(url: str, *words: str, settings: str = "tests.settings") -> subprocess.CompletedProcess[str]:
    """Run one of `manage.py`'s commands on a database."""
    environment = {**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": settings}
    command = [sys.executable, "manage.py", *words]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=900)


def answer(url: str, script: str) -> object:
    """Run a script on a database; return what it printed, read as JSON."""
    done = managed(url, "shell", "-v", "0", "-c", script)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])
