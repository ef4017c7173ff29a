"""Events on their way to webhooks, as Standard Webhooks 1.0.0 has it: signed, tried again with growing pauses, logged.

What happened is handed over once for each webhook, in the order of the log and with the rights that whoever made the
webhook has then; each delivery then goes its own way. It may come twice (a worker that was killed after sending): its
`webhook-id` is the same then.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from standardwebhooks import Webhook as Signature

from workbench.accounts.models import Role
from workbench.accounts.permissions import role_in
from workbench.journal.kinds import Kind
from workbench.journal.models import Event
from workbench.journal.queries import EventFilter, find_events
from workbench.notices.models import Delivery, Webhook
from workbench.notices.reaching import Unreachable, post_to

__all__ = ["PAUSES", "deliver_due", "forget_deliveries", "hand_over", "message_of", "next_moment", "signed", "try_now"]

PAUSES = tuple(timedelta(seconds=pause) for pause in (5, 300, 1800, 7200, 18_000, 36_000, 50_400))
"""How long is waited after each try that failed; after the last one no more is tried (about a day and a half)."""
_LEASE = timedelta(minutes=2)  # a try that never came back is made again after it
_REST = timedelta(minutes=1)
_MOST_EVENTS = 500
_KEPT = timedelta(days=30)


def deliver_due(webhook: Webhook, most: int = 100) -> int:
    """Hand over what happened and try what is due, one after the other; return the number of tries.

    A receiver that fails is asked for nothing else for a minute, so that one that hangs does not hold a worker.
    """
    while hand_over(webhook) == _MOST_EVENTS:
        pass
    tries = 0
    while tries < most and (delivery := _claim(webhook)):
        tries += 1
        if not _try(delivery):
            break
    return tries


def try_now(delivery: int) -> bool:
    """Try a delivery (id) that waits, also where its webhook is stopped; say whether it arrived by this."""
    waiting = Delivery.objects.filter(pk=delivery, state=Delivery.State.WAITING).first()
    taken = waiting and _take(waiting, timezone.now())
    return bool(taken and _try(taken))


def next_moment(webhook: Webhook) -> datetime | None:
    """Return when the next delivery of a webhook may be tried, None where none waits."""
    rows = Delivery.objects.filter(webhook=webhook, state=Delivery.State.WAITING).order_by("next_at")
    return rows.values_list("next_at", flat=True).first()


@transaction.atomic
def hand_over(webhook: Webhook) -> int:
    """Make deliveries of what happened since the last time, if whoever made the webhook is an owner still.

    A test of a webhook goes to that one alone, and was made a delivery by whoever asked for it. Return the number of
    events that were read.
    """
    locked = Webhook.objects.select_for_update().select_related("created_by").get(pk=webhook.pk)
    if locked.disabled_at or role_in(locked.created_by, locked.workspace_id) != Role.OWNER:
        return 0
    wanted = EventFilter(workspace=locked.workspace_id, after=locked.handed_to)
    events = list(find_events(locked.created_by, wanted).order_by("cursor")[:_MOST_EVENTS])
    now = timezone.now()
    Delivery.objects.bulk_create(
        Delivery(workspace_id=locked.workspace_id, webhook=locked, event=event, next_at=now, created_at=now)
        for event in events
        if event.kind != Kind.WEBHOOK_TESTED and (not locked.kinds or event.kind in locked.kinds)
    )
    if events:
        Webhook.objects.filter(pk=locked.pk).update(handed_to=events[-1].cursor)
    return len(events)


def message_of(event: Event) -> bytes:
    """Return the body that tells of an event: `type` is its kind, `data` what `events/` in the API shows of it."""
    workspace = event.workspace
    assert workspace is not None
    ids = ("id", "cursor", "subject", "name", "work", "passage", "translation", "variant", "thread", "before", "after")
    data = {name: getattr(event, name) for name in ids} | {
        "workspace": workspace.slug,
        "actor": {"username": event.actor.username, "name": str(event.actor)},
    }
    message = {"type": event.kind, "timestamp": event.at.isoformat().replace("+00:00", "Z"), "data": data}
    return json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode()


def signed(delivery: Delivery, body: bytes, *, now: datetime) -> dict[str, str]:
    """Return the headers of a try: the id of the message, when it is sent, and a signature by each secret."""
    name = f"evt_{delivery.event_id}_{delivery.webhook_id}"
    secrets = delivery.webhook.secrets_at(now)
    at = now.astimezone(UTC)  # standardwebhooks 1.1.0 reads the clock of any zone as that of UTC
    return {
        "Content-Type": "application/json",
        "User-Agent": "Translation-Workbench",
        "webhook-id": name,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": " ".join(Signature(secret).sign(name, at, body.decode()) for secret in secrets),
    }


def forget_deliveries(*, now: datetime) -> int:
    """Forget what was settled a month ago; return the number."""
    settled = Delivery.objects.exclude(state=Delivery.State.WAITING)
    return settled.filter(created_at__lt=now - _KEPT).delete()[0]


def _claim(webhook: Webhook) -> Delivery | None:
    """Take the next delivery that is due, so that no other worker has it for a while; None where there is none."""
    now = timezone.now()
    if not Webhook.objects.filter(pk=webhook.pk, disabled_at=None).exists():
        return None
    for delivery in Delivery.objects.filter(webhook=webhook).due(now)[:10]:
        if taken := _take(delivery, now):
            return taken
    return None


def _take(delivery: Delivery, now: datetime) -> Delivery | None:
    """Take a delivery that waits; None where another worker was first."""
    mine = Delivery.objects.filter(pk=delivery.pk, state=Delivery.State.WAITING, next_at=delivery.next_at)
    if not mine.update(next_at=now + _LEASE):
        return None
    return Delivery.objects.select_related("webhook", "event__actor", "event__workspace").get(pk=delivery.pk)


def _try(delivery: Delivery) -> bool:
    """Send a delivery; say whether it arrived."""
    now = timezone.now()
    body = message_of(delivery.event)
    status, error = None, ""
    try:
        status = post_to(delivery.webhook.url, body, signed(delivery, body, now=now)).status
    except (Unreachable, ValueError) as refusal:
        error = str(refusal)
    _settle(delivery, {"at": now.isoformat(), "status": status, "error": error})
    return delivery.state == Delivery.State.DELIVERED


@transaction.atomic
def _settle(delivery: Delivery, tried: Mapping[str, Any]) -> None:
    """Write down what came of a try, and when the next is made."""
    delivery.tries = [*delivery.tries, tried]
    delivery.state, delivery.next_at = _state_after(delivery, tried["status"])
    delivery.save(update_fields=["tries", "state", "next_at"])
    if tried["status"] == 410:
        gone = {"disabled_at": timezone.now(), "disabled_why": Webhook.Why.GONE}
        Webhook.objects.filter(pk=delivery.webhook_id, disabled_at=None).update(**gone)
    if delivery.state != Delivery.State.DELIVERED:
        _spare(delivery)


def _spare(delivery: Delivery) -> None:
    """Let the other deliveries of a webhook wait a little."""
    others = Delivery.objects.filter(webhook=delivery.webhook_id, state=Delivery.State.WAITING).exclude(pk=delivery.pk)
    until = timezone.now() + _REST
    others.filter(next_at__lt=until).update(next_at=until)


def _state_after(delivery: Delivery, status: int | None) -> tuple[str, datetime | None]:
    if status is not None and 200 <= status < 300:
        return Delivery.State.DELIVERED, None
    is_over = len(delivery.tries) > len(PAUSES) or delivery.event.kind == Kind.WEBHOOK_TESTED  # a test is tried once
    if status == 410 or is_over:
        return Delivery.State.FAILED, None
    return Delivery.State.WAITING, timezone.now() + PAUSES[len(delivery.tries) - 1]
