from django.db import migrations

from workbench.interchange.references import guess_levels, read_paths


def read_trees(apps, schema_editor):
    """Works whose references are all written in one way ("Gen 1:1", "2.3") get levels, and their passages a path."""
    passages = apps.get_model("corpus", "Passage").objects
    for work in apps.get_model("corpus", "Work").objects.all():
        rows = list(passages.filter(work=work).order_by("position").only("pk", "reference"))
        paths = read_paths([row.reference for row in rows]) if rows and not work.levels else None
        if paths is None:
            continue
        for row, path in zip(rows, paths, strict=True):
            row.division, row.label = "\t".join(path[:-1]), path[-1]
        passages.bulk_update(rows, ["division", "label"], batch_size=500)
        work.levels = list(guess_levels(paths))
        work.save(update_fields=["levels"])


class Migration(migrations.Migration):

    dependencies = [
        ('corpus', '0013_rules_of_letters'),
    ]

    operations = [
        migrations.RunPython(read_trees, migrations.RunPython.noop, elidable=True),
    ]
