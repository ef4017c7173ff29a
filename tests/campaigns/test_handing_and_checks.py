"""Campaigns: who gets which items, what checks reviewers, how many queries it takes, what goes out to Pearmut."""

import json
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Team
from tests.factories import join, make_user, make_work
from workbench.accounts.models import Role, User
from workbench.campaigns.actions import CampaignWishes, give_answer, make_campaign
from workbench.campaigns.answers import differ, passes
from workbench.campaigns.errors import Invalid
from workbench.campaigns.handing import sits_on
from workbench.campaigns.models import Campaign
from workbench.campaigns.pearmut import write_annotations
from workbench.campaigns.queries import judged_of, next_item, results_of

NAMES = ["reviewer", "editor"]


def campaign_of(team: Team, kind: str = "best-worst", **wishes: Any) -> Campaign:
    wishes.setdefault("reviewers", NAMES)
    return make_campaign(actor=team.owner, work=team.work, wishes=CampaignWishes("Which", kind, **wishes))


def choose(campaign: Campaign, user: User, best: str) -> int:
    handed = next_item(campaign, user)
    assert handed is not None
    labels = {siglum: label for label, siglum in handed.labels.items()}
    worst = "B" if best == "A" else "A"
    answer = {"best": labels[best], "worst": labels[worst]}
    give_answer(actor=user, campaign=campaign, number=handed.item.number, seen=handed.seen, given=answer)
    return handed.item.number


@given(st.integers(1, 9), st.integers(1, 9), st.integers(0, 400))
def test_every_item_is_of_so_many_shares(seats: int, each: int, item: int) -> None:
    shares = [seat for seat in range(1, seats + 1) if sits_on(item, seat, seats, each)]
    assert len(shares) == min(each, seats)
    assert all(sits_on(item, seat, seats, 0) for seat in range(1, seats + 1))


def test_each_gets_a_share_of_their_own(team: Team) -> None:
    campaign = campaign_of(team, handing="shares", each=1)
    first, second = choose(campaign, team.reviewer, "A"), choose(campaign, team.editor, "A")
    assert {first, second} == {1, 2}
    assert next_item(campaign, team.reviewer) is None
    assert next_item(campaign, team.editor) is None


def test_more_are_asked_where_two_differ_and_nowhere_else(team: Team) -> None:
    third = join(team.workspace, make_user("third"), Role.REVIEWER)
    campaign = campaign_of(team, handing="differing", reviewers=[*NAMES, "third"])
    agreed = {choose(campaign, team.reviewer, "A"), choose(campaign, team.reviewer, "A")}
    for _ in range(2):
        handed = next_item(campaign, team.editor)
        assert handed is not None
        choose(campaign, team.editor, "A" if handed.item.number == 1 else "B")
    assert agreed == {1, 2}
    assert choose(campaign, third, "A") == 2
    assert next_item(campaign, third) is None


def test_items_to_check_reviewers_by_count_in_no_score(team: Team) -> None:
    campaign = campaign_of(team, checks=[("1", "A", "B")])
    for _ in range(2):
        choose(campaign, team.reviewer, "B")
    for _ in range(2):
        choose(campaign, team.editor, "A")
    result = results_of(campaign, team.owner)
    assert [(one.seat, one.passed, one.of) for one in result.checks] == [(1, 0, 1), (2, 1, 1)]
    assert (result.answers, [one.mean for one in result.scores]) == (2, [0.0, 0.0])


@pytest.mark.parametrize("check", [("77", "A", "B"), ("1", "A", "A"), ("1", "A", "Z")])
def test_a_check_names_a_passage_and_two_versions(team: Team, check: tuple[str, str, str]) -> None:
    with pytest.raises(Invalid) as refused:
        campaign_of(team, checks=[check])
    assert list(refused.value.fields) == ["checks"]


def test_answers_differ_in_what_stands_first() -> None:
    weights = {"minor": 1.0, "major": 5.0}
    assert differ("pairwise", {"better": "A"}, {"better": ""}, ["A", "B"], weights)
    assert not differ("best-worst", {"best": "A", "worst": "B"}, {"best": "A", "worst": "C"}, ["A", "B", "C"], weights)
    assert differ("verdict", {"verdicts": {"A": "seen"}}, {"verdicts": {"A": "approved"}}, ["A"], weights)
    assert not differ("esa", {"scores": {"A": 9, "B": 2}}, {"scores": {"A": 90, "B": 50}}, ["A", "B"], weights)
    mark = {"siglum": "A", "severity": "major"}
    assert differ("mqm", {"spans": [mark]}, {"spans": []}, ["A", "B"], weights)
    assert passes("mqm", {"spans": [mark]}, [["B", "A"]], weights)
    assert not passes("esa", {"scores": {"A": 5, "B": 5}}, [["B", "A"]], weights)
    assert passes("esa", {"scores": {"A": 5}}, [["B", "A"]], weights)


def test_items_that_are_passed_over_cost_no_query_of_their_own(team: Team) -> None:
    def count(passages: int) -> int:
        texts = {siglum: ["The cat sat."] * passages for siglum in "AB"}
        work = make_work(team.editor, team.workspace, texts, title=f"{passages} passages")
        wishes = CampaignWishes("W", "best-worst", NAMES)
        campaign = make_campaign(actor=team.owner, work=work, wishes=wishes)
        with CaptureQueriesContext(connection) as queries:
            assert next_item(campaign, team.editor) is None  # the editor wrote all of it
        return len(queries)

    assert count(3) == count(30) == 4


def test_answers_go_out_as_pearmut_writes_them(team: Team) -> None:
    campaign = campaign_of(team, "esa", passages="1", reviewers=["reviewer"], is_blind=False)
    handed = next_item(campaign, team.reviewer)
    assert handed is not None
    mark = {"version": "A", "start": 4, "end": 7, "severity": "minor", "category": "style", "missing": True}
    scores = [{"version": "A", "value": 70}, {"version": "B", "value": 90}]
    answer = {"scores": scores, "spans": [mark]}
    give_answer(actor=team.reviewer, campaign=campaign, number=1, seen=handed.seen, given=answer)
    (line,) = write_annotations("Which", judged_of(campaign, is_named=False)).splitlines()
    said = json.loads(line)
    assert (said["user_id"], said["item_i"], said["item"][0]["item_id"]) == ("Reviewer 1", 0, "1")
    assert said["item"][0]["tgt"]["A"] == "The cat sat on the mat."
    assert said["annotation"][0]["B"] == {"score": 90, "error_spans": []}
    span = {"start_i": 4, "end_i": 6, "severity": "minor", "category": "style", "token": "[missing]"}
    assert said["annotation"][0]["A"] == {"score": 70, "error_spans": [span]}
