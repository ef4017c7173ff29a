"""Verdicts: on words that were seen, stale when they are changed; decisions where they differ; progress."""

import pytest

from tests.conftest import Team
from tests.factories import variant_of
from workbench.corpus.models import Variant
from workbench.journal.models import Event
from workbench.review.actions import adjudicate, give_verdict, revise_variant, withdraw_verdict
from workbench.review.errors import Conflict, Invalid, NotAllowed, Stale
from workbench.review.models import Adjudication, Verdict
from workbench.review.standing import progress_of


def cat(team: Team) -> Variant:
    return variant_of(team.work, "1", "A")


def revise(team: Team, text: str) -> Variant:
    return revise_variant(actor=team.editor, variant=cat(team), version=cat(team).version, text=text)


def test_a_later_verdict_takes_the_place_of_the_earlier_and_the_log_keeps_both(team: Team) -> None:
    give_verdict(actor=team.reviewer, variant=cat(team), verdict="seen", revision=1)
    given = give_verdict(actor=team.reviewer, variant=cat(team), verdict="approved", revision=1, note=" Well put. ")
    assert (given.verdict, given.revision, given.note) == ("approved", 1, "Well put.")
    assert Verdict.objects.count() == 1
    events = Event.objects.filter(kind="verdict.given").order_by("pk")
    assert [(event.name, event.before.get("verdict"), event.after["verdict"]) for event in events] == [
        ("A 1", None, "seen"),
        ("A 1", "seen", "approved"),
    ]


def test_the_same_verdict_twice_is_one(team: Team) -> None:
    first, second = (give_verdict(actor=team.reviewer, variant=cat(team), verdict="seen", revision=1) for _ in range(2))
    assert first.given_at == second.given_at
    assert Event.objects.filter(kind="verdict.given").count() == 1


def test_a_verdict_is_withdrawn_by_who_gave_it_and_the_log_keeps_it(team: Team) -> None:
    give_verdict(actor=team.reviewer, variant=cat(team), verdict="seen", revision=1)
    give_verdict(actor=team.editor, variant=cat(team), verdict="approved", revision=1)
    for _ in range(2):
        withdraw_verdict(actor=team.reviewer, variant=cat(team))
    assert Verdict.objects.get().reviewer == team.editor
    event = Event.objects.get(kind="verdict.withdrawn")
    assert (event.actor, event.name, event.before["verdict"], event.after) == (team.reviewer, "A 1", "seen", {})


def test_who_may_only_read_withdraws_nothing(team: Team) -> None:
    with pytest.raises(NotAllowed):
        withdraw_verdict(actor=team.reader, variant=cat(team))


def test_nobody_judges_words_they_did_not_see(team: Team) -> None:
    revise(team, "The dog sat on the mat.")
    with pytest.raises(Stale) as stale:
        give_verdict(actor=team.reviewer, variant=cat(team), verdict="approved", revision=1)
    assert isinstance(stale.value.current, Variant)
    assert stale.value.current.text == "The dog sat on the mat."
    assert not Verdict.objects.exists()


@pytest.mark.parametrize("revision", [0, 2, 99])
def test_a_revision_that_is_none_is_refused(team: Team, revision: int) -> None:
    with pytest.raises(Invalid) as refused:
        give_verdict(actor=team.reviewer, variant=cat(team), verdict="approved", revision=revision)
    assert refused.value.code == "unknown_revision"


def test_a_verdict_is_one_of_three(team: Team) -> None:
    with pytest.raises(Invalid) as refused:
        give_verdict(actor=team.reviewer, variant=cat(team), verdict="", revision=1)
    assert refused.value.fields == {"verdict": "One of seen, approved, needs_work is expected."}


def test_readers_and_outsiders_judge_nothing(team: Team) -> None:
    for person in (team.reader, team.outsider, team.former):
        with pytest.raises(NotAllowed):
            give_verdict(actor=person, variant=cat(team), verdict="approved", revision=1)


def test_progress_counts_what_was_judged_as_it_reads_now(team: Team) -> None:
    for reference in ("1", "2"):
        variant = variant_of(team.work, reference, "A")
        give_verdict(actor=team.reviewer, variant=variant, verdict="approved", revision=1)
    give_verdict(actor=team.editor, variant=variant_of(team.work, "2", "B"), verdict="needs_work", revision=1)
    revise(team, "The dog sat on the mat.")
    found = [
        (one.reviewer.username, one.approved, one.needs_work, one.seen, one.stale, one.done)
        for one in progress_of(team.work)
    ]
    assert found == [("reviewer", 1, 0, 0, 1, 1), ("editor", 0, 1, 0, 0, 1)]


def test_an_editor_decides_where_verdicts_differ(team: Team) -> None:
    give_verdict(actor=team.reviewer, variant=cat(team), verdict="approved", revision=1)
    with pytest.raises(Conflict, match="do not differ"):
        adjudicate(actor=team.editor, variant=cat(team), verdict="approved", revision=1)
    give_verdict(actor=team.editor, variant=cat(team), verdict="needs_work", revision=1)
    with pytest.raises(NotAllowed):
        adjudicate(actor=team.reviewer, variant=cat(team), verdict="approved", revision=1)
    made = adjudicate(actor=team.editor, variant=cat(team), verdict="approved", revision=1, note="It scans.")
    assert (made.verdict, made.adjudicator, made.note) == ("approved", team.editor, "It scans.")


def test_a_decision_may_be_taken_again_and_not_on_words_unseen(team: Team) -> None:
    for person, verdict in ((team.reviewer, "approved"), (team.editor, "needs_work")):
        give_verdict(actor=person, variant=cat(team), verdict=verdict, revision=1)
    adjudicate(actor=team.editor, variant=cat(team), verdict="approved", revision=1)
    adjudicate(actor=team.owner, variant=cat(team), verdict="needs_work", revision=1)
    assert Adjudication.objects.values_list("verdict", "adjudicator__username").get() == ("needs_work", "owner")
    revise(team, "The dog sat on the mat.")
    with pytest.raises(Stale):
        adjudicate(actor=team.editor, variant=cat(team), verdict="approved", revision=1)
    with pytest.raises(Conflict, match="do not differ"):
        adjudicate(actor=team.editor, variant=cat(team), verdict="approved", revision=2)
