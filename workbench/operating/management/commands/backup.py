"""`manage.py backup FILE`: everything in the database as one file, while people go on working."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from workbench.operating.backup import BackupRefused, write_backup


class Command(BaseCommand):
    """Write a back-up."""

    help = "Write everything in the database into one file, as it stood at one moment; nobody has to wait for it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="a new file; only its owner may read it")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        try:
            counts = write_backup(path)
        except BackupRefused as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(f"{path} cannot be written: {error.strerror}.") from error
        if options["verbosity"]:
            size = path.stat().st_size / 1_000_000
            self.stdout.write(
                f"{sum(counts.values()):,} rows of {len(counts)} tables written into {path}, {size:,.1f} MB."
            )
