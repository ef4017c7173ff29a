"""`manage.py verify_frozen FILE`: whether a file is, byte for byte, a frozen state that is kept here."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from workbench.publishing.contents import digest_of, read_bytes
from workbench.publishing.models import FrozenState


class Command(BaseCommand):
    """Verify a file that somebody has of a frozen state."""

    help = "Say of which frozen state a bundle is the content, and whether what is kept here is whole; fail otherwise."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            digest = digest_of(options["file"].read_bytes())
        except OSError as error:
            raise CommandError(f"{options['file']} cannot be read: {error.strerror}.") from error
        state = FrozenState.objects.filter(digest=digest).order_by("pk").first()
        if state is None:
            raise CommandError(f"No frozen state here has this content (SHA-256 {digest}).")
        try:
            read_bytes(state)
        except ValueError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{options['file']} is frozen state {state.number} of “{state.title}” ({state.address}).")
