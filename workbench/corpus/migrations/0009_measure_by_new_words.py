from django.db import migrations, models


def measure_anew(apps, schema_editor):
    """Words are told apart otherwise than before (numbers by value, marks as letters): what was counted waits anew."""
    passages = apps.get_model("corpus", "Passage").objects
    passages.update(is_measured=False, variation=None, changes=models.F("changes") + 1)


class Migration(migrations.Migration):

    dependencies = [
        ('corpus', '0008_leaner_tallies'),
    ]

    operations = [
        migrations.RunPython(measure_anew, migrations.RunPython.noop, elidable=True),
    ]
