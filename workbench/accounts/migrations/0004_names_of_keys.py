"""What was called "key" is called what it is; nothing that is stored changes."""

from django.db import migrations, models

SAID = ~models.Q(name_fingerprint="")
ONE_NAME = models.UniqueConstraint(fields=["workspace", "name_fingerprint"], condition=SAID, name="one_name_per_member")
ONE_COUNTER = models.UniqueConstraint(fields=["name", "window"], name="one_counter_per_window")
ONE_ANSWER = models.UniqueConstraint(fields=["user", "idempotency_key"], name="one_answer_per_key")


class Migration(migrations.Migration):

    dependencies = [("accounts", "0003_unlogged_counters")]

    operations = [
        migrations.RemoveConstraint("membership", "one_name_per_member"),
        migrations.RenameField("membership", "name_key", "name_fingerprint"),
        migrations.AddConstraint("membership", ONE_NAME),
        migrations.RemoveConstraint("ratecounter", "one_counter_per_window"),
        migrations.RenameField("ratecounter", "key", "name"),
        migrations.AddConstraint("ratecounter", ONE_COUNTER),
        migrations.RemoveConstraint("idempotentrequest", "one_answer_per_key"),
        migrations.RenameField("idempotentrequest", "key", "idempotency_key"),
        migrations.AddConstraint("idempotentrequest", ONE_ANSWER),
    ]
