"""Whether and how often a person wants mail."""

from datetime import datetime, timedelta

from django.db import models

from workbench.accounts.models import User

__all__ = ["MailWish"]

_DAY = timedelta(days=1)


class MailWish(models.Model):
    """When mail goes to a person's confirmed address. `secret` stops it, in a link of every letter.

    Until `taken_until` somebody writes to them already.
    """

    class Pace(models.TextChoices):
        """How often."""

        NEVER = "never"
        AT_ONCE = "at_once", "at once"
        DAILY = "daily", "once a day"

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="+")
    pace = models.CharField(max_length=7, choices=Pace, default=Pace.NEVER)
    secret = models.CharField(max_length=64, unique=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    taken_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(pace__in=["never", "at_once", "daily"]), name="pace_of_mail_known"
            ),
        )

    def is_due(self, now: datetime) -> bool:
        """Say whether a letter may be sent now."""
        if self.pace == self.Pace.DAILY:
            return self.sent_at is None or now - self.sent_at >= _DAY
        return self.pace == self.Pace.AT_ONCE
