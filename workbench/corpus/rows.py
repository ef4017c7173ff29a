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

__all__ = ["insert_rows", "update_rows"]


def insert_rows(model: type[Model], fields: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert a row for each sequence of values, which stand in the order of `fields`.

    Foreign keys are named with `_id` and given as primary keys; times are aware. Every field without a default in the
    database has to be named: the database refuses the row otherwise.
    """
    names = ", ".join(_columns(model, fields))
    places = ", ".join(["%s"] * len(fields))
    _run(f"INSERT INTO {_table(model)} ({names}) VALUES ({places})", rows)  # noqa: S608 - the model's own names


def update_rows(model: type[Model], fields: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Write `fields` of the rows whose primary keys stand last in each sequence of values."""
    *names, pk = _columns(model, [*fields, "id"])
    changes = ", ".join(f"{name} = %s" for name in names)
    _run(f"UPDATE {_table(model)} SET {changes} WHERE {pk} = %s", rows)  # noqa: S608 - the model's own names


def _run(statement: str, rows: Iterable[Sequence[Any]]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(statement, [[_plain(value) for value in row] for row in rows])


def _table(model: type[Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)


def _columns(model: type[Model], fields: Sequence[str]) -> list[str]:
    named = {field.attname: field.column or field.attname for field in model._meta.concrete_fields}
    return [connection.ops.quote_name(named[name]) for name in fields]


def _plain(value: Any) -> Any:
    return _stored(value) if isinstance(value, datetime) else value


@lru_cache(maxsize=1024)
def _stored(moment: datetime) -> Any:
    return connection.ops.adapt_datetimefield_value(moment)
