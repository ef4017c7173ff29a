"""What is not worth waiting for."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import OperationalError, connection

from workbench.accounts.outages import outage_of

__all__ = ["without_waiting"]


@contextmanager
def without_waiting() -> Iterator[None]:
    """Give up what is written inside where it would wait for another writer, as SQLite lets one write at a time, and
    where there is no room for it.

    For what a read notes by the way, and the next one may note as well. Inside a transaction nothing is given up.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    _be_patient(0)
    try:
        yield
    except OperationalError as error:
        if "locked" not in str(error) and outage_of(error) is None:
            raise
    finally:
        _be_patient(1000 * settings.DATABASES["default"]["OPTIONS"]["timeout"])


def _be_patient(milliseconds: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA busy_timeout = {milliseconds}")
