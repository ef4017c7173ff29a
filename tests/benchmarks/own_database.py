"""A database of a benchmark's own, in a temporary folder: chosen before Django starts, gone afterwards."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["own_database"]


@contextmanager
def own_database() -> Iterator[Path]:
    """Start Django on a fresh SQLite database with all tables, for the length of the block; yield the folder.

    Once a process: import what needs Django within.
    """
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = f"sqlite:///{folder}/benchmark.sqlite3"
        os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
        import django  # noqa: PLC0415 - the database is chosen first
        from django.core.management import call_command  # noqa: PLC0415

        django.setup()
        call_command("migrate", verbosity=0)
        yield Path(folder)
