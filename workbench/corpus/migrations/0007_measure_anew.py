from django.db import migrations, models


def measure_anew(apps, schema_editor):
    """Nothing is counted yet: let every passage wait for `manage.py measure`."""
    passages = apps.get_model("corpus", "Passage").objects
    passages.update(is_measured=False, variation=None, changes=models.F("changes") + 1)


class Migration(migrations.Migration):

    dependencies = [
        ('corpus', '0006_tallies'),
    ]

    operations = [
        migrations.RunPython(measure_anew, migrations.RunPython.noop, elidable=True),
    ]
