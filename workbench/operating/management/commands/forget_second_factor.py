"""`manage.py forget_second_factor NAME`: somebody lost their phone and their recovery codes."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from workbench.accounts.closing import end_sessions
from workbench.accounts.models import User


class Command(BaseCommand):
    """Take away all second factors of a person whom you know by other means."""

    help = "Forget somebody's second factors: their password alone lets them in, to choose another one."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username", metavar="NAME", help="the user name")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.SIGN_ON:
            raise CommandError("There are no second factors here: see SECOND_FACTOR.")
        from allauth.mfa.models import Authenticator  # noqa: PLC0415 - an extra

        user = User.objects.filter(username=options["username"]).first()
        if user is None:
            raise CommandError(f"There is no account {options['username']}.")
        forgotten, _ = Authenticator.objects.filter(user=user).delete()
        end_sessions(user=user)
        self.stdout.write(f"{user.username} has no second factor any more (there were {forgotten}), and is signed out.")
