"""Words that stand at the wrong passage are moved to the next or back: as revisions, with their discussions."""

from typing import Any

import pytest

from tests.conftest import Room
from tests.factories import passage_of, variant_of
from workbench.accounts.errors import NotAllowed
from workbench.corpus.actions import add_passage
from workbench.corpus.models import Revision, Variant
from workbench.review.actions import open_thread, realign, revise_variant
from workbench.review.anchoring import AnchorRequest
from workbench.review.errors import Conflict, Invalid, Stale
from workbench.review.models import Anchor


def move(room: Room, *steps: str, **changes: Any) -> list[tuple[str, str]]:
    """Take steps with passages 1 and 2 of translation A; return presence and text of both as stored."""
    said = {"actor": room.editor, "version": 1, "following_version": 1, "reason": "belongs there", **changes}
    realign(variant=variant_of(room.work, "1", "A"), following=passage_of(room.work, "2"), steps=steps, **said)
    return [(one.presence, one.text) for one in (variant_of(room.work, reference, "A") for reference in "12")]


def test_a_word_goes_over_to_the_next_passage_as_two_revisions(room: Room) -> None:
    assert move(room, "move 1 start word -1") == [
        ("present", "The cat sat on the"),
        ("present", "mat. It was raining outside."),
    ]
    latest = Revision.objects.filter(variant__translation__siglum="A", number=2)
    assert {(one.author, one.reason) for one in latest} == {(room.editor, "belongs there")}
    assert latest.count() == 2


def test_two_passages_are_joined_and_parted_again(room: Room) -> None:
    assert move(room, "merge 0") == [("present", "The cat sat on the mat. It was raining outside."), ("joined", "")]
    parted = move(room, "begin 1 24", version=2, following_version=2)
    assert parted == [("present", "The cat sat on the mat."), ("present", "It was raining outside.")]
    assert {variant_of(room.work, reference, "A").alignment for reference in "12"} == {"confirmed"}


def test_two_passages_swap_their_texts(room: Room) -> None:
    assert move(room, "swap 0 1") == [("present", "It was raining outside."), ("present", "The cat sat on the mat.")]


def test_words_go_to_a_passage_where_nothing_was_entered(room: Room) -> None:
    following = add_passage(actor=room.editor, work=room.work, reference="3")
    last = variant_of(room.work, "2", "A")
    realign(actor=room.editor, variant=last, version=1, following=following, following_version=0, steps=["begin 1 7"])
    assert [variant_of(room.work, reference, "A").text for reference in "23"] == ["It was", "raining outside."]


def test_a_thread_keeps_its_words_where_they_stay_and_says_where_they_went(room: Room) -> None:
    first = variant_of(room.work, "1", "A")
    for quote in ("cat", "mat"):
        open_thread(actor=room.reviewer, passage=first.passage, body="?", anchors=[AnchorRequest(first, quote=quote)])
    move(room, "move 1 start word -1")
    states = dict(Anchor.objects.filter(variant=first).values_list("quote", "state"))
    assert states == {"cat": "placed", "mat": "orphaned"}


def test_no_step_writes_nothing(room: Room) -> None:
    move(room)
    assert Variant.objects.filter(version=1).count() == Variant.objects.count()


@pytest.mark.parametrize(
    "steps",
    [["drop 1"], ["mark 1 omitted"], ["mark 0 omitted"], ["dance"], ["move 0 start word 1"], ["swap 0 1", "merge 0"]],
)
def test_steps_that_would_lose_words_or_do_not_go_are_refused(room: Room, steps: list[str]) -> None:
    with pytest.raises(Invalid):
        move(room, *steps)
    assert not Revision.objects.filter(number=2).exists()


def test_who_comes_second_overwrites_nobody(room: Room) -> None:
    revise_variant(actor=room.editor, variant=variant_of(room.work, "2", "A"), version=1, text="It rained.")
    with pytest.raises(Stale):
        move(room, "move 1 start word -1")
    with pytest.raises(Conflict):
        move(room, "move 1 start word -1", following_version=0)
    assert variant_of(room.work, "1", "A").text == "The cat sat on the mat."


def test_reviewers_do_not_move_words(room: Room) -> None:
    with pytest.raises(NotAllowed):
        move(room, "merge 0", actor=room.reviewer)
