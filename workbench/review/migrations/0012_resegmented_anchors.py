from django.db import migrations, models

BEFORE, NOW = "realigned", "resegmented"
KINDS = ("kept", "changed", "found", "orphaned", "restored", "confirmed", "reattached")


def rename(apps, editor):
    """Call the moves of anchors by which two passages shared out their words anew as they are called now."""
    moves = apps.get_model("review", "AnchorMove").objects.using(editor.connection.alias)
    moves.filter(kind=BEFORE).update(kind=NOW)


def rename_back(apps, editor):
    moves = apps.get_model("review", "AnchorMove").objects.using(editor.connection.alias)
    moves.filter(kind=NOW).update(kind=BEFORE)


class Migration(migrations.Migration):

    dependencies = [("review", "0011_suggestions_side_by_side")]

    operations = [
        migrations.AlterField(
            model_name="anchormove",
            name="kind",
            field=models.CharField(
                choices=[(kind, kind.capitalize()) for kind in (*KINDS, NOW)],
                max_length=12,
            ),
        ),
        migrations.RunPython(rename, rename_back),
    ]
