"""Words that stand at the wrong passage are moved to the next or back: as revisions, with their discussions."""

from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.db import connection

from tests.conftest import Team
from tests.factories import TEXTS, passage_of, shown, variant_of
from workbench.accounts.errors import NotAllowed
from workbench.corpus.actions import add_passage
from workbench.corpus.models import Revision, Variant
from workbench.review.actions import Neighbours, accept_suggestion, open_thread, resegment, revise_variant, take_back
from workbench.review.anchoring import AnchorRequest
from workbench.review.errors import Conflict, Invalid, Stale
from workbench.review.models import Anchor, AnchorMove, Thread
from workbench.review.transfer import ImportOptions, SourceFile, export_file, import_file


def neighbours(team: Team, version: int = 1, following_version: int = 1) -> Neighbours:
    return Neighbours(variant_of(team.work, "1", "A"), version, passage_of(team.work, "2"), following_version)


def move(team: Team, *steps: str, **changes: Any) -> list[tuple[str, str]]:
    """Take steps with passages 1 and 2 of translation A; return presence and text of both as stored."""
    said = {"actor": team.editor, "version": 1, "following_version": 1, "reason": "belongs there", **changes}
    versions = said.pop("version"), said.pop("following_version")
    resegment(pair=neighbours(team, *versions), steps=steps, **said)
    return [(one.presence, one.text) for one in (variant_of(team.work, reference, "A") for reference in "12")]


def test_a_word_goes_over_to_the_next_passage_as_two_revisions(team: Team) -> None:
    assert move(team, "move 1 start word -1") == [
        ("present", "The cat sat on the"),
        ("present", "mat. It was raining outside."),
    ]
    latest = Revision.objects.filter(variant__translation__siglum="A", number=2)
    assert {(one.author, one.reason) for one in latest} == {(team.editor, "belongs there")}
    assert latest.count() == 2


def test_two_passages_are_joined_and_parted_again(team: Team) -> None:
    assert move(team, "merge 0") == [("present", "The cat sat on the mat. It was raining outside."), ("joined", "")]
    parted = move(team, "begin 1 24", version=2, following_version=2)
    assert parted == [("present", "The cat sat on the mat."), ("present", "It was raining outside.")]
    assert {variant_of(team.work, reference, "A").alignment for reference in "12"} == {"confirmed"}


def test_two_passages_swap_their_texts(team: Team) -> None:
    assert move(team, "swap 0 1") == [("present", "It was raining outside."), ("present", "The cat sat on the mat.")]


def test_words_go_to_a_passage_where_nothing_was_entered(team: Team) -> None:
    following = add_passage(actor=team.editor, work=team.work, reference="3")
    last = variant_of(team.work, "2", "A")
    resegment(actor=team.editor, pair=Neighbours(last, 1, following, 0), steps=["begin 1 7"])
    assert [variant_of(team.work, reference, "A").text for reference in "23"] == ["It was", "raining outside."]


def discuss(team: Team, *words: tuple[str, str, str]) -> Thread:
    """Open a discussion of words, each of a passage, a siglum and a quote."""
    anchors = [AnchorRequest(variant_of(team.work, at, siglum), quote=quote) for at, siglum, quote in words]
    return open_thread(actor=team.reviewer, passage=anchors[0].variant.passage, body="?", anchors=anchors)


def where(thread: Thread) -> tuple[str, list[tuple[str, str, str, int]]]:
    """Return the thread's passage, and of its anchors the passage, the state, the quote and the start."""
    found = Thread.objects.select_related("passage").get(pk=thread.pk)
    rows = found.anchors.order_by("position").select_related("variant__passage")
    said = [(one.variant.passage.reference, str(one.state), one.quote, one.start) for one in rows]
    assert all(one.variant.text[one.start : one.end] == one.quote for one in rows if one.state == "placed")
    assert all(one.variant.version == one.revision for one in rows if one.state == "placed")
    return found.passage.reference if found.passage else "", said


def test_discussions_stay_on_their_words_and_go_with_them(team: Team) -> None:
    stays, goes, other = (discuss(team, *one) for one in ([("1", "A", "cat")], [("1", "A", "mat")], [("2", "A", "It")]))
    move(team, "move 1 start word -1")
    assert where(stays) == ("1", [("1", "placed", "cat", 4)])
    assert where(goes) == ("2", [("2", "placed", "mat", 0)])
    assert where(other) == ("2", [("2", "placed", "It", 5)])


def test_of_two_passages_that_become_one_all_discussions_stay(team: Team) -> None:
    threads = [discuss(team, ("1", "A", "mat.")), discuss(team, ("2", "A", "raining"))]
    move(team, "merge 0")
    assert [where(one) for one in threads] == [
        ("1", [("1", "placed", "mat.", 19)]),
        ("1", [("1", "placed", "raining", 31)]),
    ]
    move(team, "begin 1 24", version=2, following_version=2)
    assert [where(one)[0] for one in threads] == ["1", "2"]


def test_swapped_texts_take_their_discussions_along(team: Team) -> None:
    thread = discuss(team, ("1", "A", "sat"), ("1", "A", "mat"))
    move(team, "swap 0 1")
    assert where(thread) == ("2", [("2", "placed", "sat", 8), ("2", "placed", "mat", 19)])


def test_a_discussion_whose_words_are_parted_stays_and_shows_what_it_lost(team: Team) -> None:
    difference = discuss(team, ("1", "A", "mat"), ("1", "B", "rug"))
    across = discuss(team, ("1", "A", "the mat"))
    move(team, "move 1 start word -1")
    assert where(difference) == ("1", [("1", "orphaned", "mat", 19), ("1", "placed", "rug", 19)])
    assert where(across) == ("1", [("1", "orphaned", "the mat", 15)])


def test_where_words_went_is_on_record(team: Team) -> None:
    thread = discuss(team, ("1", "A", "mat"))
    first = variant_of(team.work, "1", "A")
    move(team, "move 1 start word -1")
    (record,) = AnchorMove.objects.all()
    assert (record.kind, record.from_variant) == ("resegmented", first)
    assert (record.from_revision, record.from_quote) == (1, "mat")
    assert (record.to_revision, record.to_quote, record.actor) == (2, "mat", team.editor)
    assert Thread.objects.get(pk=thread.pk).version == thread.version + 1


def test_a_suggestion_goes_along_and_can_be_accepted_there(team: Team) -> None:
    first = variant_of(team.work, "1", "A")
    request = AnchorRequest(first, quote="mat")
    thread = open_thread(actor=team.reviewer, passage=first.passage, body="?", anchors=[request], suggestion="rug")
    move(team, "move 1 start word -1")
    accept_suggestion(actor=team.editor, thread=Thread.objects.get(pk=thread.pk), **shown(thread))
    assert variant_of(team.work, "2", "A").text == "rug. It was raining outside."
    move(team, "move 1 start word 1", version=2, following_version=3)
    data = export_file(actor=team.reader, work=team.work, format_name="bundle").data
    options = ImportOptions(slug="again")
    file = SourceFile("again.json", data)
    again = import_file(actor=team.editor, workspace=team.workspace, work=None, file=file, options=options)
    assert Anchor.objects.get(thread__work=again.work).quote == "rug"


@pytest.mark.parametrize("steps", [["move 1 start word -1"], ["merge 0"], ["swap 0 1"]])
def test_a_move_is_taken_back_with_its_discussions(team: Team, steps: list[str]) -> None:
    threads = [discuss(team, ("1", "A", "mat")), discuss(team, ("2", "A", "raining"))]
    before = [where(one) for one in threads]
    move(team, *steps)
    take_back(actor=team.editor, pair=neighbours(team, 2, 2), reason="a slip")
    assert [variant_of(team.work, at, "A").text for at in "12"] == list(TEXTS["A"])
    assert [where(one) for one in threads] == before
    assert Revision.objects.get(variant=variant_of(team.work, "1", "A"), number=3).reason == "a slip"


def test_what_was_no_move_is_not_taken_back(team: Team) -> None:
    with pytest.raises(Conflict):
        take_back(actor=team.editor, pair=neighbours(team))
    for at, text in (("1", "The cat sat on the"), ("2", "rug. It was raining outside.")):
        revise_variant(actor=team.editor, variant=variant_of(team.work, at, "A"), version=1, text=text)
    with pytest.raises(Conflict):
        take_back(actor=team.editor, pair=neighbours(team, 2, 2))
    with pytest.raises(NotAllowed):
        take_back(actor=team.reviewer, pair=neighbours(team, 2, 2))


def test_words_come_to_a_passage_that_had_none(team: Team) -> None:
    first = variant_of(team.work, "1", "A")
    revise_variant(actor=team.editor, variant=first, version=1, text="", presence="omitted")
    assert move(team, "swap 0 1", "begin 1 7", version=2) == [("present", "It was"), ("present", "raining outside.")]


def test_two_passages_without_words_have_none_to_move(team: Team) -> None:
    for at in "12":
        variant = variant_of(team.work, at, "A")
        revise_variant(actor=team.editor, variant=variant, version=1, text="", presence="omitted")
    with pytest.raises(Invalid):
        move(team, "swap 0 1", version=2, following_version=2)


def test_no_step_writes_nothing(team: Team) -> None:
    move(team)
    assert Variant.objects.filter(version=1).count() == Variant.objects.count()


@pytest.mark.parametrize(
    "steps",
    [["drop 1"], ["mark 1 omitted"], ["mark 0 omitted"], ["dance"], ["move 0 start word 1"], ["swap 0 1", "merge 0"]],
)
def test_steps_that_would_lose_words_or_do_not_go_are_refused(team: Team, steps: list[str]) -> None:
    with pytest.raises(Invalid):
        move(team, *steps)
    assert not Revision.objects.filter(number=2).exists()


def test_who_comes_second_overwrites_nobody(team: Team) -> None:
    revise_variant(actor=team.editor, variant=variant_of(team.work, "2", "A"), version=1, text="It rained.")
    with pytest.raises(Stale):
        move(team, "move 1 start word -1")
    with pytest.raises(Conflict):
        move(team, "move 1 start word -1", following_version=0)
    assert variant_of(team.work, "1", "A").text == "The cat sat on the mat."


def test_reviewers_do_not_move_words(team: Team) -> None:
    with pytest.raises(NotAllowed):
        move(team, "merge 0", actor=team.reviewer)


def test_moves_of_before_are_called_as_they_are_called_now(team: Team) -> None:
    discuss(team, ("1", "A", "mat"))
    move(team, "move 1 start word -1")
    migration = import_module("workbench.review.migrations.0012_resegmented_anchors")
    migration.rename_back(apps, connection.schema_editor())
    assert AnchorMove.objects.get().kind == "realigned"
    migration.rename(apps, connection.schema_editor())
    assert AnchorMove.objects.get().kind == "resegmented"
