"""`workbench serve`: the server, once the database is what this release wants."""

import os
import sys
import tempfile
from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor


class Command(BaseCommand):
    """Refuse a database that was not migrated, collect static files, and become the server."""

    help = "Serve pages and API with gunicorn; stops with a sentence where the database was not migrated."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--bind", default="127.0.0.1:8000", help="address and port (127.0.0.1:8000)")
        parser.add_argument("--workers", type=int, default=4, help="processes (4)")
        parser.add_argument("--threads", type=int, default=4, help="threads of each (4)")

    def handle(self, *args: Any, **options: Any) -> None:
        refuse_pending_migrations()
        call_command("collectstatic", verbosity=0, interactive=False)
        become_server(options["bind"], workers=options["workers"], threads=options["threads"])


def refuse_pending_migrations() -> None:
    """Raise `CommandError` where the database is away or lacks what this release wants."""
    try:
        executor = MigrationExecutor(connection)
        pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        raise CommandError(f"The database does not answer: {error}") from error
    if pending:
        count = f"{len(pending)} migrations" if len(pending) > 1 else "1 migration"
        raise CommandError(
            f"The database is behind this release by {count}, first {pending[0][0]}. Run `workbench migrate` before."
        )


def become_server(bind: str, *, workers: int, threads: int) -> None:
    """Become gunicorn. At SIGTERM it takes nothing new, and ends when what is begun is answered, after 25 s at most."""
    connection.close()
    os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", tempfile.mkdtemp(prefix="workbench-", dir=_memory() or None))
    options = {"--bind": bind, "--workers": workers, "--threads": threads, "--log-level": "warning"}
    drained = {"--graceful-timeout": 25, "--worker-tmp-dir": _memory()}
    words = [str(word) for option in {**options, **drained}.items() if option[1] for word in option]
    os.execv(sys.executable, [sys.executable, "-m", "gunicorn", *words, "workbench.wsgi"])  # noqa: S606 - no shell


def _memory() -> str:
    """Return a folder in memory for gunicorn's heartbeats, "" where there is none: a disk can be full."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else ""  # noqa: S108 - gunicorn makes its file safely
