"""/works/{slug}/readers/: who reads a work without an account."""

from typing import Any

from django.test import Client

from tests.conftest import Team


def test_an_owner_opens_a_work_and_closes_it(team: Team, script: Any) -> None:
    address, owner = f"works/{team.work.slug}/readers/", script(team.owner)
    before = owner.get(address)
    assert (before.json()["visibility"], before.json()["version"]) == ("private", 1)
    opened = owner.patch(address, {"visibility": "link", "days": 3}, If_Match=before["ETag"])
    assert opened.status_code == 200
    link = opened.json()["link"].removeprefix("http://testserver")
    assert Client().get(link).status_code == 200
    assert Client().get(opened.json()["page"]).status_code == 404
    now = owner.get(address)
    assert "link" not in now.json()
    closed = owner.patch(address, {"visibility": "private"}, If_Match=now["ETag"])
    assert closed.json()["link"] == ""
    assert Client().get(link).status_code == 404
    assert owner.patch(address, {"visibility": "public"}, If_Match=now["ETag"]).status_code == 412
    assert script(team.editor).get(address).status_code == 403


def test_what_is_shown_of_a_translation_is_for_owners_to_say(team: Team, script: Any) -> None:
    one = team.work.translations.get(siglum="B")
    address = f"translations/{one.pk}/"
    assert script(team.editor).get(address).json()["shown"] == "public"
    assert script(team.editor).patch(address, {"shown": "counts"}, If_Match='"1"').status_code == 403
    assert script(team.owner).patch(address, {"shown": "nothing"}, If_Match='"1"').status_code == 400
    assert script(team.owner).patch(address, {"shown": "counts"}, If_Match='"1"').json()["shown"] == "counts"
    made = script(team.owner).post("translations/", {"work": team.work.slug, "siglum": "Z", "shown": "public"})
    assert made.status_code == 400
