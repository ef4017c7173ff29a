"""Reads that a replica of PostgreSQL answers, where `REPLICA_URL` names one: those of requests that only read.

Whoever was answered reads what they wrote, and so does everybody whom they tell: PostgreSQL answers a commit once the
replica shows it (`synchronous_commit = remote_apply`, with the replica among `synchronous_standby_names`). Nobody is
remembered for that. Where the primary promises less, or the replica is away, the primary is read.
"""

import logging
from collections.abc import Callable
from contextvars import ContextVar
from time import monotonic
from typing import Any

from django.db import DatabaseError, connections
from django.db.models import Model
from django.http import HttpRequest, HttpResponse

__all__ = ["ALIAS", "Router", "is_promised", "read_from_replica"]

ALIAS = "replica"
LOOK_AGAIN = 10
"""Seconds for which it holds what was found out about primary and replica."""

_log = logging.getLogger("workbench.replica")
_PROMISE = "SELECT current_setting('synchronous_commit'), current_setting('synchronous_standby_names')"
_UNLOGGED = {"accounts.ratecounter"}  # no replica has it
_is_reading: ContextVar[bool] = ContextVar("is_reading", default=False)
_found = {"until": float("-inf"), "good": False}


class Router:
    """settings.DATABASE_ROUTERS: where Django reads and writes. Inside a transaction all of it is the primary's."""

    def db_for_read(self, model: type[Model], **hints: Any) -> str:
        """Return the replica in a request that only reads, but for what it does not have."""
        if not _is_reading.get() or model._meta.label_lower in _UNLOGGED:
            return "default"
        return "default" if connections["default"].in_atomic_block else ALIAS

    def db_for_write(self, model: type[Model], **hints: Any) -> str:
        """Return the primary, wherever a row was read."""
        return "default"

    def allow_relation(self, one: Model, other: Model, **hints: Any) -> bool:
        """Both are one database."""
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        """Tables come to the replica by themselves."""
        return db == "default"


def read_from_replica(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Let requests that only read be answered by the replica, while it may be."""

    def respond(request: HttpRequest) -> HttpResponse:
        held = _is_reading.set(request.method in {"GET", "HEAD"} and _is_good())
        try:
            return get_response(request)
        finally:
            _is_reading.reset(held)

    return respond


def is_promised() -> bool:
    """Ask the primary whether a commit waits until the replica shows it."""
    with connections["default"].cursor() as cursor:
        cursor.execute(_PROMISE)
        commit, standbys = cursor.fetchone()
    return bool(commit == "remote_apply" and standbys)


def _is_good() -> bool:
    """Say whether the replica may be read; the primary is asked now and then, the connection is looked at each time."""
    try:
        if monotonic() > _found["until"]:
            _found.update(good=_is_promised_still(), until=monotonic() + LOOK_AGAIN)
        if _found["good"]:
            connections[ALIAS].close_if_health_check_failed()
            connections[ALIAS].ensure_connection()
    except DatabaseError as error:
        _log.warning("The replica does not answer; the primary is read: %s", str(error).replace("\n", " "))
        _found.update(good=False, until=monotonic() + LOOK_AGAIN)
    return bool(_found["good"])


def _is_promised_still() -> bool:
    """Say what the primary promises; while it is away, what it did before: nothing is written meanwhile."""
    try:
        return is_promised()
    except DatabaseError:
        connections["default"].close()
        return bool(_found["good"])
