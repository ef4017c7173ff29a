"""`manage.py close_account NAME`: somebody who left signs in no more, at once."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from workbench.accounts.closing import close_account, open_account
from workbench.accounts.models import User


class Command(BaseCommand):
    """Close an account, or open it again."""

    help = "Close an account: its sessions and tokens end for good. With --open it is opened again, without them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username", metavar="NAME", help="the user name")
        parser.add_argument("--open", action="store_true", help="open it again")

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(username=options["username"]).first()
        if user is None:
            raise CommandError(f"There is no account {options['username']}.")
        (open_account if options["open"] else close_account)(user=user)
        self.stdout.write(f"{user.username} {'can sign in again' if options['open'] else 'is signed out'}.")
