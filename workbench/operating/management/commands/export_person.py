"""`manage.py export_person NAME`: what is kept of somebody, for them."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from workbench.accounts.models import User
from workbench.accounts.personal import line_of, rows_of_person


class Command(BaseCommand):
    """Write it to the standard output, a row a line (JSON)."""

    help = "Write all that is kept of a person, as lines of JSON; passwords, secrets and files are left out."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username", metavar="NAME", help="the user name")

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(username=options["username"]).first()
        if user is None:
            raise CommandError(f"There is no account {options['username']}.")
        for row in rows_of_person(user):
            self.stdout.write(line_of(row), ending="")
