"""The pages of webhooks, for owners."""

import pytest
from django.test import Client

from tests.conftest import Team
from tests.factories import passage_of
from workbench.notices.delivering import deliver_due
from workbench.notices.models import Webhook
from workbench.review.actions import open_thread

PAGE = "/workspaces/room/webhooks/"


def test_an_owner_makes_one_and_sees_its_secret_once(client: Client, team: Team) -> None:
    client.force_login(team.owner)
    made = client.post(PAGE, {"url": "https://example.org/hook", "kinds": ["comment.added"]})
    secret = made.context["secret"]
    assert (made.status_code, secret in made.content.decode()) == (201, True)
    listed = client.get(PAGE).content.decode()
    assert ("https://example.org/hook" in listed, secret in listed) == (True, False)


def test_a_refused_address_is_said_at_its_field(client: Client, team: Team) -> None:
    client.force_login(team.owner)
    refused = client.post(PAGE, {"url": "http://example.org/hook"})
    assert (refused.status_code, list(refused.context["form"].errors)) == (422, ["url"])


def test_the_page_of_one_shows_what_became_of_deliveries_and_acts(client: Client, team: Team) -> None:
    client.force_login(team.owner)
    client.post(PAGE, {"url": "https://127.0.0.1/hook", "kinds": ["comment.added"]})
    webhook = Webhook.objects.get()
    open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Hm.")
    deliver_due(webhook)
    page = f"{PAGE}{webhook.pk}/"
    assert "not of the open network" in client.get(page).content.decode()
    assert client.post(f"{page}rotate/").status_code == 201
    client.post(f"{page}stop/")
    assert "Nothing is sent since" in client.get(page).content.decode()
    client.post(f"{page}start/")
    assert "Nothing is sent since" not in client.get(page).content.decode()
    assert client.post(f"{page}remove/")["Location"] == PAGE
    assert not Webhook.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_test_says_what_was_answered_and_stands_in_the_log(client: Client, team: Team) -> None:
    client.force_login(team.owner)
    client.post(PAGE, {"url": "https://127.0.0.1/hook", "kinds": ["comment.added"]})
    page = f"{PAGE}{Webhook.objects.get().pk}/"
    shown = client.post(f"{page}test/", follow=True).content.decode()
    assert "The test did not arrive. There was no answer: The name leads to" in shown
    assert shown.count("webhook.tested") == 1
    client.force_login(team.editor)
    assert client.post(f"{page}test/").status_code == 403


def test_others_are_refused(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    assert [client.get(PAGE).status_code, client.post(PAGE, {"url": "https://x.org"}).status_code] == [403, 403]
    client.force_login(team.outsider)
    assert client.get(PAGE).status_code == 404
