"""Counting in PostgreSQL: an upsert in an unlogged table, which no commit waits for."""

from django.db import connection
from django.db.models import Sum

from workbench.accounts.models import RateCounter

__all__ = ["add", "total"]

_ADD = (
    'INSERT INTO accounts_ratecounter (key, "window", count) VALUES (%s, %s, 1) '
    'ON CONFLICT (key, "window") DO UPDATE SET count = accounts_ratecounter.count + 1 RETURNING count'
)
_DAY = 24 * 3600


def add(name: str, begin: int) -> int:
    """Count one more under `name` in the window that began at `begin`; return how many there are."""
    with connection.cursor() as cursor:
        cursor.execute(_ADD, [name, begin])
        count = int(cursor.fetchone()[0])
    if count == 1:
        RateCounter.objects.filter(name=name, window__lt=begin).delete()
        RateCounter.objects.filter(window__lt=begin - _DAY).delete()
    return count


def total() -> int:
    """Return how many were counted in all windows that are remembered."""
    return RateCounter.objects.aggregate(total=Sum("count"))["total"] or 0
