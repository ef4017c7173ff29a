"""Databases of both kinds for other processes, what those do there, and ports at which they listen."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from tests.postgresql import NoServer, temporary_server

__all__ = ["ROOT", "answer", "free_port", "fresh_postgresql", "managed", "postgresql_server", "wait_for"]

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


def free_port() -> int:
    """Return a port of this machine at which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def wait_for(port: int, process: subprocess.Popen[Any]) -> None:
    """Wait until somebody listens at the port."""
    for _ in range(3000):
        if process.poll() is not None:
            raise AssertionError(f"It ended with {process.returncode}: {process.communicate()[1]}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        sleep(0.1)
    raise AssertionError("Nobody listens.")
