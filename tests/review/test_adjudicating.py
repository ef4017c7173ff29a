"""Where reviewers differ, and how far they agree."""

import pytest

from tests.conftest import Room
from tests.factories import variant_of
from workbench.review.actions import adjudicate, give_verdict, revise_variant
from workbench.review.adjudicating import Which, agreement_of, disputed


def judge(room: Room, reference: str, siglum: str, *verdicts: str) -> None:
    variant = variant_of(room.work, reference, siglum)
    for person, verdict in zip((room.reviewer, room.editor, room.owner), verdicts, strict=False):
        give_verdict(actor=person, variant=variant, verdict=verdict, revision=variant.version)


def differing(room: Room, which: Which = "undecided") -> list[tuple[str, str]]:
    return [(one.passage.reference, one.translation.siglum) for one in disputed(room.work, which)]


def test_texts_are_disputed_where_present_verdicts_differ(room: Room) -> None:
    judge(room, "1", "A", "approved", "needs_work")
    judge(room, "1", "B", "approved", "approved")
    judge(room, "2", "A", "seen")
    judge(room, "2", "B", "seen", "approved", "seen")
    assert differing(room) == [("1", "A"), ("2", "B")]
    variant = variant_of(room.work, "1", "A")
    revise_variant(actor=room.editor, variant=variant, version=1, text="The dog sat on the mat.")
    assert differing(room) == [("2", "B")]


def test_a_decision_settles_a_text_until_it_is_changed_and_disputed_again(room: Room) -> None:
    judge(room, "1", "A", "approved", "needs_work")
    adjudicate(actor=room.editor, variant=variant_of(room.work, "1", "A"), verdict="approved", revision=1)
    assert (differing(room), differing(room, "decided"), differing(room, "all")) == ([], [("1", "A")], [("1", "A")])
    revise_variant(actor=room.editor, variant=variant_of(room.work, "1", "A"), version=1, text="The dog sat.")
    judge(room, "1", "A", "seen", "needs_work")
    assert (differing(room), differing(room, "decided")) == ([("1", "A")], [])


def test_agreement_is_told_of_each_translation_that_two_judged(room: Room) -> None:
    judge(room, "1", "A", "approved", "approved")
    judge(room, "2", "A", "needs_work", "seen")
    judge(room, "1", "B", "approved")
    (agreed,) = agreement_of(room.work)
    assert (agreed.translation.siglum, agreed.reviewers, agreed.texts, agreed.disputed) == ("A", 2, 2, 1)
    assert agreed.per_cent == 0.5
    # Values 2 2 and 0 1: observed 2 of 4 differ, expected 10 of 12.
    assert agreed.alpha == pytest.approx(1 - (2 / 4) / (10 / 12))
    assert (agreed.alpha_ordinal or 0) > 0.4


def test_verdicts_on_former_words_count_for_no_agreement(room: Room) -> None:
    judge(room, "1", "A", "approved", "needs_work")
    revise_variant(actor=room.editor, variant=variant_of(room.work, "1", "A"), version=1, text="The dog sat.")
    assert agreement_of(room.work) == []
