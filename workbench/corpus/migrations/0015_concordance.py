"""An index of all words. It is empty at first: `manage.py index` fills it, and `manage.py demo` does."""

import django.db.models.deletion
from django.db import migrations, models

_SQLITE = (
    "CREATE VIRTUAL TABLE corpus_concordance USING fts5(words, wholes, labels, content='', columnsize=0, "
    "tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* Co'\")"
)
_POSTGRESQL = (
    "ALTER TABLE corpus_indexedtext ADD COLUMN words tsvector NOT NULL DEFAULT ''; "
    "CREATE INDEX corpus_indexedtext_words ON corpus_indexedtext USING gin (words)"
)


def create_index(apps, schema_editor):
    schema_editor.execute(_POSTGRESQL if schema_editor.connection.vendor == "postgresql" else _SQLITE)


def drop_index(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        schema_editor.execute("DROP TABLE corpus_concordance")


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0002_invitations'),
        ('corpus', '0014_paths'),
    ]

    operations = [
        migrations.CreateModel(
            name='IndexedText',
            fields=[
                ('variant', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='indexed', serialize=False, to='corpus.variant')),
                ('version', models.PositiveIntegerField()),
                ('workspace', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
            ],
            options={'abstract': False},
        ),
        migrations.RunPython(create_index, drop_index),
    ]
