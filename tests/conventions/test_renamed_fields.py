"""A migration that renames a field says what it was called: a database that is there already has the old name."""

from django.db.migrations import RenameField
from django.db.migrations.loader import MigrationLoader


def test_no_field_is_renamed_to_what_it_is_called() -> None:
    migrations = MigrationLoader(None).disk_migrations
    renamed = [
        (app, name, change.old_name, change.new_name)
        for (app, name), migration in migrations.items()
        for change in migration.operations
        if isinstance(change, RenameField)
    ]
    assert renamed
    assert [one for one in renamed if one[2] == one[3]] == []
