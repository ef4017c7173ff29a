"""Webhooks: /webhooks/, /webhooks/{id}/, deliveries/, rotate/, test/, stop/ and start/. For owners; others see none."""

from rest_framework.response import Response

from workbench.accounts.models import Scope
from workbench.api.protocol.base import ApiView
from workbench.api.protocol.lookups import find, find_named_workspace
from workbench.api.protocol.operations import Nothing, operation
from workbench.api.resources.webhooks.presenters import (
    DeliveryShown,
    NewWebhookShown,
    WebhookShown,
    show_delivery,
    show_new_webhook,
    show_webhook,
)
from workbench.api.resources.webhooks.schemas import DeliveryListQuery, NewWebhook, WebhookListQuery
from workbench.notices.actions import (
    make_webhook,
    remove_webhook,
    rotate_secret,
    start_webhook,
    stop_webhook,
    try_webhook,
)
from workbench.notices.models import Delivery, Webhook, WebhookQuerySet

__all__ = ["DeliveryList", "OneWebhook", "Rotate", "Start", "Stop", "Test", "WebhookList"]


class _View(ApiView):
    @property
    def rows(self) -> WebhookQuerySet:
        """The webhooks that the person manages."""
        return Webhook.objects.visible_to(self.user).select_related("workspace", "created_by")


class WebhookList(_View):
    """Where events are sent to."""

    @operation(
        name="webhooks_list", summary="List webhooks", query=WebhookListQuery, response=WebhookShown, is_list=True
    )
    def get(self) -> Response:
        """The webhooks of the workspaces that you own, in the order in which they were made."""
        rows = self.rows
        if "workspace" in self.asked:
            rows = rows.filter(workspace__slug=self.asked["workspace"])
        return self.page(rows, show_webhook)

    @operation(
        name="webhooks_create",
        summary="Make a webhook",
        body=NewWebhook,
        response=NewWebhookShown,
        status=201,
        scope=Scope.WRITE,
        example={"workspace": "demo", "url": "https://example.org/hook", "kinds": ["comment.added"]},
    )
    def post(self) -> Response:
        """Send what happens in a workspace from now on, as you may see it, to an address. For owners.

        `secret` is shown this once, and is empty in the repeated answer to an Idempotency-Key.
        """
        workspace = find_named_workspace(self.user, self.given["workspace"])
        kinds = self.given.get("kinds", ())
        made, secret = make_webhook(actor=self.user, workspace=workspace, url=self.given["url"], kinds=kinds)
        return self.created(show_new_webhook(made, secret), "webhook", made.pk)


class OneWebhook(_View):
    """An address that events are sent to."""

    @operation(name="webhooks_read", summary="Read a webhook", response=WebhookShown)
    def get(self, pk: int) -> Response:
        """Where it sends what; not its secret."""
        return Response(show_webhook(find(self.rows, pk)))

    @operation(name="webhooks_remove", summary="Remove a webhook", status=204, scope=Scope.WRITE)
    def delete(self, pk: int) -> Response:
        """Take it away, with the log of its deliveries."""
        remove_webhook(actor=self.user, webhook=find(self.rows, pk))
        return Response(status=204)


class DeliveryList(_View):
    """What became of the events."""

    @operation(
        name="deliveries_list",
        summary="List a webhook's deliveries",
        query=DeliveryListQuery,
        response=DeliveryShown,
        is_list=True,
    )
    def get(self, pk: int) -> Response:
        """The deliveries of the last month with every try, newest first."""
        rows = Delivery.objects.visible_to(self.user).filter(webhook=find(self.rows, pk)).select_related("event")
        if "state" in self.asked:
            rows = rows.filter(state=self.asked["state"])
        return self.page(rows, show_delivery, order=("-pk",))


class Rotate(_View):
    """Another secret."""

    @operation(
        name="webhooks_rotate",
        summary="Give a webhook another secret",
        body=Nothing,
        response=NewWebhookShown,
        scope=Scope.WRITE,
        example={},
    )
    def post(self, pk: int) -> Response:
        """The former secret signs beside the new one for a day. `secret` is shown this once."""
        webhook, secret = rotate_secret(actor=self.user, webhook=find(self.rows, pk))
        return Response(show_new_webhook(webhook, secret))


class Test(_View):
    """Whether it works."""

    @operation(
        name="webhooks_test",
        summary="Send a webhook a test",
        body=Nothing,
        response=DeliveryShown,
        scope=Scope.WRITE,
        example={},
    )
    def post(self, pk: int) -> Response:
        """Send `webhook.tested` to it alone, once, whatever kinds it wants and though it is stopped.

        The answer is the delivery, with its try where that was made already; `deliveries/` shows it later.
        """
        made = try_webhook(actor=self.user, webhook=find(self.rows, pk))
        return Response(show_delivery(Delivery.objects.select_related("event").get(pk=made.pk)))


class Stop(_View):
    """No more calls."""

    @operation(
        name="webhooks_stop",
        summary="Stop a webhook",
        body=Nothing,
        response=WebhookShown,
        scope=Scope.WRITE,
        example={},
    )
    def post(self, pk: int) -> Response:
        """Nothing is sent until it is started again."""
        return Response(show_webhook(stop_webhook(actor=self.user, webhook=find(self.rows, pk))))


class Start(_View):
    """Calls again."""

    @operation(
        name="webhooks_start",
        summary="Start a webhook again",
        body=Nothing,
        response=WebhookShown,
        scope=Scope.WRITE,
        example={},
    )
    def post(self, pk: int) -> Response:
        """What happened meanwhile is sent too."""
        return Response(show_webhook(start_webhook(actor=self.user, webhook=find(self.rows, pk))))
