from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("corpus", "0021_jobs")]

    operations = [
        migrations.RemoveConstraint(model_name="job", name="job_kind_known"),
        migrations.AlterField(
            model_name="job",
            name="kind",
            field=models.CharField(
                choices=[("import", "Import"), ("export", "Export"), ("deletion", "Deletion")], max_length=8
            ),
        ),
        migrations.AddConstraint(
            model_name="job",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["import", "export", "deletion"])), name="job_kind_known"
            ),
        ),
    ]
