"""Workspaces, members and invitations in the API."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import join, make_user
from workbench.accounts.models import Membership, Role


def member(room: Any, user: Any) -> str:
    return f"workspaces/room/members/{Membership.objects.get(workspace=room.workspace, user=user).pk}/"


def test_a_workspace_is_made_listed_and_read(room: Any, script: Any) -> None:
    reader = script(room.reader)
    made = reader.post("workspaces/", {"name": "Reading", "slug": "reading"})
    assert (made.status_code, made["Location"]) == (201, "/api/v1/workspaces/reading/")
    assert [one["slug"] for one in reader.get("workspaces/").json()["results"]] == ["room", "reading"]
    assert reader.get("workspaces/reading/").json() == made.json()
    assert reader.get("workspaces/elsewhere/").status_code == 404


def test_members_read_who_is_in_with_their_roles(room: Any, script: Any) -> None:
    rows = script(room.reader).get("workspaces/room/members/").json()["results"]
    assert {row["person"]["username"]: row["role"] for row in rows} == {
        "owner": "owner",
        "reader": "reader",
        "reviewer": "reviewer",
        "editor": "editor",
    }
    assert script(room.former).get("workspaces/room/members/").status_code == 404


def test_an_owner_gives_a_role_and_removes(room: Any, script: Any) -> None:
    owner, address = script(room.owner), member(room, room.reader)
    assert owner.patch(address, {"role": "editor"}).json()["role"] == "editor"
    assert script(room.editor).patch(address, {"role": "owner"}).status_code == 403
    assert owner.delete(address).status_code == 204
    assert owner.get(address).status_code == 404
    assert owner.delete(member(room, room.owner)).json()["code"] == "last_owner"


def test_somebody_is_invited_and_accepts(room: Any, script: Any) -> None:
    owner, outsider = script(room.owner), script(room.outsider)
    made = owner.post("workspaces/room/invitations/", {"to": "outsider", "role": "reviewer"})
    assert (made.status_code, made.json()["state"]) == (201, "open")
    assert owner.get(made["Location"]).json() == made.json()
    (own,) = outsider.get("invitations/").json()["results"]
    assert (own["id"], own["workspace"], own["name"]) == (made.json()["id"], "room", "Room")
    accepted = outsider.post(f"invitations/{own['id']}/accept/")
    assert (accepted.status_code, accepted.json()["role"]) == (200, "reviewer")
    assert outsider.post(f"invitations/{own['id']}/accept/").status_code == 409
    assert owner.get(made["Location"]).json()["state"] == "accepted"


def test_the_answer_is_the_same_whether_there_is_such_an_account(room: Any, script: Any) -> None:
    owner = script(room.owner)
    answers = [
        owner.post("workspaces/room/invitations/", {"to": name, "role": "reader"}) for name in ("outsider", "nobody")
    ]
    assert {answer.status_code for answer in answers} == {201}
    assert {frozenset(answer.json()) for answer in answers} == {frozenset(answers[0].json())}


@pytest.mark.parametrize("name", ["editor", "reviewer", "reader"])
def test_only_owners_read_and_make_invitations(room: Any, script: Any, name: str) -> None:
    one = script(getattr(room, name))
    assert one.get("workspaces/room/invitations/").status_code == 403
    assert one.post("workspaces/room/invitations/", {"to": "anna", "role": "reader"}).status_code == 403


def test_an_invitation_is_withdrawn_or_declined(room: Any, script: Any) -> None:
    owner, outsider = script(room.owner), script(room.outsider)
    first = owner.post("workspaces/room/invitations/", {"to": "outsider", "role": "reader"})
    assert owner.delete(first["Location"]).status_code == 204
    assert outsider.post(f"invitations/{first.json()['id']}/accept/").status_code == 409
    second = owner.post("workspaces/room/invitations/", {"to": "outsider", "role": "reader"})
    assert outsider.post(f"invitations/{second.json()['id']}/decline/").json()["state"] == "declined"
    assert outsider.get("invitations/").json()["results"] == []


def test_thirty_members_take_as_many_queries_as_four(room: Any, script: Any) -> None:
    owner, counts = script(room.owner), []
    owner.get("workspaces/room/members/")
    for more in (0, 30):
        for _ in range(more):
            join(room.workspace, make_user(), Role.READER)
        with CaptureQueriesContext(connection) as queries:
            assert owner.get("workspaces/room/members/").status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]
