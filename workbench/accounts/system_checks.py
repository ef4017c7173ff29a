"""What `manage.py check` and `migrate` say about the machine the workbench runs on."""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from django.conf import settings
from django.core import checks

__all__ = ["check_sqlite", "has_reset_bug", "warnings_about"]


def has_reset_bug(version: tuple[int, ...]) -> bool:
    """Say whether this SQLite can lose what was written when two connections check-point at once in WAL mode.

    Source: https://sqlite.org/wal.html#walresetbug: fixed in 3.51.3, and in the older lines from 3.50.7 and 3.44.6 on.
    """
    return version < (3, 51, 3) and not ((3, 44, 6) <= version < (3, 45) or (3, 50, 7) <= version < (3, 51))


@checks.register(checks.Tags.database)
def check_sqlite(databases: Sequence[str] | None = None, **kwargs: Any) -> list[checks.CheckMessage]:
    """Warn of a SQLite with the WAL-reset bug, where SQLite is the database. Runs with `migrate` and `--database`."""
    engines = [settings.DATABASES[alias]["ENGINE"] for alias in databases or ()]
    return warnings_about(engines, sqlite3.sqlite_version_info)


def warnings_about(engines: Iterable[str], version: tuple[int, ...]) -> list[checks.CheckMessage]:
    """Return what to say of these database engines on a machine with this version of SQLite."""
    if not any(engine.endswith("sqlite3") for engine in engines) or not has_reset_bug(version):
        return []
    return [
        checks.Warning(
            f"SQLite {'.'.join(map(str, version))} has a rare bug (“WAL reset”) that can damage a database under load.",
            hint="Use a Python with SQLite 3.51.3 or later, or set DATABASE_URL to a PostgreSQL database.",
            id="accounts.W001",
        )
    ]
