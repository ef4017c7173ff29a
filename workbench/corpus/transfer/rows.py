"""Many rows at once, without a model instance for each.

`bulk_create` spends most of its time on instances and on one statement text a batch; a prepared statement run many
times writes the same rows some four times faster, and a long import holds the database's one writer for less.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import Model

__all__ = ["insert_rows"]


def insert_rows(model: type[Model], fields: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert a row for each sequence of values, which stand in the order of `fields`.

    Foreign keys are named with `_id` and given as keys; times are aware. Every field without a default in the
    database has to be named: the database refuses the row otherwise.
    """
    quote = connection.ops.quote_name
    named = {field.attname: field.column or field.attname for field in model._meta.concrete_fields}
    columns = ", ".join(quote(named[name]) for name in fields)
    places = ", ".join(["%s"] * len(fields))
    table = quote(model._meta.db_table)
    statement = f"INSERT INTO {table} ({columns}) VALUES ({places})"  # noqa: S608 - the model's own names
    with connection.cursor() as cursor:
        cursor.executemany(statement, [[_plain(value) for value in row] for row in rows])


def _plain(value: Any) -> Any:
    return _stored(value) if isinstance(value, datetime) else value


@lru_cache(maxsize=1024)
def _stored(moment: datetime) -> Any:
    return connection.ops.adapt_datetimefield_value(moment)
