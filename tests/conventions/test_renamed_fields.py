"""A field that is renamed keeps its column: yesterday's code runs on today's schema; nothing is rewritten."""

from collections.abc import Iterator, Sequence

from django.db.migrations import RenameField, SeparateDatabaseAndState
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation


def changes(operations: Sequence[Operation], *, of_columns: bool = True) -> Iterator[tuple[RenameField, bool]]:
    """Yield each renaming, and whether it reaches the database."""
    for one in operations:
        if isinstance(one, RenameField):
            yield one, of_columns
        elif isinstance(one, SeparateDatabaseAndState):
            yield from changes(one.database_operations)
            yield from changes(one.state_operations, of_columns=False)


def test_what_is_renamed_keeps_its_column() -> None:
    migrations = MigrationLoader(None).disk_migrations.values()
    renamed = [change for migration in migrations for change in changes(migration.operations)]
    assert renamed
    assert [change for change, of_columns in renamed if of_columns] == []
    assert [change for change, _ in renamed if change.old_name == change.new_name] == []
