"""Putting a back-up into an empty database, of another kind or under a later release if need be."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import DateField, Model
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from workbench.operating.backup.errors import BackupRefused
from workbench.operating.backup.reading import Summary, check_backup, read_batches

__all__ = ["restore_backup"]


def restore_backup(path: Path) -> Summary:
    """Make the tables, fill them, bring them to this release, and index the texts; return what the file says of itself.

    Raises `BackupRefused`, before anything is written, for a file that is damaged or of a later release, and for a
    database that is not empty.
    """
    summary = check_backup(path)
    executor = MigrationExecutor(connection)
    _refuse_later(summary, executor)
    _refuse_filled()
    state = executor.migrate(_targets(summary, executor))
    with transaction.atomic():
        lasts = _fill(path, state.apps)
    call_command("migrate", verbosity=0)
    _keep_numbers(lasts)
    DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING).update(status=TaskResultStatus.READY)  # nobody runs it
    call_command("index", verbosity=0)
    return summary


def _refuse_later(summary: Summary, executor: MigrationExecutor) -> None:
    unknown = sorted(set(summary.migrations) - set(executor.loader.graph.nodes))
    if unknown:
        app, name = unknown[0]
        raise BackupRefused(
            f"This back-up is of a later release ({summary.header['release']}) or one with more extras: "
            f"{app}.{name} is not known here. Restore it with that release or a later one."
        )


def _refuse_filled() -> None:
    if MigrationRecorder(connection).applied_migrations() or connection.introspection.table_names():
        raise BackupRefused(
            "An empty database is expected, without any table: make a new one and name it in DATABASE_URL."
        )


def _targets(summary: Summary, executor: MigrationExecutor) -> list[tuple[str, str]]:
    """Return the last migrations that the tables had, of each application."""
    had, graph = set(summary.migrations), executor.loader.graph
    return [
        one
        for one in sorted(had)
        if not any(child.key in had and child.key[0] == one[0] for child in _children(graph, one))
    ]


def _children(graph: Any, node: tuple[str, str]) -> Any:
    return graph.node_map[node].children


def _fill(path: Path, known: Any) -> dict[str, int]:
    """Write all rows; return the last number that was given to a row, by table."""
    lasts: dict[str, int] = {}
    for table, rows in read_batches(path):
        model = known.get_model(table.label)
        _insert(model, table.fields, rows)
        if table.last is not None:
            lasts[model._meta.db_table] = table.last
    _keep_numbers(lasts)
    return lasts


def _insert(model: type[Model], names: list[str], rows: list[list[Any]]) -> None:
    """Write rows as they are: no field may put its own time over theirs."""
    fields = {field.attname: field for field in model._meta.concrete_fields}
    for field in fields.values():
        if isinstance(field, DateField):
            field.auto_now = field.auto_now_add = False
    reads = [(name, fields[name].to_python) for name in names]
    made = [model(**{name: read(value) for (name, read), value in zip(reads, row, strict=True)}) for row in rows]
    model._base_manager.bulk_create(made)


def _keep_numbers(lasts: Mapping[str, int]) -> None:
    """Let no number be given again that a row had, be the row gone by now."""
    put = _on_sqlite if connection.vendor == "sqlite" else _on_postgresql
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        for table, last in lasts.items():
            if last and table in tables:
                put(cursor, table, last)


def _on_sqlite(cursor: Any, table: str, last: int) -> None:
    cursor.execute("UPDATE sqlite_sequence SET seq = max(seq, %s) WHERE name = %s", [last, table])
    if not cursor.rowcount:
        cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table, last])


def _on_postgresql(cursor: Any, table: str, last: int) -> None:
    name = connection.ops.quote_name(table)
    cursor.execute("SELECT pg_get_serial_sequence(%s, 'id')", [name])
    sequence = cursor.fetchone()[0]
    cursor.execute(
        f"SELECT setval(%s, greatest(%s, (SELECT CASE WHEN is_called THEN last_value ELSE 1 END FROM {sequence})))",  # noqa: S608 - quoted by PostgreSQL
        [sequence, last],
    )
