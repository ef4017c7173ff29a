"""Webhooks in the API."""

from typing import Any

import pytest

from tests.factories import passage_of
from workbench.notices.delivering import deliver_due
from workbench.notices.models import Webhook
from workbench.review.actions import open_thread

HOOK = {"workspace": "room", "url": "https://127.0.0.1/hook", "kinds": ["comment.added"]}


@pytest.fixture
def owner(team: Any, script: Any) -> Any:
    return script(team.owner)


def test_a_webhook_is_made_read_and_removed(owner: Any) -> None:
    made = owner.post("webhooks/", HOOK)
    assert (made.status_code, made["Location"]) == (201, f"/api/v1/webhooks/{made.json()['id']}/")
    assert made.json()["secret"].startswith("whsec_")
    read = owner.get(made["Location"]).json()
    assert read == {name: value for name, value in made.json().items() if name != "secret"}
    assert (read["url"], read["kinds"], read["disabled_why"]) == (HOOK["url"], ["comment.added"], "")
    assert owner.get("webhooks/?workspace=room").json()["results"] == [read]
    assert owner.delete(made["Location"]).status_code == 204
    assert owner.get(made["Location"]).status_code == 404


def test_a_secret_is_another_after_rotating(owner: Any) -> None:
    made = owner.post("webhooks/", HOOK).json()
    rotated = owner.post(f"webhooks/{made['id']}/rotate/").json()
    assert rotated["secret"] not in {"", made["secret"]}
    assert rotated["former_secret_until"] is not None


def test_deliveries_say_what_became_of_each_try(team: Any, owner: Any) -> None:
    made = owner.post("webhooks/", HOOK).json()
    open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Hm.")
    deliver_due(Webhook.objects.get())
    (row,) = owner.get(f"webhooks/{made['id']}/deliveries/?state=waiting").json()["results"]
    assert (row["kind"], row["state"], row["tries"][0]["status"]) == ("comment.added", "waiting", None)
    assert row["tries"][0]["error"] == "The name leads to an address that is not of the open network."
    assert owner.get(f"webhooks/{made['id']}/deliveries/?state=failed").json()["results"] == []


@pytest.mark.django_db(transaction=True)
def test_a_test_is_answered_with_what_came_of_it(owner: Any) -> None:
    made = owner.post("webhooks/", HOOK).json()
    tested = owner.post(f"webhooks/{made['id']}/test/").json()
    assert (tested["kind"], tested["state"], tested["tries"][0]["status"]) == ("webhook.tested", "failed", None)
    assert owner.get(f"webhooks/{made['id']}/deliveries/").json()["results"] == [tested]


def test_stopping_and_starting(owner: Any) -> None:
    made = owner.post("webhooks/", HOOK).json()
    assert owner.post(f"webhooks/{made['id']}/stop/").json()["disabled_why"] == "stopped"
    assert owner.post(f"webhooks/{made['id']}/start/").json()["disabled_at"] is None


def test_who_owns_nothing_there_sees_and_makes_none(team: Any, owner: Any, script: Any) -> None:
    made = owner.post("webhooks/", HOOK)
    editor = script(team.editor)
    assert editor.get("webhooks/").json()["results"] == []
    assert editor.get(made["Location"]).status_code == 404
    assert editor.post("webhooks/", HOOK).status_code == 403
    assert script(team.outsider).post("webhooks/", HOOK).status_code == 422
    assert script(team.owner, "comment").post("webhooks/", HOOK).status_code == 403


def test_a_bad_address_is_named(owner: Any) -> None:
    refused = owner.post("webhooks/", {**HOOK, "url": "http://example.org/"})
    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, "/url")
