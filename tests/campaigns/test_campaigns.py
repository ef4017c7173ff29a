"""Campaigns: what is handed out, what answers may hold, what they come to."""

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Team
from tests.factories import join, make_user, make_work, variant_of
from workbench.accounts.errors import Conflict, Invalid, NotAllowed, Refused, Stale
from workbench.accounts.models import Role, User
from workbench.campaigns.actions import CampaignWishes, close_campaign, give_answer, make_campaign
from workbench.campaigns.handing import items_of, label_versions, order_of_items, tag_of
from workbench.campaigns.models import Answer, Campaign
from workbench.campaigns.queries import next_item, results_of
from workbench.campaigns.resampling import interval_of, significance_of
from workbench.campaigns.scoring import Given, score
from workbench.review.actions import revise_variant

NAMES = ["reviewer", "editor"]


def campaign_of(team: Team, kind: str, **wishes: Any) -> Campaign:
    wishes.setdefault("reviewers", NAMES)
    return make_campaign(actor=team.owner, work=team.work, wishes=CampaignWishes("Which reads best", kind, **wishes))


def answer(campaign: Campaign, user: User, given_: dict[str, Any]) -> dict[str, str]:
    handed = next_item(campaign, user)
    assert handed is not None
    give_answer(actor=user, campaign=campaign, number=handed.item.number, seen=handed.seen, given=given_)
    return dict(handed.labels)


def each(value: Any, *labels: str) -> list[dict[str, Any]]:
    return [{"version": label, "value": value} for label in labels]


def test_names_are_hidden_until_one_has_answered(team: Team) -> None:
    campaign = campaign_of(team, "best-worst")
    handed = next_item(campaign, team.reviewer)
    assert handed is not None
    assert [label for label, _ in handed.versions] == ["1", "2"]
    assert sorted(handed.labels.values()) == ["A", "B"]
    labels = answer(campaign, team.reviewer, {"best": "2", "worst": "1"})
    kept = Answer.objects.get()
    assert (kept.content, kept.revisions) == ({"best": labels["2"], "worst": labels["1"]}, {"A": 1, "B": 1})


def test_each_reviewer_goes_through_all_items_once(team: Team) -> None:
    campaign = campaign_of(team, "verdict")
    seen = []
    while (handed := next_item(campaign, team.reviewer)) is not None:
        seen.append((handed.item.number, handed.left))
        answer(campaign, team.reviewer, {"verdicts": each("approved", "1", "2")})
    assert sorted(number for number, _ in seen) == [1, 2]
    assert [left for _, left in seen] == [2, 1]
    assert next_item(campaign, team.editor) is not None
    assert next_item(campaign, team.owner) is None


def test_items_get_so_many_answers(team: Team) -> None:
    campaign = campaign_of(team, "verdict", each=1)
    for _ in range(2):
        answer(campaign, team.reviewer, {"verdicts": each("seen", "1", "2")})
    assert next_item(campaign, team.editor) is None


def test_pairs_are_all_pairs_of_a_passage(team: Team) -> None:
    work = make_work(team.owner, team.workspace, {"A": ("a",), "B": ("b",), "C": ("c",)}, title="Three")
    wishes = CampaignWishes("Pairs", "pairwise", NAMES)
    made = make_campaign(actor=team.owner, work=work, wishes=wishes)
    pairs = made.items.order_by("number").values_list("sigla", flat=True)
    assert [tuple(pair) for pair in pairs] == [("A", "B"), ("A", "C"), ("B", "C")]


def test_nobody_judges_their_own_words(team: Team) -> None:
    revise_variant(actor=team.editor, variant=variant_of(team.work, "1", "A"), version=1, text="The hound sat down.")
    campaign = campaign_of(team, "verdict", passages="1")
    handed = next_item(campaign, team.editor)
    assert handed is not None
    assert list(handed.labels.values()) == ["B"]
    assert next_item(campaign_of(team, "best-worst", passages="1"), team.editor) is None
    assert next_item(campaign_of(team, "best-worst", passages="1"), team.reviewer) is not None


def test_what_changed_meanwhile_is_not_judged_unseen(team: Team) -> None:
    campaign = campaign_of(team, "verdict", passages="1")
    handed = next_item(campaign, team.reviewer)
    assert handed is not None
    revise_variant(actor=team.owner, variant=variant_of(team.work, "1", "A"), version=1, text="The hound sat.")
    given_ = {"verdicts": each("approved", "1", "2")}
    with pytest.raises(Stale):
        give_answer(actor=team.reviewer, campaign=campaign, number=1, seen=handed.seen, given=given_)
    assert not Answer.objects.exists()


def test_an_item_is_answered_once_and_not_after_the_end(team: Team) -> None:
    campaign = campaign_of(team, "verdict", passages="1")
    handed, given_ = next_item(campaign, team.reviewer), {"verdicts": each("approved", "1", "2")}
    assert handed is not None
    answer(campaign, team.reviewer, given_)
    with pytest.raises(Conflict, match="already"):
        give_answer(actor=team.reviewer, campaign=campaign, number=1, seen=handed.seen, given=given_)
    with pytest.raises(NotAllowed):
        results_of(campaign, team.reviewer)
    close_campaign(actor=team.editor, campaign=campaign, version=1)
    with pytest.raises(Conflict, match="closed"):
        give_answer(actor=team.editor, campaign=campaign, number=1, seen=handed.seen, given=given_)
    assert results_of(campaign, team.reviewer).answers == 1
    assert next_item(campaign, team.editor) is None


@pytest.mark.parametrize(
    ("kind", "given_", "field"),
    [
        ("verdict", {"verdicts": each("approved", "1")}, "verdicts"),
        ("verdict", {"verdicts": each("approved", "1", "1", "2")}, "verdicts"),
        ("verdict", {"verdicts": each("fine", "1", "2")}, "verdicts"),
        ("verdict", {"verdicts": each("approved", "1", "2"), "best": "1"}, "best"),
        ("best-worst", {"best": "1", "worst": "1"}, "worst"),
        ("best-worst", {"best": "1"}, "worst"),
        ("best-worst", {"best": "A", "worst": "B"}, "best"),
        ("pairwise", {"better": "3"}, "better"),
        ("esa", {"scores": each(101, "1", "2")}, "scores"),
        ("mqm", {"spans": [{"version": "9", "start": 0, "end": 1, "severity": "minor"}]}, "spans"),
        ("mqm", {"spans": [{"version": "1", "start": 3, "end": 3, "severity": "minor"}]}, "spans"),
        ("mqm", {"spans": [{"version": "1", "start": 0, "end": 999, "severity": "minor"}]}, "spans"),
        ("mqm", {"spans": [{"version": "1", "start": 0, "end": 1, "severity": "awful"}]}, "spans"),
    ],
)
def test_an_answer_is_whole_or_refused(team: Team, kind: str, given_: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        answer(campaign_of(team, kind), team.reviewer, given_)
    assert list(refused.value.fields) == [field]


@pytest.mark.parametrize(
    ("wishes", "field"),
    [
        ({"kind": "vote"}, "kind"),
        ({"sigla": ("X",)}, "translations"),
        ({"kind": "pairwise", "sigla": ("A",)}, "translations"),
        ({"passages": "77"}, "passages"),
        ({"reviewers": []}, "reviewers"),
        ({"reviewers": ["reader"]}, "reviewers"),
        ({"reviewers": ["outsider"]}, "reviewers"),
        ({"title": " "}, "title"),
    ],
)
def test_what_cannot_be_a_campaign_is_refused(team: Team, wishes: dict[str, Any], field: str) -> None:
    whole = {"title": "T", "kind": "verdict", "reviewers": NAMES} | wishes
    with pytest.raises(Invalid) as refused:
        make_campaign(actor=team.owner, work=team.work, wishes=CampaignWishes(**whole))
    assert list(refused.value.fields) == [field]
    with pytest.raises(Refused):
        make_campaign(actor=team.reviewer, work=team.work, wishes=CampaignWishes("T", "verdict", NAMES))


def test_marks_cost_what_the_workspace_says(team: Team) -> None:
    campaign = campaign_of(team, "mqm", passages="1", is_blind=False)
    span = {"version": "A", "start": 0, "end": 3, "severity": "major", "category": "style"}
    answer(campaign, team.reviewer, {"spans": [span, {**span, "severity": "minor", "missing": True}]})
    result = results_of(campaign, team.owner)
    assert [(one.siglum, one.mean) for one in result.scores] == [("A", -6.0), ("B", 0.0)]


def test_three_reviewers_come_to_figures(team: Team) -> None:
    third = join(team.workspace, make_user("third"), Role.REVIEWER)
    campaign = campaign_of(team, "best-worst", reviewers=[*NAMES, "third"])
    for user, best in ((team.reviewer, "A"), (team.editor, "A"), (third, "B")):
        for _ in range(2):
            handed = next_item(campaign, user)
            assert handed is not None
            by_siglum = {siglum: label for label, siglum in handed.labels.items()}
            worst = "B" if best == "A" else "A"
            answer(campaign, user, {"best": by_siglum[best], "worst": by_siglum[worst]})
    result = results_of(campaign, team.owner)
    first, second = result.scores
    assert (first.judgements, round(first.mean or 0, 3), round(second.mean or 0, 3)) == (6, 0.333, -0.333)
    assert result.pairs[0].items == 2
    measures = {one.name: one.value for one in result.agreement}
    assert round(measures["per_cent"] or 0, 3) == 0.333
    assert "cohen" not in measures
    assert result.agreement[0].label == "Share of pairs that agree"


def test_scores_are_means_of_items_whoever_answered(team: Team) -> None:
    answers = [Given(1, 1, ["A"], {"scores": {"A": 10}}), Given(1, 2, ["A"], {"scores": {"A": 30}})]
    answers.append(Given(2, 1, ["A"], {"scores": {"A": 100}}))
    (found,) = score("esa", answers, ["A"], {}).scores
    assert (found.judgements, found.mean) == (3, 60.0)
    assert found.interval == (20.0, 100.0)


def test_no_answer_comes_to_nothing() -> None:
    result = score("pairwise", [], ["A", "B"], {})
    assert [one.mean for one in result.scores] == [None, None]
    assert (result.pairs[0].p_value, {one.value for one in result.agreement}) == (None, {None})


def test_the_bootstrap_finds_what_is_real_and_no_more() -> None:
    source = random.Random(5)
    same = [source.gauss(0, 1) for _ in range(200)]
    better = [value + 0.5 for value in same]
    assert (significance_of(same) or 0) > 0.05
    assert (significance_of(better) or 1) < 0.01
    assert significance_of([1.0]) is None
    low, high = interval_of(better, lambda some: sum(some) / len(some)) or (0, 0)
    assert low < sum(better) / len(better) < high
    assert interval_of([], len) is None


@given(st.integers(0, 2**62), st.integers(1, 10**6), st.lists(st.text("ABCDEF", min_size=1), unique=True, max_size=9))
def test_an_order_is_kept_and_nobody_is_left_out(seed: int, reviewer: int, sigla: list[str]) -> None:
    labels = label_versions(seed, reviewer, 3, sigla, is_blind=True)
    assert labels == label_versions(seed, reviewer, 3, sigla, is_blind=True)
    assert sorted(labels.values()) == sorted(sigla)
    assert list(labels) == [str(number) for number in range(1, len(sigla) + 1)]
    assert sorted(order_of_items(seed, reviewer, range(9))) == list(range(9))


def test_orders_differ_between_reviewers() -> None:
    orders = {tuple(label_versions(1, reviewer, 1, "ABCD", is_blind=True).values()) for reviewer in range(60)}
    assert len(orders) > 12
    assert label_versions(1, 1, 1, "BA", is_blind=False) == {"B": "B", "A": "A"}


def test_small_things() -> None:
    assert items_of("esa", [7, 8], ["A", "B"]) == [(7, ["A", "B"]), (8, ["A", "B"])]
    assert tag_of({"A": 1, "B": 2}) == tag_of({"B": 2, "A": 1}) != tag_of({"A": 2, "B": 1})
