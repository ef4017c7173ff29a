"""What is kept of a person is given out whole, and forgotten but for what they wrote."""

import json
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from tests.access.world import World, build_world
from tests.conftest import Team
from tests.factories import join, make_user
from workbench.accounts.actions import add_member, invite, make_token
from workbench.accounts.errors import Conflict
from workbench.accounts.models import ApiToken, Invitation, Membership, Role, User
from workbench.accounts.personal import links_to_people
from workbench.accounts.queries import find_token
from workbench.journal.append_only import guard, unguard
from workbench.journal.models import Event
from workbench.operating.people import FORGOTTEN, SIGNED, forget_person
from workbench.review.actions import reply
from workbench.review.models import Comment

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(team: Team) -> World:
    """A team with one of everything, in which the reviewer has a name, an address and a token."""
    world = build_world(team)
    reviewer = team.reviewer
    reviewer.name, reviewer.email = "Mira Somebody", "mira@example.org"
    reviewer.save()
    reply(actor=team.editor, thread=world.thread, body="@reviewer, look at this")
    invite(actor=team.owner, workspace=team.workspace, to="mira@example.org", role="reader")
    return world


def said_of(username: str) -> list[dict[str, object]]:
    out = StringIO()
    call_command("export_person", username, stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_every_model_that_names_people_says_what_becomes_of_its_rows() -> None:
    linked = {model._meta.label for model in links_to_people()}
    assert linked == FORGOTTEN | SIGNED
    assert not FORGOTTEN & SIGNED


def test_all_that_is_kept_of_a_person_is_given_out_and_no_secret(world: World) -> None:
    token, secret = make_token(actor=world.team.reviewer, name="nightly", scopes=["read"], expires_at=None)
    rows = said_of("reviewer")
    bodies = [row["body"] for row in rows if row["table"] == "review.Comment"]
    assert bodies == list(
        Comment.objects.filter(author=world.team.reviewer).order_by("pk").values_list("body", flat=True)
    )
    (person,) = (row for row in rows if row["table"] == "accounts.User")
    assert (person["username"], person["email"]) == ("reviewer", "mira@example.org")
    kinds = {row["table"] for row in rows}
    assert {"accounts.Membership", "accounts.ApiToken", "accounts.Invitation", "journal.Event"} <= kinds
    text = json.dumps(rows)
    assert secret not in text
    assert token.digest not in text
    assert world.team.reviewer.password not in text


def test_whoever_brought_files_is_given_rows_without_them(world: World) -> None:
    kinds = {row["table"] for row in said_of("owner")}
    assert {"corpus.Upload", "publishing.FrozenState", "notices.Webhook"} <= kinds


def test_nobody_elses_rows_are_given_out(world: World) -> None:
    assert {row["table"] for row in said_of("outsider")}.isdisjoint({"review.Comment", "review.Thread", "corpus.Work"})


def test_what_they_wrote_stays_and_nothing_names_them(world: World, client: Client) -> None:
    reviewer = world.team.reviewer
    _, secret = make_token(actor=reviewer, name="nightly", scopes=["read"], expires_at=None)
    browser = Client()
    browser.force_login(reviewer)
    call_command("forget_person", "reviewer", "--yes", stdout=StringIO())
    assert browser.get("/account/").status_code == 302
    assert find_token(secret, now=timezone.now()) is None
    assert not ApiToken.objects.filter(user=reviewer).exists()
    client.force_login(world.team.owner)
    page = client.get(f"/threads/{world.thread.pk}/", follow=True).content.decode()
    assert "whispered" in page
    assert "former member" in page
    left = [row for row in everything() if "mira" in row.lower()]
    assert left == []
    assert not Event.objects.filter(name__icontains="reviewer").exists()


def everything() -> list[str]:
    """Every row of every table, as words."""
    return [str(row) for model in apps.get_models() for row in model._default_manager.values()]


def test_the_log_is_closed_again(world: World) -> None:
    unguard(connection)  # as between tests
    guard(connection)
    forget_person(user=world.team.reviewer)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Event.objects.all().update(name="forged")


def test_a_workspace_keeps_an_owner(team: Team) -> None:
    with pytest.raises(Conflict, match=r"Another owner is expected first in: room\."):
        forget_person(user=team.owner)
    team.owner.refresh_from_db()
    assert team.owner.is_active
    second = join(team.workspace, make_user("second"), Role.OWNER)
    forget_person(user=team.owner)
    assert list(
        Membership.objects.filter(role=Role.OWNER, workspace=team.workspace).values_list("user", flat=True)
    ) == [second.pk]
    forget_person(user=team.outsider)  # whose own workspace has nobody else


def test_two_former_members_are_two_and_their_names_are_free(team: Team) -> None:
    forget_person(user=team.reader)
    forget_person(user=team.reviewer)
    assert {str(one) for one in User.objects.filter(username__startswith="former-")} == {"former member"}
    add_member(actor=team.owner, workspace=team.workspace, username=make_user("reader").username, role="reader")


def test_the_command_asks_first(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builtins.input", lambda _: "no")
    with pytest.raises(CommandError, match="Nothing was changed"):
        call_command("forget_person", "reader")
    with pytest.raises(CommandError, match="no account nobody"):
        call_command("forget_person", "nobody")
    assert User.objects.filter(username="reader", is_active=True).exists()
    assert not Invitation.objects.exists()


def test_a_closed_account_is_out_at_once_and_may_be_opened(team: Team, client: Client) -> None:
    _, secret = make_token(actor=team.editor, name="nightly", scopes=["read"], expires_at=None)
    client.force_login(team.editor)
    asked = {"authorization": f"Bearer {secret}"}
    assert Client().get("/api/v1/me/", headers=asked).status_code == 200
    call_command("close_account", "editor", stdout=StringIO())
    assert client.get("/account/").status_code == 302
    assert Client().get("/api/v1/me/", headers=asked).status_code == 401
    call_command("close_account", "editor", "--open", stdout=StringIO())
    assert Client().get("/api/v1/me/", headers=asked).status_code == 401  # what was ended stays so
    assert client.get("/account/").status_code == 302


def test_somebody_fetches_their_own_data_by_page_and_by_script_and_no_secret(world: World, client: Client) -> None:
    reviewer = world.team.reviewer
    token, secret = make_token(actor=reviewer, name="nightly", scopes=["read"], expires_at=None)
    client.force_login(reviewer)
    page = client.get("/account/data/")
    assert (page["Content-Type"], page["Content-Disposition"]) == (
        "text/plain; charset=utf-8",
        'attachment; filename="my-data.jsonl"',
    )
    sent = page.getvalue().decode()
    assert [json.loads(line) for line in sent.splitlines()] == said_of("reviewer")
    script = Client().get("/api/v1/me/data/", headers={"authorization": f"Bearer {secret}"})
    given = script.getvalue().decode()
    assert {json.loads(line)["table"] for line in given.splitlines()} >= {"accounts.User", "review.Comment"}
    assert token.digest not in given
    assert secret not in given
    assert 'href="/account/data/"' in client.get("/account/").content.decode()


def test_own_data_are_asked_for_so_often_and_no_more(team: Team, client: Client, settings: Settings) -> None:
    settings.OWN_DATA_RATE = (2, 86_400)
    client.force_login(team.reader)
    assert [client.get("/account/data/").status_code for _ in range(3)] == [200, 200, 429]
    _, secret = make_token(actor=team.reader, name="nightly", scopes=["read"], expires_at=None)
    refused = Client().get("/api/v1/me/data/", headers={"authorization": f"Bearer {secret}"})
    assert (refused.status_code, refused["Content-Type"]) == (429, "application/problem+json")
    assert int(refused["Retry-After"]) > 0
