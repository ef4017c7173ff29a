"""The numbers of counters stay in PostgreSQL's log: a replica that was promoted could not read them ("bad magic number").

Since version 15 a table that is kept out of the log takes the sequence of its numbers with it.
"""

from django.db import migrations


def _set(logged):
    def run(apps, schema_editor):
        connection = schema_editor.connection
        if connection.vendor == "postgresql" and connection.pg_version >= 150000:
            schema_editor.execute(f"ALTER SEQUENCE accounts_ratecounter_id_seq SET {logged}")

    return run


class Migration(migrations.Migration):

    dependencies = [('accounts', '0004_names_of_keys')]

    operations = [migrations.RunPython(_set("LOGGED"), _set("UNLOGGED"))]
