from django.db import migrations, models


def fill(apps, schema_editor):
    """Name the translations that each state holds: those of its work that are called so."""
    for state in apps.get_model("publishing", "FrozenState").objects.exclude(work=None).defer("content"):
        rows = apps.get_model("corpus", "Translation").objects.filter(work=state.work_id, siglum__in=[*state.revisions])
        state.translations.set(rows)


class Migration(migrations.Migration):

    dependencies = [
        ('corpus', '0020_readers'),
        ('publishing', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='frozenstate',
            name='translations',
            field=models.ManyToManyField(related_name='+', to='corpus.translation'),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
