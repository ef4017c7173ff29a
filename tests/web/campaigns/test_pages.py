"""The pages of campaigns."""

import json
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.conftest import Team
from workbench.campaigns.models import Answer, Campaign


def signed_in(user: object) -> Client:
    client = Client()
    client.force_login(user)  # type: ignore[arg-type]
    return client


def begin(team: Team, kind: str) -> Campaign:
    address = f"/works/{team.workspace.slug}/{team.work.slug}/campaigns/"
    posted = {
        "title": "Which reads best",
        "kind": kind,
        "reviewers": ["reviewer", "editor"],
        "blind": "on",
        "handing": "pool",
    }
    made = signed_in(team.editor).post(address, posted)
    campaign = Campaign.objects.get()
    assert made["Location"] == f"/campaigns/{campaign.pk}/"
    return campaign


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        ("best-worst", {"best": "1", "worst": "2"}),
        ("pairwise", {"better": "tie"}),
        ("verdict", {"version-1": "approved", "version-2": "needs_work"}),
        ("esa", {"version-1": "70", "version-2": "65"}),
    ],
)
def test_a_reviewer_judges_to_the_end(team: Team, kind: str, given: dict[str, str]) -> None:
    campaign = begin(team, kind)
    reviewer, address = signed_in(team.reviewer), f"/campaigns/{campaign.pk}/judge/"
    for _ in range(2):
        page = reviewer.get(address).content.decode()
        assert ">A<" not in page
        item, seen = (re.search(f'name="{name}" value="([^"]*)"', page) for name in ("item", "seen"))
        assert item
        assert seen
        shown = reviewer.post(address, {"item": item[1], "seen": seen[1], **given}, follow=True).content.decode()
        assert re.search("1 was [AB], 2 was [AB]", shown)
    assert "all is judged" in reviewer.get(address).content.decode()
    assert Answer.objects.count() == 2


def test_errors_are_marked_on_the_page(team: Team) -> None:
    campaign = begin(team, "mqm")
    reviewer, address = signed_in(team.reviewer), f"/campaigns/{campaign.pk}/judge/"
    page = reviewer.get(address).content.decode()
    assert "data-judged" in page
    item, seen = (re.search(f'name="{name}" value="([^"]*)"', page) for name in ("item", "seen"))
    assert item
    assert seen
    mark = {"version": "1", "start": 0, "end": 2, "severity": "minor", "category": "", "missing": False}
    given = {"item": item[1], "seen": seen[1]}
    for wrong in ("no JSON", json.dumps({**mark, "start": "0"}), json.dumps({**mark, "end": 999})):
        assert reviewer.post(address, {**given, "span": wrong}).status_code == 422
    unknown = reviewer.post(address, {**given, "words-1-0": "elephants", "severity-1-0": "minor"})
    assert "does not stand in version 1" in unknown.content.decode()
    typed = {"words-2-0": "the" if item[1] == "1" else "rain", "severity-2-0": "major"}
    assert reviewer.post(address, {**given, **typed, "span": json.dumps(mark)}).status_code == 302
    spans = Answer.objects.get().content["spans"]
    assert [one["severity"] for one in spans] == ["minor", "major"]


def test_a_campaign_is_made_with_shares_and_checks(team: Team) -> None:
    address = f"/works/{team.workspace.slug}/{team.work.slug}/campaigns/"
    posted = {"title": "T", "kind": "verdict", "reviewers": ["reviewer"], "handing": "shares", "checks": "1: A > B"}
    assert signed_in(team.editor).post(address, {**posted, "checks": "A is better"}).status_code == 422
    assert signed_in(team.editor).post(address, posted).status_code == 302
    assert Campaign.objects.get().items.get(number=1).expected == [["A", "B"]]


def test_an_answer_that_is_not_whole_is_said_and_not_kept(team: Team) -> None:
    campaign = begin(team, "best-worst")
    reviewer, address = signed_in(team.reviewer), f"/campaigns/{campaign.pk}/judge/"
    page = reviewer.get(address).content.decode()
    found = re.search('name="seen" value="([^"]*)"', page)
    item = re.search('name="item" value="([^"]*)"', page)
    assert found
    assert item
    refused = reviewer.post(address, {"item": item[1], "seen": found[1], "best": "1", "worst": "1"})
    assert refused.status_code == 422
    assert "Another version than the best is expected." in refused.content.decode()
    stale = reviewer.post(address, {"item": item[1], "seen": "x", "best": "1", "worst": "2"})
    assert stale.status_code == 412
    assert not Answer.objects.exists()


def test_figures_are_for_editors_and_at_the_end_for_all(team: Team) -> None:
    campaign = begin(team, "verdict")
    address = f"/campaigns/{campaign.pk}/"
    assert "Nobody has answered yet." in signed_in(team.editor).get(address).content.decode()
    assert "shown once it is closed" in signed_in(team.reader).get(address).content.decode()
    page = signed_in(team.reviewer).get(f"{address}judge/").content.decode()
    seen, item = (re.search(f'name="{name}" value="([^"]*)"', page) for name in ("seen", "item"))
    assert seen
    assert item
    given = {"item": item[1], "seen": seen[1], "version-1": "approved", "version-2": "approved"}
    signed_in(team.reviewer).post(f"{address}judge/", given)
    assert signed_in(team.reviewer).post(f"{address}close/", {"version": "1"}).status_code == 403
    assert signed_in(team.editor).post(f"{address}close/", {"version": "1"}).status_code == 302
    shown = signed_in(team.reader).get(address).content.decode()
    assert "1.00" in shown
    assert "Judge:" not in shown
    assert signed_in(team.outsider).get(address).status_code == 404


def test_a_campaign_that_cannot_be_is_said_at_its_field(team: Team) -> None:
    address = f"/works/{team.workspace.slug}/{team.work.slug}/campaigns/"
    posted = {"title": "T", "kind": "verdict", "reviewers": ["reviewer"], "passages": "77", "handing": "pool"}
    refused = signed_in(team.editor).post(address, posted)
    assert refused.status_code == 422
    assert "A reference or a range is expected" in refused.content.decode()
    assert signed_in(team.reviewer).post(address, posted).status_code == 403
    assert "There is none yet." in signed_in(team.reader).get(address).content.decode()


def test_a_campaign_begins_from_a_file_of_pearmut(team: Team) -> None:
    address = f"/works/{team.workspace.slug}/{team.work.slug}/campaigns/bring/"
    item = {"item_id": "1", "src": "Es regnet.", "tgt": {"X": "It rains.", "Y": "Rain."}}
    said = json.dumps({"info": {"protocol": "ESA", "sliders": []}, "campaign_id": "wmt", "data": [[[item]]]})

    def bring(text: str) -> Any:
        file = SimpleUploadedFile("wmt.json", text.encode())
        posted = {"brought-file": file, "brought-reviewers": ["reviewer"]}
        return signed_in(team.editor).post(address, posted, follow=True)

    assert "info/protocol" in bring(said.replace("ESA", "BLEU")).content.decode()
    page = bring(said).content.decode()
    assert "info/sliders is not kept." in page
    assert Campaign.objects.get().work.title == "wmt"
    assert signed_in(team.reviewer).post(address, {}).status_code == 403


def test_a_curator_decides_beside_what_was_said(team: Team) -> None:
    campaign = begin(team, "verdict")
    reviewer, editor = signed_in(team.reviewer), signed_in(team.editor)
    address = f"/campaigns/{campaign.pk}/"
    page = reviewer.get(f"{address}judge/").content.decode()
    seen, item = (re.search(f'name="{name}" value="([^"]*)"', page) for name in ("seen", "item"))
    assert seen
    assert item
    given = {"item": item[1], "seen": seen[1], "version-1": "approved", "version-2": "approved"}
    reviewer.post(f"{address}judge/", given)
    decided = f"{address}decide/?item={item[1]}"
    assert "Judge it yourself before you decide." in editor.get(decided).content.decode()
    editor.post(f"{address}close/", {"version": "1"})
    page = editor.get(decided).content.decode()
    assert "Reviewer 1: A: approved, B: approved" in page
    seen = re.search('name="seen" value="([^"]*)"', page)
    assert seen
    wanted = {"item": item[1], "seen": seen[1], "version-A": "seen"}
    assert editor.post(decided, wanted).status_code == 422
    assert editor.post(decided, {**wanted, "version-B": "needs_work"}).status_code == 302
    shown = " ".join(reviewer.get(f"{address}answers/").content.decode().split())
    assert "A: seen, B: needs work" in shown
    assert "decide" not in shown.split("Decided</th>")[1].lower()
    assert "No two answers differ." in editor.get(f"{address}answers/?show=disputed").content.decode()
    assert "somebody judged" in editor.get(f"{address}decide/?item=77").content.decode()
