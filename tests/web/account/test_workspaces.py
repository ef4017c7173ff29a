"""Workspaces and their members: who may let in, raise, remove; and who may leave."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.conftest import Team
from tests.factories import join, make_user
from workbench.accounts.models import Membership, Role, User, Workspace

EVIL = "<img src=x onerror=alert(1)>"
MEMBERS = "/workspaces/room/members/"


def without_tokens(page: Any) -> str:
    """Return the page without what differs at every request: the masked CSRF tokens."""
    return re.sub(r'(csrfmiddlewaretoken" value="|x-csrftoken": ")\w+', "", page.content.decode())


def membership_of(team: Team, user: User) -> Membership:
    return Membership.objects.get(workspace=team.workspace, user=user)


def test_whoever_makes_a_workspace_owns_it(client: Client, team: Team) -> None:
    client.force_login(team.reader)
    page = client.post("/workspaces/new/", {"name": "Reading", "slug": "reading"})
    assert (page.status_code, page["Location"]) == (302, "/workspaces/reading/members/")
    assert list(Workspace.objects.get(slug="reading").memberships.values_list("user", "role")) == [
        (team.reader.pk, "owner")
    ]


def test_a_taken_or_odd_workspace_name_is_shown_at_the_form(client: Client, team: Team) -> None:
    client.force_login(team.reader)
    taken = client.post("/workspaces/new/", {"name": "Reading", "slug": "room"})
    assert (taken.status_code, list(taken.context["form"].errors)) == (409, ["slug"])
    odd = client.post("/workspaces/new/", {"name": "a\u0007", "slug": ""})
    assert (odd.status_code, list(odd.context["form"].errors)) == (422, ["name"])


def test_a_workspace_name_with_markup_is_inert(client: Client, team: Team) -> None:
    Workspace.objects.filter(pk=team.workspace.pk).update(name=EVIL)
    client.force_login(team.owner)
    leave = f"{MEMBERS}{membership_of(team, team.owner).pk}/remove/"
    for address in (MEMBERS, "/account/", leave):
        assert EVIL not in client.get(address).content.decode()


def test_every_member_reads_who_is_in(client: Client, team: Team) -> None:
    for person in (team.owner, team.editor, team.reviewer, team.reader):
        client.force_login(person)
        page = client.get(MEMBERS)
        assert [str(one.user) for one in page.context["memberships"]] == ["editor", "owner", "reader", "reviewer"]
        assert ("Invite somebody" in page.content.decode()) == (person == team.owner)


def test_outsiders_and_former_members_find_nothing(client: Client, team: Team) -> None:
    key = membership_of(team, team.reader).pk
    for person in (team.outsider, team.former):
        client.force_login(person)
        for method, address in (
            ("get", MEMBERS),
            ("post", MEMBERS),
            ("post", f"{MEMBERS}{key}/role/"),
            ("get", f"{MEMBERS}{key}/remove/"),
            ("post", f"{MEMBERS}{key}/remove/"),
        ):
            there = getattr(client, method)(address)
            nowhere = getattr(client, method)(address.replace("/room/", "/nowhere/"))
            assert there.status_code == nowhere.status_code == 404
            assert without_tokens(there) == without_tokens(nowhere)


def test_an_owner_invites_and_nobody_is_a_member_unasked(client: Client, team: Team) -> None:
    client.force_login(team.owner)
    page = client.post(MEMBERS, {"to": "outsider", "role": "reviewer"}, follow=True)
    assert "outsider is invited (reviewer)." in page.content.decode()
    assert not Membership.objects.filter(user=team.outsider, workspace=team.workspace).exists()


def test_the_page_says_the_same_whether_there_is_such_an_account(client: Client, team: Team) -> None:
    client.force_login(team.owner)
    said = []
    for name in ("outsider", "nobody12"):
        page = client.post(MEMBERS, {"to": name, "role": "reviewer"}, follow=True)
        one = page.context["invitations"][0]
        assert one.addressee == name
        client.post(f"/workspaces/room/invitations/{one.pk}/withdraw/", follow=True)
        shown = re.sub(r'datetime="[^"]*"', "", without_tokens(page))
        said.append(shown.replace(name, "NAME").replace(f"invitations/{one.pk}/", ""))
    assert said[0] == said[1]


@pytest.mark.parametrize(
    ("typed", "status", "field"),
    [
        ({"to": "editor", "role": "reader"}, 409, "to"),
        ({"to": "outsider", "role": "king"}, 422, "role"),
        ({"to": "outsider"}, 422, "role"),
        ({"to": EVIL, "role": "reader"}, 422, "to"),
        ({"to": "a@b@c", "role": "reader"}, 422, "to"),
    ],
)
def test_what_cannot_be_invited_is_said_at_the_field(
    client: Client, team: Team, typed: dict[str, str], status: int, field: str
) -> None:
    client.force_login(team.owner)
    page = client.post(MEMBERS, typed)
    assert (page.status_code, list(page.context["form"].errors)) == (status, [field])
    assert EVIL not in page.content.decode()


def test_others_than_owners_change_nothing(client: Client, team: Team) -> None:
    key = membership_of(team, team.reader).pk
    for person in (team.editor, team.reviewer):
        client.force_login(person)
        assert client.post(MEMBERS, {"to": "outsider", "role": "owner"}).status_code == 403
        assert client.post(f"{MEMBERS}{key}/role/", {"role": "owner"}).status_code == 403
        assert client.get(f"{MEMBERS}{key}/remove/").status_code == 403
        assert client.post(f"{MEMBERS}{key}/remove/").status_code == 403
    assert membership_of(team, team.reader).role == "reader"


def test_nobody_raises_themselves(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    own = membership_of(team, team.editor)
    assert client.post(f"{MEMBERS}{own.pk}/role/", {"role": "owner"}).status_code == 403


def test_an_owner_gives_a_role(client: Client, team: Team) -> None:
    client.force_login(team.owner)
    page = client.post(f"{MEMBERS}{membership_of(team, team.reader).pk}/role/", {"role": "editor"})
    assert (page.status_code, page["Location"]) == (302, MEMBERS)
    assert membership_of(team, team.reader).role == "editor"


def test_a_member_of_another_workspace_is_not_reached_through_ones_own(client: Client, team: Team) -> None:
    client.force_login(team.outsider)
    key = membership_of(team, team.reader).pk
    assert client.post(f"/workspaces/elsewhere/members/{key}/remove/").status_code == 404
    assert client.post(f"/workspaces/elsewhere/members/{key}/role/", {"role": "reader"}).status_code == 404


def test_a_member_is_removed_after_a_question(client: Client, team: Team) -> None:
    client.force_login(team.owner)
    address = f"{MEMBERS}{membership_of(team, team.reader).pk}/remove/"
    assert "Remove reader" in client.get(address).content.decode()
    assert membership_of(team, team.reader)
    assert client.post(address).status_code == 302
    assert not Membership.objects.filter(workspace=team.workspace, user=team.reader).exists()


def test_anybody_may_leave(client: Client, team: Team) -> None:
    client.force_login(team.reader)
    address = f"{MEMBERS}{membership_of(team, team.reader).pk}/remove/"
    assert "Leave" in client.get(address).content.decode()
    page = client.post(address)
    assert (page.status_code, page["Location"]) == (302, "/account/")
    assert client.get(MEMBERS).status_code == 404


def test_the_last_owner_stays(client: Client, team: Team) -> None:
    client.force_login(team.owner)
    own = f"{MEMBERS}{membership_of(team, team.owner).pk}/"
    for address, typed in ((f"{own}remove/", {}), (f"{own}role/", {"role": "reader"})):
        page = client.post(address, typed)
        assert page.status_code == 409
        assert "needs an owner" in page.content.decode()
    assert membership_of(team, team.owner).role == "owner"


def test_an_id_beyond_all_numbers_is_nothing(client: Client, team: Team) -> None:
    client.force_login(team.owner)
    assert client.post(f"{MEMBERS}{10**30}/role/", {"role": "reader"}).status_code == 404


def test_thirty_members_take_as_many_queries_as_one(client: Client, team: Team) -> None:
    client.force_login(team.owner)
    counts = []
    for more in (0, 30):
        for _ in range(more):
            join(team.workspace, make_user(), Role.READER)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(MEMBERS).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]
