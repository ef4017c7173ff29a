from django.db import migrations, models


def measure_anew(apps, schema_editor):
    """Words are counted by pairs of texts, joined passages as one: what was counted says something else."""
    apps.get_model("corpus", "PassageTally").objects.all().delete()
    passages = apps.get_model("corpus", "Passage").objects
    passages.update(is_measured=False, variation=None, changes=models.F("changes") + 1)


class Migration(migrations.Migration):

    dependencies = [
        ("corpus", "0011_what_texts_say_beside_words"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="variant",
            index=models.Index(condition=models.Q(("presence", "joined")), fields=["work"], name="joined_variants"),
        ),
        migrations.RunPython(measure_anew, migrations.RunPython.noop, elidable=True),
    ]
