"""A database of a benchmark's own: chosen before Django starts, gone afterwards.

A file in a temporary folder, or, where `DATABASE_URL` names a PostgreSQL server (`python -m tests.postgresql python -m
tests.benchmarks.events`), a database beside the one it names.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

__all__ = ["own_database"]


@contextmanager
def own_database() -> Iterator[Path]:
    """Start Django on a fresh database with all tables, for the length of the block; yield a folder.

    Once a process: import what needs Django within.
    """
    with tempfile.TemporaryDirectory() as folder, _fresh(Path(folder)) as url:
        os.environ["DATABASE_URL"] = url
        os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
        import django  # noqa: PLC0415 - the database is chosen first
        from django.core.management import call_command  # noqa: PLC0415
        from django.db import connections  # noqa: PLC0415

        django.setup()
        call_command("migrate", verbosity=0)
        try:
            yield Path(folder)
        finally:
            connections.close_all()


@contextmanager
def _fresh(folder: Path) -> Iterator[str]:
    server = os.environ.get("DATABASE_URL", "")
    if not server.startswith("postgres"):
        yield f"sqlite:///{folder}/benchmark.sqlite3"
        return
    import psycopg  # noqa: PLC0415 - only where there is a server

    name = f"benchmark_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        try:
            yield urlsplit(server)._replace(path=f"/{name}").geturl()
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
