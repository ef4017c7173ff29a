"""The rows of all tables, a batch held at a time, and the numbers that the database gave last."""

from collections.abc import Iterator

from django.db import connection
from django.db.models import Model

__all__ = ["last_number", "rows_of"]

_MOST_ROWS = 2_000
_BYTES = 4_000_000  # of a batch, as far as the one before tells


def rows_of(model: type[Model], sent: "Sent") -> Iterator[tuple[object, ...]]:
    """Yield the values of all rows in the order of their primary keys, a batch held at a time."""
    names = [field.attname for field in model._meta.concrete_fields]
    pk = model._meta.pk.attname
    place, rows = names.index(pk), model._base_manager.order_by(pk).values_list(*names)
    batch, most = list(rows[:1]), 1
    while batch:
        before = sent.size
        yield from batch
        each = max(1, (sent.size - before) // len(batch))
        most = max(1, min(_MOST_ROWS, most * 8, _BYTES // each))
        batch = list(rows.filter(**{f"{pk}__gt": batch[-1][place]})[:most])


class Sent:
    """How many bytes were made of the rows so far: whoever writes them counts here."""

    size = 0


def last_number(model: type[Model]) -> int | None:
    """Return the last number that the database gave to a row of this model, None where it gives none.

    Rows may be gone that the log still tells of: their numbers must not be given again.
    """
    if model._meta.auto_field is None:
        return None
    table, column = model._meta.db_table, model._meta.auto_field.column
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
            found = cursor.fetchone()
            return int(found[0]) if found else 0
        cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [connection.ops.quote_name(table), column])
        cursor.execute(f"SELECT last_value, is_called FROM {cursor.fetchone()[0]}")  # noqa: S608 - quoted by PostgreSQL
        last, is_called = cursor.fetchone()
        return int(last) if is_called else 0
