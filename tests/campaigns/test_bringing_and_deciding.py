"""Campaign files of Pearmut come in, marks go out as MQM, and curators decide."""

import json
from typing import Any

import pytest

from tests.conftest import Team
from tests.factories import join, make_user, variant_of
from workbench.accounts.errors import NotAllowed
from workbench.accounts.models import Role, User
from workbench.campaigns.actions import CampaignWishes, give_answer, make_campaign
from workbench.campaigns.bringing import bring_campaign
from workbench.campaigns.deciding import decide_item, item_to_decide, items_told
from workbench.campaigns.errors import Conflict, Invalid, Stale
from workbench.campaigns.models import Campaign
from workbench.campaigns.mqm_rows import MISSING, write_ratings
from workbench.campaigns.offering import Fate
from workbench.campaigns.queries import judged_of, next_item, results_of, source_of
from workbench.campaigns.wording import in_words
from workbench.corpus.models import Work
from workbench.interchange.formats import mqm
from workbench.interchange.options import ReadOptions
from workbench.interchange.strict_json import MOST_OBJECTS
from workbench.review.actions import revise_variant
from workbench.review.transfer import Unreadable

ITEM = {"item_id": "doc:1", "src": "Es regnet.", "tgt": {"a model of a very long name": "It rains.", "B": "Rain."}}
SECOND = {"item_id": "doc:2", "src": "Er ging.", "tgt": {"a model of a very long name": "He went.", "B": "He left."}}


def file_of(*tasks: Any, **info: Any) -> bytes:
    said = {"info": {"protocol": "ESA", **info}, "campaign_id": "wmt", "data": list(tasks)}
    return json.dumps(said).encode()


def bring(team: Team, data: bytes) -> tuple[Campaign, list[str]]:
    made, warnings = bring_campaign(
        actor=team.owner, workspace=team.workspace, file_name="wmt.json", data=data, reviewers=["reviewer", "editor"]
    )
    return made, list(warnings)


def test_a_file_of_pearmut_becomes_a_work_and_a_campaign(team: Team) -> None:
    checked = {**SECOND, "validation": {"B": [{"score": [70, 90], "score_greaterthan": "a model of a very long name"}]}}
    made, warnings = bring(team, file_of([[ITEM]], [[checked]], instructions="Be kind."))
    assert (made.title, made.kind, made.is_blind, made.handing, made.each) == ("wmt", "esa", True, "shares", 1)
    assert made.sigla == ["a model of a very lo", "B"]
    work = made.work
    assert list(work.passages.order_by("position").values_list("reference", flat=True)) == ["doc:1", "doc:2"]
    roles = dict(work.translations.values_list("siglum", "role"))
    assert roles == {"source": "original", "a model of a very lo": "machine", "B": "machine"}
    assert made.items.get(number=2).expected == [["B", "a model of a very lo"]]
    assert warnings == ["info/instructions is not kept."]
    handed = next_item(made, team.reviewer)
    assert handed is not None
    assert sorted(one.text for one in handed.variants.values()) in (["It rains.", "Rain."], ["He left.", "He went."])
    source = source_of(handed)
    assert source is not None
    assert source.text in {"Es regnet.", "Er ging."}


MARKED = {
    **ITEM,
    "error_spans": {
        "B": [
            {"start_i": 0, "end_i": 3, "severity": "major", "category": "accuracy/omission"},
            {"start_i": 4, "end_i": 9, "severity": "minor"},
        ],
        "a model of a very long name": [
            {"start_i": 0, "end_i": 1, "severity": None, "category": None},
            {"start_i": 3, "end_i": 7, "severity": "minor", "category": None},
            {"start_i": 0, "end_i": 8, "severity": "minor", "category": None},
        ],
    },
}
LONG = "a model of a very lo"


def test_marks_of_a_machine_are_taken_changed_or_struck_and_counted(team: Team) -> None:
    made, warnings = bring(team, file_of([[MARKED]]))
    assert warnings == ["1 of error_spans stand on no words of their text and are not kept."]
    handed = next_item(made, team.reviewer)
    assert handed is not None
    labels = {siglum: label for label, siglum in handed.labels.items()}
    offered = {siglum: handed.offered[label] for siglum, label in labels.items()}
    assert [(one["quote"], one["severity"], one["category"]) for one in offered["B"]] == [
        ("Rain", "major", "accuracy/omission")
    ]
    assert [(one["quote"], one["severity"]) for one in offered[LONG]] == [
        ("It", "neutral"),
        ("rains", "minor"),
        ("It rains.", "minor"),
    ]
    kept = {"version": labels["B"], "start": 0, "end": 4, "severity": "major", "category": "accuracy/omission"}
    changed = {"version": labels[LONG], "start": 3, "end": 8, "severity": "major", "category": ""}
    answer = {
        "scores": [{"version": label, "value": 50} for label in labels.values()],
        "spans": [{**one, "missing": False} for one in (kept, changed)],
    }
    give_answer(actor=team.reviewer, campaign=made, number=1, seen=handed.seen, given=answer)
    assert results_of(made, team.owner).fates == [Fate(LONG, 0, 2, 1), Fate("B", 1, 0, 0)]


def test_marks_of_a_machine_go_with_their_words(team: Team) -> None:
    made, _ = bring(team, file_of([[MARKED]]))
    variant = variant_of(made.work, "doc:1", "B")
    revise_variant(actor=team.owner, variant=variant, version=variant.version, text="No rain.")
    handed = next_item(made, team.reviewer)
    assert handed is not None
    assert {handed.labels[label]: len(marks) for label, marks in handed.offered.items()} == {LONG: 3, "B": 0}


def test_whoever_brings_a_file_may_judge_it(team: Team) -> None:
    made, _ = bring_campaign(
        actor=team.editor, workspace=team.workspace, file_name="w", data=file_of([[ITEM]]), reviewers=["editor"]
    )
    assert next_item(made, team.editor) is not None


def test_users_who_get_the_same_judge_the_same(team: Team) -> None:
    made, _ = bring(team, file_of([[ITEM, SECOND]], [[ITEM, SECOND]], protocol="MQM", show_model_names=True))
    assert (made.kind, made.is_blind, made.handing, made.each, made.items.count()) == ("mqm", False, "pool", 0, 2)
    pool, _ = bring(team, file_of([ITEM], [SECOND], assignment="single-stream", protocol="cESA"))
    assert (pool.handing, pool.each) == ("pool", 1)


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"[]", ""),
        (b"{", "line 1, column 2"),
        (file_of([[ITEM]], protocol="BLEU"), "info/protocol"),
        (file_of([ITEM]), "data/1/1"),
        (file_of([[{"src": "a"}]]), "data/1/1/1"),
        (file_of([[{**ITEM, "tgt": {"A": 7}}]]), "data/1/1/1"),
        (file_of([[ITEM, {**SECOND, "item_id": "doc:1"}]]), "data/1/1/2/item_id"),
        (file_of(), "data"),
    ],
)
def test_what_is_no_file_of_pearmut_is_refused_with_its_place(team: Team, data: bytes, place: str) -> None:
    works = Work.objects.count()
    with pytest.raises(Unreadable) as refused:
        bring(team, data)
    assert [one.where for one in refused.value.problems] == [place]
    assert Work.objects.count() == works


def test_a_crowded_file_is_refused_unread(team: Team) -> None:
    data = ("[" + ",".join(["{}"] * (MOST_OBJECTS + 1))).encode() + b"\xff"  # reading it would complain of the encoding
    with pytest.raises(Unreadable, match=f"at most {MOST_OBJECTS:,}"):
        bring(team, data)


def test_campaigns_are_brought_by_editors(team: Team) -> None:
    with pytest.raises(NotAllowed):
        bring_campaign(
            actor=team.reviewer, workspace=team.workspace, file_name="f", data=file_of([[ITEM]]), reviewers=["editor"]
        )


def campaign_of(team: Team, kind: str, **wishes: Any) -> Campaign:
    names = wishes.pop("reviewers", ["reviewer", "editor"])
    return make_campaign(actor=team.owner, work=team.work, wishes=CampaignWishes("W", kind, names, **wishes))


def answer(campaign: Campaign, user: User, **given: Any) -> int:
    handed = next_item(campaign, user)
    assert handed is not None
    give_answer(actor=user, campaign=campaign, number=handed.item.number, seen=handed.seen, given=given)
    return handed.item.number


def test_marks_go_out_as_a_table_that_reads_back(team: Team) -> None:
    campaign = campaign_of(team, "mqm", passages="1", is_blind=False)
    mark_ = {"version": "A", "start": 4, "end": 7, "severity": "major", "category": "style", "missing": True}
    answer(campaign, team.reviewer, spans=[mark_])
    table = write_ratings(judged_of(campaign, is_named=False))
    assert "A\t\t\t1\tReviewer 1\t\tThe <v>cat</v> sat on the mat.\t" in table
    assert MISSING in table
    (work,) = mqm.read(table.encode(), ReadOptions()).works
    (thread,) = work.threads
    assert [(one.siglum, one.quote) for one in thread.anchors] == [("A", "cat")]
    assert {one.siglum for one in work.passages[0].variants} >= {"A", "B"}


def test_a_curator_decides_where_answers_differ_and_reviewers_see_it(team: Team) -> None:
    third = join(team.workspace, make_user("third"), Role.REVIEWER)
    campaign = campaign_of(team, "best-worst", passages="1", is_blind=False, reviewers=["reviewer", "third"])
    answer(campaign, team.reviewer, best="A", worst="B")
    answer(campaign, third, best="B", worst="A")
    with pytest.raises(NotAllowed):
        decide_item(actor=team.reviewer, campaign=campaign, number=1, given={"best": "A", "worst": "B"})
    item = decide_item(actor=team.editor, campaign=campaign, number=1, given={"best": "B", "worst": "A"})
    assert (item.decision, item.decided_by) == ({"best": "B", "worst": "A"}, team.editor)
    (seen,) = items_told(campaign, third)
    assert in_words("best-worst", seen.decision, ["A", "B"]) == "best B, worst A"
    assert not items_told(campaign, team.reader)
    with pytest.raises(Stale):
        decide_item(actor=team.editor, campaign=campaign, number=1, given={"best": "B", "worst": "A"}, seen="x")
    with pytest.raises(Invalid):
        decide_item(actor=team.editor, campaign=campaign, number=1, given={"best": "B"})


def test_nobody_decides_before_they_have_judged_nor_where_nobody_has(team: Team) -> None:
    campaign = campaign_of(team, "verdict", passages="1")
    with pytest.raises(Invalid, match="somebody judged"):
        item_to_decide(campaign, team.editor, 1)
    answer(campaign, team.reviewer, verdicts=[{"version": one, "value": "seen"} for one in "12"])
    with pytest.raises(Conflict, match="yourself"):
        item_to_decide(campaign, team.editor, 1)
    answer(campaign, team.editor, verdicts=[{"version": one, "value": "seen"} for one in "12"])
    assert dict(item_to_decide(campaign, team.editor, 1).labels) == {"A": "A", "B": "B"}


@pytest.mark.parametrize(
    ("kind", "content", "words"),
    [
        ("verdict", {"verdicts": {"A": "needs_work", "B": "approved"}}, "A: needs work, B: approved"),
        ("pairwise", {"better": ""}, "neither is better"),
        ("pairwise", {"better": "B"}, "B is better"),
        ("esa", {"scores": {"A": 70, "B": 5}, "spans": [{"siglum": "B"}]}, "A: 70, B: 5 (1 mark)"),
        ("mqm", {"spans": [{"siglum": "B"}, {"siglum": "B"}]}, "A: 0 marks, B: 2 marks"),
    ],
)
def test_answers_are_told_in_words(kind: str, content: dict[str, Any], words: str) -> None:
    assert in_words(kind, content, ["A", "B"]) == words
