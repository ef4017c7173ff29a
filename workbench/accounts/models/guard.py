"""Small counters and memories that hold across processes: rates, and answers given to retried requests."""

from django.db import models

from workbench.accounts.models.user import User

__all__ = ["IdempotentRequest", "RateCounter"]


class RateCounter(models.Model):
    """How often `name` came in the window that began at `window` (seconds since 1970)."""

    name = models.CharField(max_length=200, db_column="key")
    window = models.BigIntegerField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["name", "window"], name="one_counter_per_window"),)


class IdempotentRequest(models.Model):
    """The answer given to a POST with an `Idempotency-Key`, kept so that a retry gets the same one.

    `fingerprint` is the SHA-256 of method, path and body. `status` is null while the first request is under way.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    idempotency_key = models.CharField(max_length=255, db_column="key")
    fingerprint = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(null=True)
    headers = models.JSONField(default=dict)
    body = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["user", "idempotency_key"], name="one_answer_per_key"),)
