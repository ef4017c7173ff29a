"""`manage.py restore FILE`: a back-up into an empty database, of either kind and under this or a later release."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from workbench.operating.backup import BackupRefused, Summary, check_backup, restore_backup
from workbench.operating.backup.tables import settings_that_matter


class Command(BaseCommand):
    """Restore a back-up, or only look whether it is whole."""

    help = "Put a back-up into an empty database: SQLite or PostgreSQL, this release or a later one than wrote it."
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="what `backup` wrote")
        parser.add_argument("--check", action="store_true", help="only read it to its end and say whether it is whole")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            summary = (check_backup if options["check"] else restore_backup)(options["file"])
        except BackupRefused as error:
            raise CommandError(str(error)) from error
        if options["verbosity"]:
            self.stdout.write(_said(summary, "whole" if options["check"] else "restored"))
            self.stdout.writelines(_differing_settings(summary))


def _said(summary: Summary, done: str) -> str:
    header = summary.header
    return f"{summary.rows:,} rows, written on {header['made_at'][:19]} UTC from {header['database']}: {done}."


def _differing_settings(summary: Summary) -> list[str]:
    """Return a line for each setting that was another one where the back-up was made."""
    then, now = summary.header["settings"], settings_that_matter()
    return [
        f"{name} was {then[name]!r} there; here it is {now[name]!r}."
        for name in sorted(then.keys() & now.keys())
        if then[name] != now[name]
    ]
