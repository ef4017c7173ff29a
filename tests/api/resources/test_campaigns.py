"""Campaigns, by a script."""

import json
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.api.conftest import PREFIX, places
from tests.conftest import Team

NEW = {"work": "a-small-work", "title": "Which reads best", "kind": "best-worst", "reviewers": ["reviewer", "editor"]}


def test_a_campaign_from_its_making_to_its_figures(script: Any, team: Team) -> None:
    owner, reviewer = script(team.owner, "read", "write"), script(team.reviewer, "read", "write")
    made = owner.post("campaigns/", NEW)
    campaign = made.json()
    assert (made.status_code, campaign["items"], campaign["reviewers"], campaign["answers"]) == (201, 2, 2, 0)
    address = f"campaigns/{campaign['id']}/"
    handed = reviewer.get(f"{address}next/").json()
    assert [one["version"] for one in handed["versions"]] == ["1", "2"]
    assert '"A"' not in reviewer.get(f"{address}next/").content.decode()
    given = {"item": handed["item"], "seen": handed["seen"], "best": "1", "worst": "2"}
    answered = reviewer.post(f"{address}judgements/", given)
    assert (answered.status_code, sorted(answered.json()["revealed"].values())) == (200, ["A", "B"])
    assert reviewer.post(f"{address}judgements/", given).status_code == 409
    assert reviewer.get(f"{address}results/").status_code == 403
    assert owner.post(f"{address}close/", {}).status_code == 428
    assert owner.post(f"{address}close/", {}, If_Match='"7"').status_code == 412
    assert owner.post(f"{address}close/", {}, If_Match='"1"').json()["closed_at"] is not None
    figures = reviewer.get(f"{address}results/").json()
    assert (figures["answers"], sorted(one["mean"] for one in figures["scores"])) == (1, [-1.0, 1.0])
    table = reviewer.get(f"{address}results/?format=csv")
    assert table["Content-Type"] == "text/csv; charset=utf-8"
    assert table.content.decode().startswith("figure,of,against,count,value,low,high,p\r\nscore,A,,1,")
    assert reviewer.get(f"{address}next/").json()["item"] is None


def test_reviewers_are_named_to_owners_alone(script: Any, team: Team) -> None:
    made = script(team.owner, "read", "write").post("campaigns/", {**NEW, "kind": "verdict"}).json()
    address = f"campaigns/{made['id']}/"
    for person in (team.reviewer, team.editor):
        speaker = script(person, "read", "write")
        handed = speaker.get(f"{address}next/").json()
        verdicts = [{"version": one["version"], "verdict": "seen"} for one in handed["versions"]]
        said = speaker.post(
            f"{address}judgements/", {"item": handed["item"], "seen": handed["seen"], "verdicts": verdicts}
        )
        assert said.status_code == 200
    seen = {
        one: [row["reviewer"] for row in script(getattr(team, one)).get(f"{address}judgements/").json()["results"]]
        for one in ("owner", "editor", "reviewer", "reader")
    }
    assert seen == {
        "owner": ["reviewer", "editor"],
        "editor": ["Reviewer 1", "editor"],
        "reviewer": ["reviewer"],
        "reader": [],
    }


def test_what_is_no_answer_is_refused_where_it_is_wrong(script: Any, team: Team) -> None:
    made = script(team.owner, "read", "write").post("campaigns/", NEW).json()
    address, reviewer = f"campaigns/{made['id']}/", script(team.reviewer, "read", "write")
    handed = reviewer.get(f"{address}next/").json()
    item = {"item": handed["item"], "seen": handed["seen"]}
    refused = reviewer.post(f"{address}judgements/", {**item, "best": "1", "worst": "1"})
    assert (refused.status_code, places(refused)) == (422, [("/worst", "same_version")])
    assert reviewer.post(f"{address}judgements/", {**item, "best": 1}).status_code == 400
    assert reviewer.post(f"{address}judgements/", {**item, "seen": "x", "best": "1", "worst": "2"}).status_code == 412
    outside = script(team.outsider, "read", "write")
    assert outside.get(f"{address}next/").status_code == 404
    no_seat = script(team.owner, "read", "write").post(f"{address}judgements/", {**item, "best": "1", "worst": "2"})
    assert no_seat.status_code == 403
    wrong = script(team.owner, "read", "write").post("campaigns/", {**NEW, "reviewers": ["nobody"]})
    assert (wrong.status_code, places(wrong)) == (422, [("/reviewers", "unknown_reviewer")])


def test_a_campaign_begins_from_a_file_and_ends_in_a_decision_and_a_table(script: Any, team: Team) -> None:
    owner, reviewer = script(team.owner, "read", "write"), script(team.reviewer, "read", "write")
    item = {"item_id": "1", "src": "Es regnet.", "tgt": {"X": "It rains.", "Y": "Rain."}}
    said = {"info": {"protocol": "MQM"}, "campaign_id": "wmt", "data": [[[item]]]}

    def bring(text: str) -> Any:
        form = {"file": SimpleUploadedFile("w.json", text.encode()), "workspace": "room", "reviewers": "reviewer"}
        return owner.client.post(f"{PREFIX}campaigns/pearmut/", form, headers=owner.headers)

    assert places(bring("[]")) == [("/file", "unreadable_file")]
    made = bring(json.dumps(said)).json()
    assert (made["campaign"]["kind"], made["warnings"]) == ("mqm", [])
    address = f"campaigns/{made['campaign']['id']}/"
    handed = reviewer.get(f"{address}next/").json()
    label = next(one["version"] for one in handed["versions"] if one["text"] == "Rain.")
    span = {"version": label, "start": 0, "end": 4, "severity": "minor"}
    reviewer.post(f"{address}judgements/", {"item": 1, "seen": handed["seen"], "spans": [span]})
    assert owner.post(f"{address}decisions/", {"item": 9, "spans": []}).status_code == 422
    decided = owner.post(f"{address}decisions/", {"item": 1, "spans": []})
    assert decided.json() == {"item": 1, "decision": "X: 0 marks, Y: 0 marks"}
    (mine,) = reviewer.get(f"{address}judgements/").json()["results"]
    assert mine["decision"] == "X: 0 marks, Y: 0 marks"
    table = owner.get(f"{address}results/?format=mqm")
    assert table["Content-Type"].startswith("text/tab-separated-values")
    assert "<v>Rain</v>." in table.content.decode()
