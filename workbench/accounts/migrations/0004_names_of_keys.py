"""What was called "key" is called what it is. Columns keep their names: yesterday's code runs on them."""

from django.db import migrations, models

SAID = ~models.Q(name_fingerprint="")
ONE_NAME = models.UniqueConstraint(fields=["workspace", "name_fingerprint"], condition=SAID, name="one_name_per_member")
ONE_COUNTER = models.UniqueConstraint(fields=["name", "window"], name="one_counter_per_window")
ONE_ANSWER = models.UniqueConstraint(fields=["user", "idempotency_key"], name="one_answer_per_key")
FINGERPRINT = models.CharField(max_length=64, blank=True, db_column="name_key")
NAME = models.CharField(max_length=200, db_column="key")
KEY = models.CharField(max_length=255, db_column="key")
IN_PYTHON = [
    migrations.RemoveConstraint("membership", "one_name_per_member"),
    migrations.AlterField("membership", "name_key", FINGERPRINT),
    migrations.RenameField("membership", "name_key", "name_fingerprint"),
    migrations.AddConstraint("membership", ONE_NAME),
    migrations.RemoveConstraint("ratecounter", "one_counter_per_window"),
    migrations.AlterField("ratecounter", "key", NAME),
    migrations.RenameField("ratecounter", "key", "name"),
    migrations.AddConstraint("ratecounter", ONE_COUNTER),
    migrations.RemoveConstraint("idempotentrequest", "one_answer_per_key"),
    migrations.AlterField("idempotentrequest", "key", KEY),
    migrations.RenameField("idempotentrequest", "key", "idempotency_key"),
    migrations.AddConstraint("idempotentrequest", ONE_ANSWER),
]


class Migration(migrations.Migration):

    dependencies = [("accounts", "0003_unlogged_counters")]

    operations = [migrations.SeparateDatabaseAndState(state_operations=IN_PYTHON)]
