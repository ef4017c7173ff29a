"""Webhooks and deliveries, as they are sent. A secret is shown when it is made, and never again."""

from typing import Annotated, TypedDict

from workbench.api.resources.people.presenters import Moment, PersonShown, moment, optional_moment, show_person
from workbench.journal.kinds import Kind
from workbench.notices.models import Delivery, Webhook

__all__ = [
    "DeliveryShown",
    "NewWebhookShown",
    "TryShown",
    "WebhookShown",
    "show_delivery",
    "show_new_webhook",
    "show_webhook",
]


class WebhookShown(TypedDict):
    """Where a workspace's events are sent to: `kinds` of them, all if there are none.

    `disabled_why` is empty while it sends, `stopped` by an owner, `gone` where the receiver answered 410. A former
    secret signs beside the present one until `former_secret_until`.
    """

    id: int
    workspace: str
    url: str
    kinds: list[Annotated[str, Kind]]
    created_by: PersonShown
    created_at: Moment
    disabled_at: Moment | None
    disabled_why: Annotated[str, Webhook.Why, ""]
    former_secret_until: Moment | None


class NewWebhookShown(WebhookShown):
    """A webhook with its secret, as Standard Webhooks writes it: `whsec_` and Base64."""

    secret: str


class TryShown(TypedDict):
    """One try: `status` of the answer, null where there was none; `error` says why."""

    at: Moment
    status: int | None
    error: str


class DeliveryShown(TypedDict):
    """An event on its way: `event` is its id, `kind` what happened, `next_at` when it is tried again."""

    id: int
    webhook: int
    event: int
    kind: Annotated[str, Kind]
    state: Annotated[str, Delivery.State]
    created_at: Moment
    next_at: Moment | None
    tries: list[TryShown]


def show_webhook(webhook: Webhook) -> WebhookShown:
    """Show a webhook; its workspace and maker should be loaded."""
    return {
        "id": webhook.pk,
        "workspace": webhook.workspace.slug,
        "url": webhook.url,
        "kinds": webhook.kinds,
        "created_by": show_person(webhook.created_by),
        "created_at": moment(webhook.created_at),
        "disabled_at": optional_moment(webhook.disabled_at),
        "disabled_why": webhook.disabled_why,
        "former_secret_until": optional_moment(webhook.former_until),
    }


def show_new_webhook(webhook: Webhook, secret: str) -> NewWebhookShown:
    """Show a webhook with its secret, once."""
    return {**show_webhook(webhook), "secret": secret}


def show_delivery(delivery: Delivery) -> DeliveryShown:
    """Show a delivery; its event should be loaded."""
    return {
        "id": delivery.pk,
        "webhook": delivery.webhook_id,
        "event": delivery.event_id,
        "kind": delivery.event.kind,
        "state": delivery.state,
        "created_at": moment(delivery.created_at),
        "next_at": optional_moment(delivery.next_at),
        "tries": [
            {"at": one["at"].replace("+00:00", "Z"), "status": one["status"], "error": one["error"]}
            for one in delivery.tries
        ],
    }
