from django.db import migrations

from workbench.journal.append_only import guard, unguard


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]

    operations = [
        migrations.RunPython(
            lambda apps, editor: guard(editor.connection),
            lambda apps, editor: unguard(editor.connection),
        )
    ]
