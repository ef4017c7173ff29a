"""`manage.py send_notices`: the mail about what happened, for a timer (every minute, say)."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from workbench.notices.mailing import send_due


class Command(BaseCommand):
    """Send what is due; those who want a digest get one a day."""

    help = "Send the mail that is due about what happened. To be run by a timer, as often as 'at once' shall mean."

    def handle(self, *args: Any, **options: Any) -> None:
        sent = send_due(now=timezone.now())
        if options["verbosity"] > 1:
            self.stdout.write(f"{sent} sent.")
