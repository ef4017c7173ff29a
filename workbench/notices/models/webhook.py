"""Where a workspace's events are sent to, and what became of each."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy

from workbench.accounts.models import Membership, Role, Scoped, ScopedQuerySet, User, Viewer
from workbench.journal.models import Event

__all__ = ["Delivery", "Webhook", "WebhookQuerySet"]


class WebhookQuerySet(ScopedQuerySet["Webhook"]):
    """Webhooks, which only owners of their workspace see."""

    def visible_to(self, user: Viewer) -> Self:
        """Keep those of workspaces that the user owns."""
        owned = Membership.objects.filter(user=user.pk, role=Role.OWNER).values("workspace_id")
        return super().visible_to(user).filter(workspace__in=owned)


class Webhook(Scoped):
    """An address that a workspace's events are sent to, with the rights of who made it.

    `secret` signs (Standard Webhooks, "whsec_…"; it has to be kept as it is); `former_secret` signs too until
    `former_until`. `kinds` are the kinds of events that are sent, all if there are none. `handed_to` is the cursor of
    the last event that was made a delivery; at `wakes_at` a worker looks after it. `disabled_at`: nothing is sent from
    then on, for the reason `disabled_why`.
    """

    class Why(models.TextChoices):
        """Why nothing is sent."""

        STOPPED = "stopped", gettext_lazy("stopped by an owner")
        GONE = "gone", gettext_lazy("the receiver answered that it is gone (410)")

    url = models.CharField(max_length=500)
    kinds = models.JSONField(default=list)
    secret = models.CharField(max_length=100)
    former_secret = models.CharField(max_length=100, blank=True)
    former_until = models.DateTimeField(null=True, blank=True)
    handed_to = models.PositiveBigIntegerField(default=0)
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    wakes_at = models.DateTimeField(null=True, blank=True)
    disabled_at = models.DateTimeField(null=True, blank=True)
    disabled_why = models.CharField(max_length=7, choices=Why, blank=True)

    objects = WebhookQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(disabled_at=None, disabled_why="")
                | Q(disabled_at__isnull=False, disabled_why__in=["stopped", "gone"]),
                name="a_webhook_is_disabled_for_a_reason",
            ),
        )

    def secrets_at(self, now: datetime) -> list[str]:
        """Return the secrets that sign at a moment, the present one first."""
        has_former = self.former_until is not None and now < self.former_until
        return [self.secret, self.former_secret] if has_former else [self.secret]


class DeliveryQuerySet(ScopedQuerySet["Delivery"]):
    """Deliveries, which only owners of their workspace see."""

    def visible_to(self, user: Viewer) -> Self:
        """Keep those of webhooks that the user sees."""
        return self.filter(webhook__in=Webhook.objects.visible_to(user))

    def due(self, now: datetime) -> Self:
        """Keep those that wait and may be tried at a moment, in the order of their events."""
        return self.filter(state=Delivery.State.WAITING, next_at__lte=now).order_by("event_id")


class Delivery(Scoped):
    """An event on its way to a webhook. `tries` are `{"at", "status", "error"}`, a status where there was an answer."""

    class State(models.TextChoices):
        """What became of it."""

        WAITING = "waiting"
        DELIVERED = "delivered"
        FAILED = "failed"

    webhook = models.ForeignKey(Webhook, on_delete=models.CASCADE, related_name="deliveries")
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=9, choices=State, default=State.WAITING)
    tries = models.JSONField(default=list)
    next_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField()

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["webhook", "event"], name="an_event_is_delivered_once"),
            models.CheckConstraint(
                condition=Q(state="waiting", next_at__isnull=False)
                | Q(state__in=["delivered", "failed"], next_at=None),
                name="a_waiting_delivery_has_its_time",
            ),
        )
        indexes = (
            models.Index(fields=["webhook", "next_at"], condition=Q(state="waiting"), name="deliveries_that_wait"),
        )
