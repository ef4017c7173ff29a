"""Where reviewers differ, and how far they agree."""

import pytest

from tests.conftest import Team
from tests.factories import variant_of
from workbench.review.actions import adjudicate, give_verdict, revise_variant
from workbench.review.adjudicating import Which, agreement_of, disputed


def judge(team: Team, reference: str, siglum: str, *verdicts: str) -> None:
    variant = variant_of(team.work, reference, siglum)
    for person, verdict in zip((team.reviewer, team.editor, team.owner), verdicts, strict=False):
        give_verdict(actor=person, variant=variant, verdict=verdict, revision=variant.version)


def differing(team: Team, which: Which = "undecided") -> list[tuple[str, str]]:
    return [(one.passage.reference, one.translation.siglum) for one in disputed(team.work, which)]


def test_texts_are_disputed_where_present_verdicts_differ(team: Team) -> None:
    judge(team, "1", "A", "approved", "needs_work")
    judge(team, "1", "B", "approved", "approved")
    judge(team, "2", "A", "seen")
    judge(team, "2", "B", "seen", "approved", "seen")
    assert differing(team) == [("1", "A"), ("2", "B")]
    variant = variant_of(team.work, "1", "A")
    revise_variant(actor=team.editor, variant=variant, version=1, text="The dog sat on the mat.")
    assert differing(team) == [("2", "B")]


def test_a_decision_settles_a_text_until_it_is_changed_and_disputed_again(team: Team) -> None:
    judge(team, "1", "A", "approved", "needs_work")
    adjudicate(actor=team.editor, variant=variant_of(team.work, "1", "A"), verdict="approved", revision=1)
    assert (differing(team), differing(team, "decided"), differing(team, "all")) == ([], [("1", "A")], [("1", "A")])
    revise_variant(actor=team.editor, variant=variant_of(team.work, "1", "A"), version=1, text="The dog sat.")
    judge(team, "1", "A", "seen", "needs_work")
    assert (differing(team), differing(team, "decided")) == ([("1", "A")], [])


def test_agreement_is_told_of_each_translation_that_two_judged(team: Team) -> None:
    judge(team, "1", "A", "approved", "approved")
    judge(team, "2", "A", "needs_work", "seen")
    judge(team, "1", "B", "approved")
    (agreed,) = agreement_of(team.work)
    assert (agreed.translation.siglum, agreed.reviewers, agreed.texts, agreed.disputed) == ("A", 2, 2, 1)
    assert agreed.per_cent == 0.5
    # Values 2 2 and 0 1: observed 2 of 4 differ, expected 10 of 12.
    assert agreed.alpha == pytest.approx(1 - (2 / 4) / (10 / 12))
    assert (agreed.alpha_ordinal or 0) > 0.4


def test_verdicts_on_former_words_count_for_no_agreement(team: Team) -> None:
    judge(team, "1", "A", "approved", "needs_work")
    revise_variant(actor=team.editor, variant=variant_of(team.work, "1", "A"), version=1, text="The dog sat.")
    assert agreement_of(team.work) == []
