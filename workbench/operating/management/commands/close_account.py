"""`manage.py close_account NAME`: somebody who left signs in no more, at once."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from workbench.accounts.models import User


class Command(BaseCommand):
    """Close an account, or open it again. Every request looks at that: sessions and tokens end with it."""

    help = "Close an account: its sessions and tokens hold no longer. With --open it is opened again, without them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username", metavar="NAME", help="the user name")
        parser.add_argument("--open", action="store_true", help="open it again")

    def handle(self, *args: Any, **options: Any) -> None:
        if not User.objects.filter(username=options["username"]).update(is_active=options["open"]):
            raise CommandError(f"There is no account {options['username']}.")
        self.stdout.write(f"{options['username']} {'can sign in again' if options['open'] else 'is signed out'}.")
