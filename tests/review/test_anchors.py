"""What becomes of discussions when their words are changed, moved or brought back, and what people say to it."""

import pytest

from tests.conftest import Room
from tests.factories import passage_of, shown, variant_of
from workbench.corpus.models import Variant
from workbench.journal.models import Event
from workbench.review.actions import (
    accept_suggestion,
    confirm_anchor,
    open_thread,
    reattach_anchor,
    restore_revision,
    revise_variant,
    undo_acceptance,
)
from workbench.review.anchoring import AnchorRequest
from workbench.review.errors import Conflict, NotAllowed, Stale
from workbench.review.models import Anchor, Thread

TEXT = "The cat sat on the mat."


def cat(room: Room) -> Variant:
    return variant_of(room.work, "1", "A")


def thread_on(room: Room, quote: str, suggestion: str | None = None) -> Thread:
    return open_thread(
        actor=room.reviewer,
        passage=passage_of(room.work),
        body="Hm.",
        anchors=[AnchorRequest(cat(room), quote=quote)],
        suggestion=suggestion,
    )


def revise(room: Room, text: str) -> None:
    revise_variant(actor=room.editor, variant=cat(room), version=cat(room).version, text=text)


def anchor_of(thread: Thread) -> Anchor:
    return thread.anchors.select_related("variant", "thread__passage").get()


def standing(thread: Thread) -> tuple[str, str, str]:
    """Return the state, what stands at its place now, and what it meant."""
    anchor = anchor_of(thread)
    words = anchor.variant.text[anchor.start : anchor.end] if anchor.revision == anchor.variant.version else ""
    return anchor.state, words, anchor.meant


def told(thread: Thread) -> list[str]:
    events = Event.objects.filter(thread=thread.pk, kind__startswith="anchor.")
    return list(events.order_by("cursor").values_list("kind", flat=True))


def test_signs_and_capitals_within_are_kept_and_said(room: Room) -> None:
    thread = thread_on(room, "cat sat on")
    revise(room, "The Cat sat, on the mat.")
    assert standing(thread) == ("placed", "Cat sat, on", "")
    assert told(thread) == ["anchor.kept"]


def test_replaced_words_are_asked_about(room: Room) -> None:
    thread = thread_on(room, "cat sat on")
    revise(room, "The cat lay on the mat.")
    assert standing(thread) == ("changed", "cat lay on", "cat sat on")
    assert told(thread) == ["anchor.changed"]


def test_what_was_meant_first_stays_what_was_meant(room: Room) -> None:
    thread = thread_on(room, "cat sat on")
    revise(room, "The cat lay on the mat.")
    revise(room, "The cat lay under the mat.")
    assert standing(thread) == ("changed", "cat lay under", "cat sat on")


def test_a_sentence_that_moves_takes_its_discussion_along(room: Room) -> None:
    revise(room, "The cat sat on the mat. Nobody dared to wake her before breakfast.")
    thread = thread_on(room, "dared to wake")
    revise(room, "Nobody dared to wake her before breakfast. The cat sat on the mat.")
    anchor = anchor_of(thread)
    assert (standing(thread), anchor.start) == (("placed", "dared to wake", ""), 7)


def test_changed_words_are_confirmed_by_a_reviewer(room: Room) -> None:
    thread = thread_on(room, "cat sat on")
    revise(room, "The cat lay on the mat.")
    thread.refresh_from_db()
    confirm_anchor(actor=room.reviewer, anchor=anchor_of(thread), version=thread.version)
    assert standing(thread) == ("placed", "cat lay on", "")
    event = Event.objects.filter(thread=thread.pk).latest("cursor")
    assert (event.kind, event.before["quote"], event.after["quote"]) == (
        "anchor.confirmed",
        "cat sat on",
        "cat lay on",
    )
    thread.refresh_from_db()
    with pytest.raises(Conflict, match="not in question"):
        confirm_anchor(actor=room.reviewer, anchor=anchor_of(thread), version=thread.version)


def test_words_are_not_confirmed_unseen(room: Room) -> None:
    thread = thread_on(room, "cat sat on")
    revise(room, "The cat lay on the mat.")
    thread.refresh_from_db()
    revise(room, "The cat lay under the mat.")
    with pytest.raises(Stale):
        confirm_anchor(actor=room.reviewer, anchor=anchor_of(thread), version=thread.version)


@pytest.mark.parametrize("person", ["reader", "former", "outsider"])
def test_only_reviewers_confirm(room: Room, person: str) -> None:
    thread = thread_on(room, "cat sat on")
    revise(room, "The cat lay on the mat.")
    thread.refresh_from_db()
    with pytest.raises(NotAllowed):
        confirm_anchor(actor=getattr(room, person), anchor=anchor_of(thread), version=thread.version)


def test_changed_words_are_attached_elsewhere(room: Room) -> None:
    thread = thread_on(room, "cat sat on")
    revise(room, "The cat lay on the mat.")
    request = AnchorRequest(cat(room), quote="mat")
    reattach_anchor(actor=room.reviewer, anchor=anchor_of(thread), request=request)
    assert standing(thread) == ("placed", "mat", "")


def test_a_suggestion_waits_until_its_changed_words_are_confirmed(room: Room) -> None:
    thread = thread_on(room, "cat sat on", suggestion="dog sat by")
    revise(room, "The cat lay on the mat.")
    with pytest.raises(Conflict) as refusal:
        accept_suggestion(actor=room.editor, thread=thread, **shown(thread))
    assert (refusal.value.code, cat(room).version) == ("unconfirmed", 2)
    thread.refresh_from_db()
    confirm_anchor(actor=room.reviewer, anchor=anchor_of(thread), version=thread.version)
    accept_suggestion(actor=room.editor, thread=thread, **shown(thread))
    assert cat(room).text == "The dog sat by the mat."


@pytest.mark.parametrize("between", ["The cat lay on the mat.", "Nothing of it is left.", "The mat."])
def test_restoring_a_text_brings_back_what_was_lost_since(room: Room, between: str) -> None:
    thread = thread_on(room, "cat sat on")
    revise(room, between)
    revise(room, f"{between} And more.")
    restore_revision(actor=room.editor, variant=cat(room), version=3, number=1)
    assert standing(thread) == ("placed", "cat sat on", "")
    assert told(thread)[-1] == "anchor.restored"


def test_taking_a_suggestion_back_brings_back_what_it_changed(room: Room) -> None:
    deleted = thread_on(room, "cat sat on ", suggestion="")
    beside, within = thread_on(room, "sat"), thread_on(room, "on the mat")
    accept_suggestion(actor=room.editor, thread=deleted, **shown(deleted))
    assert [standing(one)[0] for one in (deleted, beside, within)] == ["orphaned", "orphaned", "changed"]
    undo_acceptance(actor=room.editor, thread=deleted, **shown(deleted))
    assert [standing(one) for one in (deleted, beside, within)] == [
        ("placed", "cat sat on ", ""),
        ("placed", "sat", ""),
        ("placed", "on the mat", ""),
    ]
