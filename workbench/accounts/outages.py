"""Which errors of the database mean that it is away or full, and not that a query is wrong."""

from dataclasses import dataclass
from pathlib import Path
from shutil import disk_usage

from django.db import InterfaceError, OperationalError, connection

__all__ = ["AWAY", "FULL", "Outage", "outage_of"]


@dataclass(frozen=True, slots=True)
class Outage:
    """What stands still: the status of HTTP for it (RFC 9110, RFC 4918), its code, and a sentence for people."""

    status: int
    code: str
    detail: str
    wait: int = 10


AWAY = Outage(503, "database_away", "The database does not answer at the moment; nothing was changed. Try again.")
FULL = Outage(507, "storage_full", "There is no room left to store this; nothing was changed. Reading goes on.", 60)

# What SQLite says; its operational errors are wrong queries, too ("no such table").
_FULL_ON_SQLITE = "database or disk is full"
_MAYBE_FULL_ON_SQLITE = ("unable to open database file", "disk i/o error")  # of the files beside it that it makes
_AWAY_ON_SQLITE = (*_MAYBE_FULL_ON_SQLITE, "database is locked", "attempt to write a readonly")
_NO_ROOM = 100_000  # bytes: a page of each of its files, and their indexes
# SQLSTATE (PostgreSQL, appendix A): no connection, too little of something, an operator's hand, a transaction undone.
_AWAY_ON_POSTGRESQL = ("08", "53", "57", "40")
_FULL_ON_POSTGRESQL = "53100"


def outage_of(error: BaseException | None) -> Outage | None:
    """Return what stands still, None where the error speaks of something else."""
    if not isinstance(error, InterfaceError | OperationalError):
        return None
    message = str(error).lower()
    if error.__cause__ is not None and type(error.__cause__).__module__.startswith("sqlite3"):
        return _on_sqlite(message)
    state = getattr(error.__cause__, "sqlstate", None)
    if state == _FULL_ON_POSTGRESQL:
        return FULL
    return AWAY if state is None or state.startswith(_AWAY_ON_POSTGRESQL) else None


def _on_sqlite(message: str) -> Outage | None:
    if _FULL_ON_SQLITE in message or (message.startswith(_MAYBE_FULL_ON_SQLITE) and _is_full()):
        return FULL
    return AWAY if message.startswith(_AWAY_ON_SQLITE) else None


def _is_full() -> bool:
    """Tell whether there is no room where the file of the database lies."""
    try:
        return disk_usage(Path(str(connection.settings_dict["NAME"])).parent).free < _NO_ROOM
    except OSError:
        return False
