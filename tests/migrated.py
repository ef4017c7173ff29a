"""The empty database of the tests, kept between runs: to migrate takes longer than most runs of a file.

A copy lies beside pytest's own cache, named by what the migrations and the models say; another word in one of them and
it is made anew by the migrations, as it is on PostgreSQL at every run.
"""

import os
import sqlite3
from contextlib import closing
from hashlib import blake2b
from pathlib import Path

from django.db.backends.base.base import BaseDatabaseWrapper

__all__ = ["keep", "take"]

_ROOT = Path(__file__).parents[1]
_SAID = (
    "workbench/**/migrations/*.py",
    "workbench/**/models/*.py",
    "workbench/**/models.py",
    "workbench/journal/append_only.py",
    "requirements-dev.lock",
)


def take(connection: BaseDatabaseWrapper, cache: Path) -> sqlite3.Connection | None:
    """Fill the memory that the tests' database will be with the kept copy; None where there is none.

    The memory lives as long as the connection that is returned, or another to it.
    """
    path = _kept(cache)
    if connection.vendor != "sqlite" or not path.exists():
        return None
    name = connection.creation._get_test_db_name()  # type: ignore[attr-defined]  # SQLite has it
    memory = sqlite3.connect(name, uri=True)
    with closing(sqlite3.connect(path)) as kept:
        kept.backup(memory)
    return memory


def keep(connection: BaseDatabaseWrapper, cache: Path) -> None:
    """Keep a copy of the tests' database as the migrations left it, instead of all older ones."""
    path = _kept(cache)
    if connection.vendor != "sqlite" or path.exists():
        return
    for older in cache.glob("migrated-*.sqlite3"):
        older.unlink(missing_ok=True)
    unfinished = path.with_suffix(f".{os.getpid()}")
    with closing(sqlite3.connect(unfinished)) as fresh:
        connection.connection.backup(fresh)
    unfinished.rename(path)


def _kept(cache: Path) -> Path:
    said = blake2b(digest_size=16)
    for path in sorted(path for pattern in _SAID for path in _ROOT.glob(pattern)):
        said.update(path.read_bytes())
    return cache / f"migrated-{said.hexdigest()}.sqlite3"
