"""What happens is sent to webhooks: signed, tried again, logged, ended."""

import json
from collections.abc import Iterator
from datetime import UTC, timedelta
from datetime import timezone as tz
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from standardwebhooks import Webhook as Signature
from standardwebhooks import WebhookVerificationError

from tests.conftest import Team
from tests.factories import passage_of
from tests.notices.receiver import Receiver, receiving
from workbench.accounts.errors import Conflict, Invalid, NotAllowed
from workbench.accounts.models import Membership
from workbench.journal.models import Event
from workbench.notices.actions import (
    make_webhook,
    remove_webhook,
    rotate_secret,
    start_webhook,
    stop_webhook,
    try_webhook,
)
from workbench.notices.delivering import PAUSES, deliver_due, forget_deliveries, signed, try_now
from workbench.notices.models import Delivery, Webhook
from workbench.review.actions import open_thread

HTTPS = "https://example.org/hook"


@pytest.fixture
def receiver(settings: Any) -> Iterator[Receiver]:
    """A receiver on this machine, which may be reached for once."""
    settings.WEBHOOK_NETWORKS = ["127.0.0.1/32"]
    with receiving(Receiver()) as listening:
        yield listening


def hook(team: Team, url: str, *kinds: str) -> tuple[Webhook, str]:
    return make_webhook(actor=team.owner, workspace=team.workspace, url=url, kinds=kinds)


def comment(team: Team, body: str = "Hm.") -> None:
    open_thread(actor=team.reviewer, passage=passage_of(team.work), body=body)


def later(webhook: Webhook) -> None:
    """Let the time for the next try come."""
    Delivery.objects.filter(webhook=webhook, state="waiting").update(next_at=timezone.now())


def outcomes(webhook: Webhook) -> list[tuple[str, list[int | None]]]:
    rows = Delivery.objects.filter(webhook=webhook).order_by("event_id")
    return [(one.state, [tried["status"] for tried in one.tries]) for one in rows]


def test_an_event_arrives_and_the_library_verifies_it(team: Team, receiver: Receiver) -> None:
    webhook, secret = hook(team, receiver.url, "comment.added")
    comment(team)
    assert deliver_due(webhook) == 1
    headers, body = receiver.came[0]
    message = Signature(secret).verify(body, headers)
    event = Event.objects.get(kind="comment.added")
    assert (message["type"], message["data"]["actor"]["username"]) == ("comment.added", "reviewer")
    assert (message["data"]["workspace"], message["data"]["cursor"]) == ("room", event.cursor)
    assert outcomes(webhook) == [("delivered", [204])]


def test_a_moment_of_any_zone_is_signed_as_the_moment_it_is(team: Team) -> None:
    webhook, secret = hook(team, "https://example.org/")
    delivery, now = Delivery(webhook=webhook, event_id=1), timezone.now()
    for zone in (UTC, tz(timedelta(hours=-5))):
        assert Signature(secret).verify("{}", signed(delivery, b"{}", now=now.astimezone(zone))) == {}


def test_what_was_changed_on_the_way_is_not_verified(team: Team, receiver: Receiver) -> None:
    webhook, secret = hook(team, receiver.url, "comment.added")
    comment(team)
    deliver_due(webhook)
    headers, body = receiver.came[0]
    with pytest.raises(WebhookVerificationError):
        Signature(secret).verify(body.replace(b"reviewer", b"somebody"), headers)


def test_only_what_happens_from_now_on_and_is_wanted_is_sent_in_order(team: Team, receiver: Receiver) -> None:
    comment(team)
    webhook, _ = hook(team, receiver.url, "thread.opened", "comment.added")
    comment(team)
    comment(team)
    deliver_due(webhook)
    kinds = [json.loads(body)["type"] for _, body in receiver.came]
    assert kinds == ["thread.opened", "comment.added"] * 2
    assert deliver_due(webhook) == 0


def test_it_is_tried_again_after_a_500_under_the_same_id(team: Team, receiver: Receiver) -> None:
    receiver.statuses = [500, 204]
    webhook, secret = hook(team, receiver.url, "comment.added")
    comment(team)
    deliver_due(webhook)
    assert outcomes(webhook) == [("waiting", [500])]
    assert deliver_due(webhook) == 0  # not before its time
    later(webhook)
    deliver_due(webhook)
    assert outcomes(webhook) == [("delivered", [500, 204])]
    first, second = (headers["webhook-id"] for headers, _ in receiver.came)
    assert first == second
    assert Signature(secret).verify(receiver.came[1][1], receiver.came[1][0])["type"] == "comment.added"


def test_pauses_grow_and_then_it_is_given_up(team: Team, receiver: Receiver) -> None:
    receiver.statuses = [503]
    webhook, _ = hook(team, receiver.url, "comment.added")
    comment(team)
    pauses = []
    for _ in range(len(PAUSES) + 1):
        deliver_due(webhook)
        delivery = Delivery.objects.get(webhook=webhook)
        pauses += [delivery.next_at - timezone.now()] if delivery.next_at else []
        later(webhook)
    assert pauses == sorted(pauses)
    assert timedelta(seconds=0) < pauses[0] <= PAUSES[0]
    assert outcomes(webhook) == [("failed", [503] * (len(PAUSES) + 1))]


def test_a_receiver_that_fails_is_spared_the_others_for_a_minute(team: Team, receiver: Receiver) -> None:
    receiver.statuses = [500, 204]
    webhook, _ = hook(team, receiver.url, "comment.added")
    comment(team)
    comment(team)
    assert deliver_due(webhook) == 1
    assert deliver_due(webhook) == 0
    later(webhook)
    assert deliver_due(webhook) == 2


def test_a_410_ends_it_until_an_owner_starts_it_again(team: Team, receiver: Receiver) -> None:
    receiver.statuses = [410, 204]
    webhook, _ = hook(team, receiver.url, "comment.added")
    comment(team)
    deliver_due(webhook)
    webhook.refresh_from_db()
    assert (outcomes(webhook), webhook.disabled_why) == ([("failed", [410])], "gone")
    comment(team)
    assert deliver_due(webhook) == 0
    start_webhook(actor=team.owner, webhook=webhook)
    assert deliver_due(webhook) == 1
    assert outcomes(webhook)[1] == ("delivered", [204])


def test_an_address_of_this_machine_is_refused_when_it_is_called(team: Team, receiver: Receiver, settings: Any) -> None:
    webhook, _ = hook(team, receiver.url, "comment.added")
    comment(team)
    settings.WEBHOOK_NETWORKS = []
    deliver_due(webhook)
    delivery = Delivery.objects.get(webhook=webhook)
    assert (receiver.came, delivery.state, delivery.tries[0]["status"]) == ([], "waiting", None)
    secure, _ = hook(team, f"https://localhost:{receiver.port}/", "comment.added")
    comment(team)
    deliver_due(secure)
    assert "not of the open network" in Delivery.objects.get(webhook=secure).tries[0]["error"]


def test_a_redirect_is_a_failure(team: Team, receiver: Receiver) -> None:
    receiver.statuses, receiver.headers = [302], {"Location": receiver.url}
    webhook, _ = hook(team, receiver.url, "comment.added")
    comment(team)
    deliver_due(webhook)
    assert (outcomes(webhook), len(receiver.came)) == ([("waiting", [302])], 1)


def test_after_a_rotation_both_secrets_verify_for_a_day(team: Team, receiver: Receiver) -> None:
    webhook, former = hook(team, receiver.url, "comment.added")
    webhook, present = rotate_secret(actor=team.owner, webhook=webhook)
    comment(team)
    deliver_due(webhook)
    headers, body = receiver.came[0]
    for secret in (former, present):
        assert Signature(secret).verify(body, headers)["type"] == "comment.added"
    Webhook.objects.filter(pk=webhook.pk).update(former_until=timezone.now())
    comment(team)
    deliver_due(webhook)
    with pytest.raises(WebhookVerificationError):
        Signature(former).verify(receiver.came[1][1], receiver.came[1][0])
    assert Signature(present).verify(receiver.came[1][1], receiver.came[1][0])


def test_nothing_is_sent_for_somebody_who_is_no_owner_any_more(team: Team, receiver: Receiver) -> None:
    webhook, _ = hook(team, receiver.url, "comment.added")
    Membership.objects.filter(user=team.owner).update(role="editor")
    comment(team)
    assert deliver_due(webhook) == 0


def test_a_stopped_webhook_is_silent_and_sends_what_was_missed_later(team: Team, receiver: Receiver) -> None:
    webhook, _ = hook(team, receiver.url, "comment.added")
    stop_webhook(actor=team.owner, webhook=webhook)
    comment(team)
    assert deliver_due(webhook) == 0
    start_webhook(actor=team.owner, webhook=webhook)
    assert deliver_due(webhook) == 1


def test_owners_alone_manage_webhooks(team: Team) -> None:
    webhook, _ = hook(team, HTTPS)
    for deed in (rotate_secret, try_webhook, stop_webhook, start_webhook, remove_webhook):
        with pytest.raises(NotAllowed):
            deed(actor=team.editor, webhook=webhook)
    with pytest.raises(NotAllowed):
        make_webhook(actor=team.editor, workspace=team.workspace, url=HTTPS)
    assert list(Webhook.objects.visible_to(team.editor)) == []
    assert list(Webhook.objects.visible_to(team.outsider)) == []


def test_every_deed_is_an_event_that_names_the_host_alone(team: Team) -> None:
    webhook, _ = hook(team, f"{HTTPS}?key=whispered")
    stop_webhook(actor=team.owner, webhook=webhook)
    start_webhook(actor=team.owner, webhook=webhook)
    rotate_secret(actor=team.owner, webhook=webhook)
    try_webhook(actor=team.owner, webhook=webhook)
    remove_webhook(actor=team.owner, webhook=webhook)
    told = Event.objects.filter(kind__startswith="webhook").order_by("cursor").values_list("kind", "name")
    deeds = ("made", "stopped", "started", "rotated", "tested", "removed")
    assert list(told) == [(f"webhook.{deed}", "example.org") for deed in deeds]


def test_what_cannot_be_a_webhook_is_refused(team: Team) -> None:
    for url in ("http://example.org/", "https://example.org/" + "x" * 500):
        with pytest.raises(Invalid):
            hook(team, url)
    with pytest.raises(Invalid):
        hook(team, HTTPS, "comment.whispered")
    for _ in range(20):
        hook(team, HTTPS)
    with pytest.raises(Conflict):
        hook(team, HTTPS)


def test_what_was_settled_a_month_ago_is_forgotten(team: Team, receiver: Receiver) -> None:
    webhook, _ = hook(team, receiver.url, "comment.added")
    comment(team)
    deliver_due(webhook)
    comment(team)
    receiver.statuses = [500]
    deliver_due(webhook)
    Delivery.objects.update(created_at=timezone.now() - timedelta(days=31))
    forget_deliveries(now=timezone.now())
    assert [state for state, _ in outcomes(webhook)] == ["waiting"]


@pytest.mark.django_db(transaction=True)
def test_a_worker_calls_once_the_transaction_stands_and_comes_back_after_a_failure(
    team: Team, receiver: Receiver, settings: Any
) -> None:
    settings.TASKS = {"default": {"BACKEND": settings.TASK_BACKENDS["database"]}}
    receiver.statuses = [500, 204]
    webhook, _ = hook(team, receiver.url, "comment.added")
    comment(team)
    work_off()
    assert outcomes(webhook) == [("waiting", [500])]
    (waiting,) = DBTaskResult.objects.ready().model.objects.filter(status="READY", run_after__gt=timezone.now())
    later(webhook)
    DBTaskResult.objects.filter(pk=waiting.pk).update(run_after=timezone.now())
    work_off()
    assert outcomes(webhook) == [("delivered", [500, 204])]


def test_a_test_goes_to_the_tested_webhook_alone_whatever_it_wants(team: Team, receiver: Receiver) -> None:
    webhook, secret = hook(team, receiver.url, "comment.added")
    other, _ = hook(team, receiver.url)
    made = try_webhook(actor=team.owner, webhook=webhook)
    assert try_webhook(actor=team.owner, webhook=webhook) == made  # while one waits, no other is made
    assert try_now(made.pk)
    assert (deliver_due(webhook), deliver_due(other)) == (0, 0)
    ((headers, body),) = receiver.came
    message = Signature(secret).verify(body, headers)
    assert (message["type"], message["data"]["name"], outcomes(webhook)) == (
        "webhook.tested",
        "127.0.0.1",
        [("delivered", [204])],
    )


def test_a_test_is_tried_once_though_the_webhook_is_stopped(team: Team, receiver: Receiver) -> None:
    receiver.statuses = [500]
    webhook, _ = hook(team, receiver.url)
    stop_webhook(actor=team.owner, webhook=webhook)
    made = try_webhook(actor=team.owner, webhook=webhook)
    assert [try_now(made.pk), try_now(made.pk)] == [False, False]
    assert outcomes(webhook) == [("failed", [500])]
    assert try_webhook(actor=team.owner, webhook=webhook) != made


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("backend", ["immediate", "database"])
def test_a_test_is_sent_at_once_or_by_the_worker(team: Team, receiver: Receiver, settings: Any, backend: str) -> None:
    settings.TASKS = {"default": {"BACKEND": settings.TASK_BACKENDS[backend]}}
    webhook, _ = hook(team, receiver.url, "comment.added")
    try_webhook(actor=team.owner, webhook=webhook)
    if backend == "database":
        work_off()
    assert (outcomes(webhook), len(receiver.came)) == ([("delivered", [204])], 1)


@pytest.mark.django_db(transaction=True)
def test_without_a_worker_the_timer_calls(team: Team, receiver: Receiver) -> None:
    hook(team, receiver.url, "comment.added")
    comment(team)
    assert receiver.came == []
    call_command("send_notices")
    assert len(receiver.came) == 1


def work_off() -> None:
    """Let a worker do what is in the queue, and end."""
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)
