"""Counting beside SQLite: in a file of its own, `<database>-rates`, whose writes wait for no disk.

A database in memory counts in memory, and so does a process that cannot use the file (a full disk, a damaged file):
then each process counts for itself.
"""

import logging
import sqlite3
import threading

from django.db import connection

__all__ = ["OPEN", "add", "total"]

_log = logging.getLogger("workbench.counters")
_TABLE = (
    "CREATE TABLE IF NOT EXISTS counter (name TEXT, begin INTEGER, count INTEGER, PRIMARY KEY (name, begin)) "
    "WITHOUT ROWID"
)
_ADD = "INSERT INTO counter VALUES (?, ?, 1) ON CONFLICT (name, begin) DO UPDATE SET count = count + 1 RETURNING count"
_FORGET = "DELETE FROM counter WHERE (name = ? AND begin < ?) OR begin < ?"
_DAY = 24 * 3600
_PATIENCE = 2  # seconds
_lock = threading.Lock()
OPEN: dict[str, sqlite3.Connection] = {}
"""The files in use, by path; ":memory:" among them."""


def add(name: str, begin: int) -> int:
    """Count one more under `name` in the window that began at `begin`; return how many there are."""
    with _lock:
        place = _place()
        try:
            return _add(_store(place), name, begin)
        except sqlite3.Error as error:
            _log.warning("Requests are counted by each process for itself: %s", error)
            OPEN[place] = _opened(":memory:")
            return _add(OPEN[place], name, begin)


def total() -> int:
    """Return how many were counted in all windows that are remembered."""
    with _lock:
        return int(_store(_place()).execute("SELECT coalesce(sum(count), 0) FROM counter").fetchone()[0])


def _add(store: sqlite3.Connection, name: str, begin: int) -> int:
    count = int(store.execute(_ADD, [name, begin]).fetchone()[0])
    if count == 1:
        store.execute(_FORGET, [name, begin, begin - _DAY])
    return count


def _place() -> str:
    name = str(connection.settings_dict["NAME"])
    return ":memory:" if name == ":memory:" or name.startswith("file:") else f"{name}-rates"


def _store(place: str) -> sqlite3.Connection:
    if place not in OPEN:
        OPEN[place] = _opened(place)
    return OPEN[place]


def _opened(place: str) -> sqlite3.Connection:
    store = sqlite3.connect(place, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
    store.execute("PRAGMA journal_mode = WAL")
    store.execute("PRAGMA synchronous = OFF")
    store.execute(_TABLE)
    return store
