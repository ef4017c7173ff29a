"""What follows an event: those who want it at once are told by mail, and webhooks by a request.

With a worker (`TASKS=database`) both are done by it, within a second, and again when a delivery is due once more.
Without one, mail is handed over beside the request, and webhooks wait for `manage.py send_notices`: nobody waits for a
stranger's server.
"""

from django.db.models import Q
from django.utils import timezone
from django_tasks import task
from django_tasks.backends.immediate import ImmediateBackend

from workbench.accounts import mailing as post_office
from workbench.notices.delivering import deliver_due, next_moment
from workbench.notices.mailing import hand_to_server, send_due, wishes_at_once
from workbench.notices.models import Webhook

__all__ = ["call_webhook", "send_mail", "tell_of_event"]


@task()
def send_mail(workspace: int) -> int:
    """Send what is due to those in a workspace (id) who want mail at once; return the number of letters."""
    is_waited_for = isinstance(send_mail.get_backend(), ImmediateBackend)
    hand = post_office.post if is_waited_for else hand_to_server
    return send_due(now=timezone.now(), among=wishes_at_once(workspace), hand=hand)


@task()
def call_webhook(webhook: int) -> int:
    """Send a webhook (id) what is due, and come back when something is due again; return the number of tries."""
    found = Webhook.objects.filter(pk=webhook).first()
    if found is None:
        return 0
    tries = deliver_due(found)
    if call_webhook.get_backend().supports_defer:
        _come_back(found)
    return tries


def tell_of_event(workspace: int) -> None:
    """Let those who want it be told of what happened in a workspace (id). Two queries where nobody does."""
    if wishes_at_once(workspace).exists():
        send_mail.enqueue(workspace)
    if isinstance(call_webhook.get_backend(), ImmediateBackend):
        return
    for webhook in Webhook.objects.filter(workspace=workspace, disabled_at=None).values_list("pk", flat=True):
        call_webhook.enqueue(webhook)


def _come_back(webhook: Webhook) -> None:
    """Let a worker come back when the next delivery is due, unless one will by then."""
    again, now = next_moment(webhook), timezone.now()
    late = Q(wakes_at=None) | Q(wakes_at__lt=now) | Q(wakes_at__gt=again)
    if again and Webhook.objects.filter(late, pk=webhook.pk, disabled_at=None).update(wakes_at=again):
        call_webhook.using(run_after=again).enqueue(webhook.pk)
