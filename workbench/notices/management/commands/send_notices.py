"""`manage.py send_notices`: the mail and the webhooks about what happened, for a timer (every minute, say)."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from workbench.notices.delivering import deliver_due, forget_deliveries
from workbench.notices.mailing import send_due
from workbench.notices.models import Webhook


class Command(BaseCommand):
    """Send what is due; those who want a digest get one a day."""

    help = "Send the mail and call the webhooks that are due about what happened. To be run by a timer."

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        letters = send_due(now=now)
        calls = sum(deliver_due(webhook) for webhook in Webhook.objects.filter(disabled_at=None).order_by("pk"))
        forget_deliveries(now=now)
        if options["verbosity"] > 1:
            self.stdout.write(f"{letters} letters sent, {calls} calls made.")
