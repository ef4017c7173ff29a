"""Counters are kept out of PostgreSQL's log: no request waits for a disk to be counted."""

from django.db import migrations


def _set(logged):
    def run(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"ALTER TABLE accounts_ratecounter SET {logged}")

    return run


class Migration(migrations.Migration):

    dependencies = [('accounts', '0002_invitations')]

    operations = [migrations.RunPython(_set("UNLOGGED"), _set("LOGGED"))]
