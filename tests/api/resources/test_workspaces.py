"""Workspaces, members and invitations in the API."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import join, make_user
from workbench.accounts.models import Membership, Role


def member(team: Any, user: Any) -> str:
    return f"workspaces/room/members/{Membership.objects.get(workspace=team.workspace, user=user).pk}/"


def test_a_workspace_is_made_listed_and_read(team: Any, script: Any) -> None:
    reader = script(team.reader)
    made = reader.post("workspaces/", {"name": "Reading", "slug": "reading"})
    assert (made.status_code, made["Location"]) == (201, "/api/v1/workspaces/reading/")
    assert [one["slug"] for one in reader.get("workspaces/").json()["results"]] == ["room", "reading"]
    assert reader.get("workspaces/reading/").json() == made.json()
    assert reader.get("workspaces/elsewhere/").status_code == 404


def test_members_read_who_is_in_with_their_roles(team: Any, script: Any) -> None:
    rows = script(team.reader).get("workspaces/room/members/").json()["results"]
    assert {row["person"]["username"]: row["role"] for row in rows} == {
        "owner": "owner",
        "reader": "reader",
        "reviewer": "reviewer",
        "editor": "editor",
    }
    assert script(team.former).get("workspaces/room/members/").status_code == 404


def test_an_owner_gives_a_role_and_removes(team: Any, script: Any) -> None:
    owner, address = script(team.owner), member(team, team.reader)
    assert owner.patch(address, {"role": "editor"}).json()["role"] == "editor"
    assert script(team.editor).patch(address, {"role": "owner"}).status_code == 403
    assert owner.delete(address).status_code == 204
    assert owner.get(address).status_code == 404
    assert owner.delete(member(team, team.owner)).json()["code"] == "last_owner"


def test_somebody_is_invited_and_accepts(team: Any, script: Any) -> None:
    owner, outsider = script(team.owner), script(team.outsider)
    made = owner.post("workspaces/room/invitations/", {"to": "outsider", "role": "reviewer"})
    assert (made.status_code, made.json()["state"]) == (201, "open")
    assert owner.get(made["Location"]).json() == made.json()
    (own,) = outsider.get("invitations/").json()["results"]
    assert (own["id"], own["workspace"], own["name"]) == (made.json()["id"], "room", "Room")
    accepted = outsider.post(f"invitations/{own['id']}/accept/")
    assert (accepted.status_code, accepted.json()["role"]) == (200, "reviewer")
    assert outsider.post(f"invitations/{own['id']}/accept/").status_code == 409
    assert owner.get(made["Location"]).json()["state"] == "accepted"


def test_the_answer_is_the_same_whether_there_is_such_an_account(team: Any, script: Any) -> None:
    owner = script(team.owner)
    answers = [
        owner.post("workspaces/room/invitations/", {"to": name, "role": "reader"}) for name in ("outsider", "nobody")
    ]
    assert {answer.status_code for answer in answers} == {201}
    assert {frozenset(answer.json()) for answer in answers} == {frozenset(answers[0].json())}


@pytest.mark.parametrize("name", ["editor", "reviewer", "reader"])
def test_only_owners_read_and_make_invitations(team: Any, script: Any, name: str) -> None:
    one = script(getattr(team, name))
    assert one.get("workspaces/room/invitations/").status_code == 403
    assert one.post("workspaces/room/invitations/", {"to": "anna", "role": "reader"}).status_code == 403


def test_an_invitation_is_withdrawn_or_declined(team: Any, script: Any) -> None:
    owner, outsider = script(team.owner), script(team.outsider)
    first = owner.post("workspaces/room/invitations/", {"to": "outsider", "role": "reader"})
    assert owner.delete(first["Location"]).status_code == 204
    assert outsider.post(f"invitations/{first.json()['id']}/accept/").status_code == 409
    second = owner.post("workspaces/room/invitations/", {"to": "outsider", "role": "reader"})
    assert outsider.post(f"invitations/{second.json()['id']}/decline/").json()["state"] == "declined"
    assert outsider.get("invitations/").json()["results"] == []


def test_thirty_members_take_as_many_queries_as_four(team: Any, script: Any) -> None:
    owner, counts = script(team.owner), []
    owner.get("workspaces/room/members/")
    for more in (0, 30):
        for _ in range(more):
            join(team.workspace, make_user(), Role.READER)
        with CaptureQueriesContext(connection) as queries:
            assert owner.get("workspaces/room/members/").status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_categories_and_severities_are_read_and_changed_by_who_may(team: Any, script: Any) -> None:
    owner, address = script(team.owner), "workspaces/room/categories/"
    before = owner.get(address)
    assert before.json()["categories"][1] == {"name": "accuracy/omission", "label": "Omission", "parent": "accuracy"}
    assert before.json()["severities"][-1] == {"name": "critical", "label": "Critical", "weight": 25}
    scale = {"severities": [{"name": "hint", "weight": 0.5}, {"name": "fault", "label": "Fault", "weight": 10}]}
    assert owner.patch(address, scale).status_code == 428
    changed = owner.patch(address, scale, If_Match=before["ETag"])
    assert changed.json() == owner.get(address).json()
    assert changed.json()["severities"][0] == {"name": "hint", "label": "hint", "weight": 0.5}
    assert changed.json()["categories"] == before.json()["categories"]
    late = owner.patch(address, scale, If_Match=before["ETag"])
    assert (late.status_code, late.json()["current"]["version"]) == (412, 2)
    assert script(team.editor).patch(address, scale, If_Match="*").status_code == 403
    assert script(team.outsider).get(address).status_code == 404


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({}, 400),
        ({"severities": [{"name": "a", "weight": "1"}]}, 400),
        ({"severities": [{"name": "a", "weight": -1}]}, 400),
        ({"severities": []}, 422),
        ({"categories": [{"name": "Not So"}]}, 422),
        ({"categories": [{"name": "a"}, {"name": "a"}]}, 422),
    ],
)
def test_lists_that_mean_nothing_are_refused(team: Any, script: Any, body: Any, status: int) -> None:
    assert script(team.owner).patch("workspaces/room/categories/", body, If_Match="*").status_code == status
