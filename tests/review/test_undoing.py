"""An accepted suggestion taken back, and suggestions whose words already stand there."""

import pytest

from tests.conftest import Team
from tests.factories import passage_of, shown, variant_of
from workbench.corpus.models import Variant
from workbench.review.actions import (
    accept_suggestion,
    open_thread,
    reattach_anchor,
    reply,
    revise_variant,
    undo_acceptance,
)
from workbench.review.anchoring import AnchorRequest
from workbench.review.errors import Conflict, NotAllowed
from workbench.review.models import Anchor, AnchorMove, Thread

TEXT = "The cat sat on the mat."


def cat(team: Team) -> Variant:
    return variant_of(team.work, "1", "A")


def suggest(team: Team, quote: str, suggestion: str | None) -> Thread:
    anchor = AnchorRequest(cat(team), quote=quote)
    passage = passage_of(team.work)
    return open_thread(actor=team.reviewer, passage=passage, body="Hm.", anchors=[anchor], suggestion=suggestion)


def standing(thread: Thread) -> tuple[str, str, int, str]:
    """Return an anchor's state, its quote, its revision, and what stands at its place in the present text."""
    anchor = Anchor.objects.select_related("variant").get(thread=thread)
    return anchor.state, anchor.quote, anchor.revision, anchor.variant.text[anchor.start : anchor.end]


@pytest.mark.parametrize(("quote", "words"), [("sat", "was sitting"), ("cat sat", "dog"), ("cat ", ""), ("mat", " ")])
def test_taking_back_an_accepted_suggestion_restores_text_anchors_and_thread(
    team: Team, quote: str, words: str
) -> None:
    thread, other = suggest(team, quote, words), suggest(team, quote[:2], None)
    apart = suggest(team, "mat." if quote != "mat" else "The", None)
    accept_suggestion(actor=team.editor, thread=thread, **shown(thread))
    suggestion = undo_acceptance(actor=team.editor, thread=thread, **shown(thread))
    thread.refresh_from_db()
    assert (cat(team).text, cat(team).version, thread.state) == (TEXT, 3, "open")
    assert (suggestion.state, suggestion.decided_by, suggestion.decided_at, suggestion.revision) == (
        ("open", None, None, None)
    )
    assert standing(thread) == ("placed", quote, 3, quote)
    assert standing(other) == ("placed", quote[:2], 3, quote[:2])
    assert standing(apart)[0] == "placed"
    assert cat(team).revisions.get(number=3).reason == "Took back a suggestion of reviewer"


def test_what_was_taken_back_can_be_accepted_and_taken_back_again(team: Team) -> None:
    thread = suggest(team, "sat", "lay")
    for _ in range(2):
        accept_suggestion(actor=team.editor, thread=thread, **shown(thread))
        assert cat(team).text == "The cat lay on the mat."
        undo_acceptance(actor=team.editor, thread=thread, **shown(thread))
    assert (cat(team).text, cat(team).version) == (TEXT, 5)


def test_nothing_is_taken_back_from_a_text_that_was_changed_since(team: Team) -> None:
    thread = suggest(team, "sat", "lay")
    accept_suggestion(actor=team.editor, thread=thread, **shown(thread))
    revise_variant(actor=team.editor, variant=cat(team), version=2, text="The cat lay on the rug.")
    with pytest.raises(Conflict, match="changed since"):
        undo_acceptance(actor=team.editor, thread=thread, **shown(thread))
    assert (cat(team).version, Thread.objects.get().state) == (3, "resolved")


def test_a_new_suggestion_is_decided_before_an_old_one_is_taken_back(team: Team) -> None:
    thread = suggest(team, "sat", "lay")
    accept_suggestion(actor=team.editor, thread=thread, **shown(thread))
    reply(actor=team.reviewer, thread=thread, body="Or:", suggestion="rested")
    with pytest.raises(Conflict, match="Another suggestion"):
        undo_acceptance(actor=team.editor, thread=thread, **shown(thread))


@pytest.mark.parametrize("person", ["reviewer", "reader", "former", "outsider"])
def test_only_editors_take_back(team: Team, person: str) -> None:
    thread = suggest(team, "sat", "lay")
    accept_suggestion(actor=team.editor, thread=thread, **shown(thread))
    with pytest.raises(NotAllowed):
        undo_acceptance(actor=getattr(team, person), thread=thread, **shown(thread))
    other = suggest(team, "mat", "rug")
    with pytest.raises(Conflict):
        undo_acceptance(actor=team.editor, thread=other, **shown(other))


def test_a_suggestion_that_the_text_already_follows_is_accepted_without_a_revision(team: Team) -> None:
    thread = suggest(team, "sat", "lay")
    revise_variant(actor=team.editor, variant=cat(team), version=1, text="The cat lay on the mat.")
    assert standing(thread)[0] == "orphaned"
    suggestion = accept_suggestion(actor=team.editor, thread=thread, **shown(thread))
    thread.refresh_from_db()
    assert (suggestion.state, suggestion.revision, thread.state) == ("accepted", None, "resolved")
    assert (cat(team).version, standing(thread)) == (2, ("placed", "lay", 2, "lay"))
    assert [move.kind for move in AnchorMove.objects.order_by("pk")] == ["orphaned", "reattached"]
    with pytest.raises(Conflict, match="Nothing was written"):
        undo_acceptance(actor=team.editor, thread=thread, **shown(thread))


def test_the_same_words_in_other_surroundings_are_not_taken_for_the_suggestion(team: Team) -> None:
    thread = suggest(team, "sat", "lay")
    revise_variant(actor=team.editor, variant=cat(team), version=1, text="A dog lay on the mat.")
    with pytest.raises(Conflict, match="lost"):
        accept_suggestion(actor=team.editor, thread=thread, **shown(thread))


def test_a_suggestion_for_a_whole_text_is_not_found_somewhere_within_another(team: Team) -> None:
    thread = suggest(team, TEXT, "dog")
    revise_variant(actor=team.editor, variant=cat(team), version=1, text="Nothing but a dog walking.")
    with pytest.raises(Conflict, match="lost"):
        accept_suggestion(actor=team.editor, thread=thread, **shown(thread))
    revise_variant(actor=team.editor, variant=cat(team), version=2, text="dog")
    assert accept_suggestion(actor=team.editor, thread=thread, **shown(thread)).state == "accepted"


def test_a_thread_that_was_attached_to_other_words_stays_on_them(team: Team) -> None:
    thread = suggest(team, "cat ", "")
    accept_suggestion(actor=team.editor, thread=thread, **shown(thread))
    request = AnchorRequest(cat(team), quote="mat")
    reattach_anchor(actor=team.reviewer, anchor=Anchor.objects.get(thread=thread), request=request)
    with pytest.raises(Conflict, match="attached to other words"):
        undo_acceptance(actor=team.editor, thread=thread, **shown(thread))
    assert standing(thread) == ("placed", "mat", 2, "mat")
