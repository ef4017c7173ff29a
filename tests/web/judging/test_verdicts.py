"""Verdicts on the pages: beside the words, on a page of their own, and what was changed since."""

import re
from typing import Any

import pytest
from django.test import Client

from tests.conftest import Team
from tests.factories import passage_of, variant_of
from workbench.review.actions import give_verdict, revise_variant
from workbench.review.models import Verdict

ROOT = "/works/room/a-small-work/"


def address(team: Team, siglum: str = "A") -> str:
    return f"{ROOT}passages/{passage_of(team.work).pk}/variants/{variant_of(team.work, '1', siglum).pk}/verdict/"


def post(client: Client, team: Team, **values: Any) -> Any:
    return client.post(
        address(team), {"verdict": "approved", "revision": "1", **values}, headers={"HX-Request": "true"}
    )


@pytest.fixture
def reviewer(client: Client, team: Team) -> Client:
    client.force_login(team.reviewer)
    return client


def test_a_verdict_is_given_beside_the_words(reviewer: Client, team: Team) -> None:
    response = post(reviewer, team, note="Well put.")
    body = response.content.decode()
    assert "1 approved" in body
    assert "Well put." in body
    assert 'aria-pressed="true"' in body
    assert '"done": "Your verdict on A 1: approved."' in response["HX-Trigger"]


def test_a_verdict_is_withdrawn_where_it_was_given(reviewer: Client, team: Team) -> None:
    assert "Withdraw" not in reviewer.get(address(team)).content.decode()
    assert "Withdraw" in post(reviewer, team).content.decode()
    response = post(reviewer, team, verdict="withdrawn")
    assert '"done": "Your verdict on A 1: withdrawn."' in response["HX-Trigger"]
    assert not Verdict.objects.exists()


@pytest.mark.parametrize("page", ["compare/", "passage"])
def test_pages_of_texts_show_what_was_said(reviewer: Client, team: Team, page: str) -> None:
    give_verdict(actor=team.editor, variant=variant_of(team.work, "1", "A"), verdict="needs_work", revision=1)
    where = ROOT + (page if page != "passage" else f"passages/{passage_of(team.work).pk}/")
    assert "1 needs work" in reviewer.get(where).content.decode()


def test_without_scripts_there_is_a_page_with_the_words(reviewer: Client, team: Team) -> None:
    assert "The cat sat on the mat." in reviewer.get(address(team)).content.decode()
    response = reviewer.post(address(team), {"verdict": "seen", "revision": "1"}, follow=True)
    assert "Your verdict on A 1: seen." in response.content.decode()
    assert Verdict.objects.get().verdict == "seen"


def test_beside_older_words_there_is_no_form(reviewer: Client, team: Team) -> None:
    revise_variant(
        actor=team.editor, variant=variant_of(team.work, "1", "A"), version=1, text="The dog sat on the mat."
    )
    shown = reviewer.get(f"{address(team)}?revision=1", headers={"HX-Request": "true"}).content.decode()
    assert "<form" not in shown
    assert "/since/1/" in shown
    refused = post(reviewer, team)
    assert refused.status_code == 412
    assert "<form" not in refused.content.decode()
    assert not Verdict.objects.exists()


def test_a_stale_verdict_leads_to_what_was_changed(reviewer: Client, team: Team) -> None:
    give_verdict(actor=team.reviewer, variant=variant_of(team.work, "1", "A"), verdict="approved", revision=1)
    revise_variant(
        actor=team.editor,
        variant=variant_of(team.work, "1", "A"),
        version=1,
        text="The dog sat on the mat.",
        reason="Dogs",
    )
    assert "1 changed since" in reviewer.get(ROOT + "compare/").content.decode()
    page = reviewer.get(address(team).replace("verdict/", "since/1/")).content.decode()
    assert re.search(r"<del[^>]*>.*cat.*</del>.*<ins[^>]*>.*dog.*</ins>", page)
    assert "“Dogs”" in page
    assert "nothing was changed" in reviewer.get(address(team).replace("verdict/", "since/2/")).content.decode()
    assert reviewer.get(address(team).replace("verdict/", "since/3/")).status_code == 404


def test_the_work_page_says_how_far_each_reviewer_is(reviewer: Client, team: Team) -> None:
    give_verdict(actor=team.reviewer, variant=variant_of(team.work, "1", "A"), verdict="approved", revision=1)
    page = " ".join(reviewer.get(ROOT).content.decode().split())
    assert "1 of 2 judged as they read now: 1 approved" in page


def test_readers_read_verdicts_and_give_none(client: Client, team: Team) -> None:
    client.force_login(team.reader)
    assert "data-verdicts" not in client.get(ROOT + "compare/").content.decode()
    give_verdict(actor=team.editor, variant=variant_of(team.work, "1", "A"), verdict="seen", revision=1)
    assert client.get(ROOT + "compare/").content.decode().count("data-verdicts") == 1
    assert "<form" not in client.get(address(team), headers={"HX-Request": "true"}).content.decode()
    assert post(client, team).status_code == 403


def test_the_log_tells_of_it(reviewer: Client, team: Team) -> None:
    give_verdict(actor=team.reviewer, variant=variant_of(team.work, "1", "A"), verdict="seen", revision=1)
    give_verdict(
        actor=team.reviewer, variant=variant_of(team.work, "1", "A"), verdict="approved", revision=1, note="Yes"
    )
    page = " ".join(reviewer.get(ROOT + "log/").content.decode().split())
    assert 'gave a verdict: <span dir="auto">A 1</span>' in page
    assert "Seen → Approved; “Yes”" in page
