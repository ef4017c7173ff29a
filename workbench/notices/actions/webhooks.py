"""What owners of a workspace may do with its webhooks."""

import base64
import secrets
from collections.abc import Iterable
from datetime import timedelta
from functools import partial

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from workbench.accounts.errors import Conflict, Invalid
from workbench.accounts.models import Role, User, Workspace
from workbench.accounts.permissions import require_role
from workbench.journal.actions import Place, record
from workbench.journal.kinds import Kind
from workbench.journal.models import Cursor, Event
from workbench.notices.models import Delivery, Webhook
from workbench.notices.reaching import check_address, host_of
from workbench.notices.trying import send_test

__all__ = [
    "MOST_WEBHOOKS",
    "make_webhook",
    "remove_webhook",
    "rotate_secret",
    "start_webhook",
    "stop_webhook",
    "try_webhook",
]

MOST_WEBHOOKS = 20
"""In a workspace."""
FORMER_SECRET_HOLDS = timedelta(hours=24)
LONGEST_URL = 500


@transaction.atomic
def make_webhook(*, actor: User, workspace: Workspace, url: str, kinds: Iterable[str] = ()) -> tuple[Webhook, str]:
    """Send a workspace's events, from now on, to an address; return the webhook and its secret. For owners.

    `kinds` are those of the events sent, all if there are none. Whether the address may be reached is decided each time
    that something is sent.
    """
    require_role(actor, workspace, Role.OWNER)
    chosen = _checked_kinds(kinds)
    _check_url(url)
    if Webhook.objects.filter(workspace=workspace).count() >= MOST_WEBHOOKS:
        raise Conflict(
            gettext("A workspace has at most %(most_webhooks)s webhooks.") % {"most_webhooks": MOST_WEBHOOKS},
            code="too_many",
        )
    secret = _new_secret()
    webhook = Webhook.objects.create(workspace=workspace, url=url, kinds=chosen, secret=secret, created_by=actor)
    _record(actor, Kind.WEBHOOK_MADE, webhook)
    last = Cursor.objects.values_list("last", flat=True).get(workspace=workspace)
    Webhook.objects.filter(pk=webhook.pk).update(handed_to=last)
    webhook.refresh_from_db()
    return webhook, secret


@transaction.atomic
def rotate_secret(*, actor: User, webhook: Webhook) -> tuple[Webhook, str]:
    """Give a webhook another secret and return it. The former one signs beside it for a day. For owners."""
    require_role(actor, webhook.workspace_id, Role.OWNER)
    locked = Webhook.objects.select_for_update().get(pk=webhook.pk)
    locked.former_secret, locked.former_until = locked.secret, timezone.now() + FORMER_SECRET_HOLDS
    locked.secret = _new_secret()
    locked.save(update_fields=["secret", "former_secret", "former_until"])
    _record(actor, Kind.WEBHOOK_ROTATED, locked)
    return locked, locked.secret


@transaction.atomic
def stop_webhook(*, actor: User, webhook: Webhook) -> Webhook:
    """Send nothing more until it is started again. For owners."""
    require_role(actor, webhook.workspace_id, Role.OWNER)
    stopped = {"disabled_at": timezone.now(), "disabled_why": Webhook.Why.STOPPED}
    if Webhook.objects.filter(pk=webhook.pk, disabled_at=None).update(**stopped):
        _record(actor, Kind.WEBHOOK_STOPPED, webhook)
    webhook.refresh_from_db()
    return webhook


@transaction.atomic
def start_webhook(*, actor: User, webhook: Webhook) -> Webhook:
    """Send again: what waits, and what happened meanwhile. For owners."""
    require_role(actor, webhook.workspace_id, Role.OWNER)
    started = {"disabled_at": None, "disabled_why": ""}
    if Webhook.objects.filter(pk=webhook.pk, disabled_at__isnull=False).update(**started):
        _record(actor, Kind.WEBHOOK_STARTED, webhook)
    webhook.refresh_from_db()
    return webhook


@transaction.atomic
def try_webhook(*, actor: User, webhook: Webhook) -> Delivery:
    """Send a test to a webhook, whatever kinds it wants and though it is stopped; return the delivery. For owners.

    It is tried once, when the transaction stands. While one waits, no other is made.
    """
    require_role(actor, webhook.workspace_id, Role.OWNER)
    locked = Webhook.objects.select_for_update().get(pk=webhook.pk)
    delivery = _waiting_test(locked) or _new_test(locked, _record(actor, Kind.WEBHOOK_TESTED, locked))
    transaction.on_commit(partial(send_test.enqueue, delivery.pk))
    return delivery


@transaction.atomic
def remove_webhook(*, actor: User, webhook: Webhook) -> None:
    """Take a webhook away, with the log of its deliveries. For owners."""
    require_role(actor, webhook.workspace_id, Role.OWNER)
    _record(actor, Kind.WEBHOOK_REMOVED, webhook)
    Webhook.objects.filter(pk=webhook.pk).delete()


def _waiting_test(webhook: Webhook) -> Delivery | None:
    tests = Delivery.objects.filter(webhook=webhook, event__kind=Kind.WEBHOOK_TESTED, state=Delivery.State.WAITING)
    return tests.select_related("event").first()


def _new_test(webhook: Webhook, event: Event) -> Delivery:
    now = timezone.now()
    place = {"workspace_id": webhook.workspace_id, "webhook": webhook}
    return Delivery.objects.create(**place, event=event, next_at=now, created_at=now)


def _new_secret() -> str:
    """Return a secret as Standard Webhooks writes it: 32 random bytes in Base64 after "whsec_"."""
    return "whsec_" + base64.b64encode(secrets.token_bytes(32)).decode()


def _checked_kinds(kinds: Iterable[str]) -> list[str]:
    wanted = set(kinds)
    chosen = [kind for kind in Kind.values if kind in wanted]
    if len(chosen) < len(wanted):
        raise Invalid.field(
            "kinds", gettext("Kinds of events are expected, such as thread.opened."), code="unknown_kind"
        )
    return chosen


def _check_url(url: str) -> None:
    if len(url) > LONGEST_URL:
        raise Invalid.field(
            "url",
            gettext("At most %(longest_url)s characters are expected.") % {"longest_url": LONGEST_URL},
            code="too_long",
        )
    try:
        check_address(url)
    except ValueError as error:
        raise Invalid.field("url", str(error), code="bad_address") from error


def _record(actor: User, kind: Kind, webhook: Webhook) -> Event:
    """Record what was done to a webhook. All members read the log, so it names no more than the host."""
    place = Place(webhook.workspace_id)
    return record(actor=actor, kind=kind, subject=webhook.pk, place=place, name=host_of(webhook.url))
