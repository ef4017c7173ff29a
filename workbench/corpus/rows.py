"""Many rows at once, without a model instance for each.

`bulk_create` spends most of its time on instances and on one statement text a batch, `bulk_update` on one CASE a row
and column; a statement prepared once and run for each row writes the same several times faster, and a long import
holds the database's one writer for less.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import Model

__all__ = ["as_stored", "insert_rows", "reserve_pks", "update_rows"]


_NEXT_PKS = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"


def insert_rows(model: type[Model], fields: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert a row for each sequence of values, which stand in the order of `fields`.

    Foreign keys are named with `_id` and given as primary keys, times as `as_stored` gives them. Every field without a
    default in the database has to be named: the database refuses the row otherwise.
    """
    names = ", ".join(_columns(model, fields))
    places = ", ".join(["%s"] * len(fields))
    statement = f"INSERT INTO {_table(model)} ({names}) VALUES ({places})"  # noqa: S608 - the model's own names
    _run(statement, rows)


def update_rows(model: type[Model], fields: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Write `fields` of the rows whose primary keys stand last in each sequence of values."""
    *names, pk = _columns(model, [*fields, "id"])
    changes = ", ".join(f"{name} = %s" for name in names)
    statement = f"UPDATE {_table(model)} SET {changes} WHERE {pk} = %s"  # noqa: S608 - the model's own names
    _run(statement, rows)


def reserve_pks(model: type[Model], count: int) -> Sequence[int]:
    """Return primary keys for so many new rows, in rising order, which the database gives to nobody else.

    The caller holds a transaction, which on SQLite is the only one that writes. There a pk that was given once is not
    given again, as Django's own.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [model._meta.db_table])
            found = cursor.fetchone()
            last = found[0] if found else 0
            return range(last + 1, last + 1 + count)
        cursor.execute(_NEXT_PKS, [_table(model), count])
        return [pk for (pk,) in cursor.fetchall()]


@lru_cache(maxsize=1024)
def as_stored(moment: datetime) -> Any:
    """Return an aware time as the database takes it: there are few, but each goes into many rows."""
    return connection.ops.adapt_datetimefield_value(moment)


def _run(statement: str, rows: Iterable[Sequence[Any]]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(statement, list(rows))


def _table(model: type[Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)


def _columns(model: type[Model], fields: Sequence[str]) -> list[str]:
    named = {field.attname: field.column or field.attname for field in model._meta.concrete_fields}
    return [connection.ops.quote_name(named[name]) for name in fields]
