"""`manage.py forget_person NAME`: close an account and delete what is the person's own."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from workbench.accounts.errors import Refused
from workbench.accounts.models import User
from workbench.operating.people import FORMER, forget_person


class Command(BaseCommand):
    """Forget somebody, once their user name was typed again."""

    help = "Close an account for good: what they wrote stays, signed “former member”; all else of them is deleted."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username", metavar="NAME", help="the user name")
        parser.add_argument("--yes", action="store_true", help="do not ask")

    def handle(self, *args: Any, **options: Any) -> None:
        name = options["username"]
        user = User.objects.filter(username=name).first()
        if user is None:
            raise CommandError(f"There is no account {name}.")
        if not options["yes"] and input(f"This cannot be undone. Type {name} to go on: ") != name:
            raise CommandError("Nothing was changed.")
        try:
            forget_person(user=user)
        except Refused as error:
            raise CommandError(error.detail) from error
        self.stdout.write(f"{name} is forgotten; what they wrote is signed “{FORMER}”.")
