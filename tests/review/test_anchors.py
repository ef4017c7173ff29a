"""What becomes of discussions when their words are changed, moved or brought back, and what people say to it."""

import pytest

from tests.conftest import Team
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


def cat(team: Team) -> Variant:
    return variant_of(team.work, "1", "A")


def thread_on(team: Team, quote: str, suggestion: str | None = None) -> Thread:
    return open_thread(
        actor=team.reviewer,
        passage=passage_of(team.work),
        body="Hm.",
        anchors=[AnchorRequest(cat(team), quote=quote)],
        suggestion=suggestion,
    )


def revise(team: Team, text: str) -> None:
    revise_variant(actor=team.editor, variant=cat(team), version=cat(team).version, text=text)


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


def test_signs_and_capitals_within_are_kept_and_said(team: Team) -> None:
    thread = thread_on(team, "cat sat on")
    revise(team, "The Cat sat, on the mat.")
    assert standing(thread) == ("placed", "Cat sat, on", "")
    assert told(thread) == ["anchor.kept"]


def test_replaced_words_are_asked_about(team: Team) -> None:
    thread = thread_on(team, "cat sat on")
    revise(team, "The cat lay on the mat.")
    assert standing(thread) == ("changed", "cat lay on", "cat sat on")
    assert told(thread) == ["anchor.changed"]


def test_what_was_meant_first_stays_what_was_meant(team: Team) -> None:
    thread = thread_on(team, "cat sat on")
    revise(team, "The cat lay on the mat.")
    revise(team, "The cat lay under the mat.")
    assert standing(thread) == ("changed", "cat lay under", "cat sat on")


def test_a_sentence_that_moves_takes_its_discussion_along(team: Team) -> None:
    revise(team, "The cat sat on the mat. Nobody dared to wake her before breakfast.")
    thread = thread_on(team, "dared to wake")
    revise(team, "Nobody dared to wake her before breakfast. The cat sat on the mat.")
    anchor = anchor_of(thread)
    assert (standing(thread), anchor.start) == (("placed", "dared to wake", ""), 7)


def test_changed_words_are_confirmed_by_a_reviewer(team: Team) -> None:
    thread = thread_on(team, "cat sat on")
    revise(team, "The cat lay on the mat.")
    thread.refresh_from_db()
    confirm_anchor(actor=team.reviewer, anchor=anchor_of(thread), version=thread.version)
    assert standing(thread) == ("placed", "cat lay on", "")
    event = Event.objects.filter(thread=thread.pk).latest("cursor")
    assert (event.kind, event.before["quote"], event.after["quote"]) == (
        "anchor.confirmed",
        "cat sat on",
        "cat lay on",
    )
    thread.refresh_from_db()
    with pytest.raises(Conflict, match="not in question"):
        confirm_anchor(actor=team.reviewer, anchor=anchor_of(thread), version=thread.version)


def test_words_are_not_confirmed_unseen(team: Team) -> None:
    thread = thread_on(team, "cat sat on")
    revise(team, "The cat lay on the mat.")
    thread.refresh_from_db()
    revise(team, "The cat lay under the mat.")
    with pytest.raises(Stale):
        confirm_anchor(actor=team.reviewer, anchor=anchor_of(thread), version=thread.version)


@pytest.mark.parametrize("person", ["reader", "former", "outsider"])
def test_only_reviewers_confirm(team: Team, person: str) -> None:
    thread = thread_on(team, "cat sat on")
    revise(team, "The cat lay on the mat.")
    thread.refresh_from_db()
    with pytest.raises(NotAllowed):
        confirm_anchor(actor=getattr(team, person), anchor=anchor_of(thread), version=thread.version)


def test_changed_words_are_attached_elsewhere(team: Team) -> None:
    thread = thread_on(team, "cat sat on")
    revise(team, "The cat lay on the mat.")
    request = AnchorRequest(cat(team), quote="mat")
    reattach_anchor(actor=team.reviewer, anchor=anchor_of(thread), request=request)
    assert standing(thread) == ("placed", "mat", "")


def test_a_suggestion_waits_until_its_changed_words_are_confirmed(team: Team) -> None:
    thread = thread_on(team, "cat sat on", suggestion="dog sat by")
    revise(team, "The cat lay on the mat.")
    with pytest.raises(Conflict) as refusal:
        accept_suggestion(actor=team.editor, thread=thread, **shown(thread))
    assert (refusal.value.code, cat(team).version) == ("unconfirmed", 2)
    thread.refresh_from_db()
    confirm_anchor(actor=team.reviewer, anchor=anchor_of(thread), version=thread.version)
    accept_suggestion(actor=team.editor, thread=thread, **shown(thread))
    assert cat(team).text == "The dog sat by the mat."


@pytest.mark.parametrize("between", ["The cat lay on the mat.", "Nothing of it is left.", "The mat."])
def test_restoring_a_text_brings_back_what_was_lost_since(team: Team, between: str) -> None:
    thread = thread_on(team, "cat sat on")
    revise(team, between)
    revise(team, f"{between} And more.")
    restore_revision(actor=team.editor, variant=cat(team), version=3, number=1)
    assert standing(thread) == ("placed", "cat sat on", "")
    assert told(thread)[-1] == "anchor.restored"


def test_taking_a_suggestion_back_brings_back_what_it_changed(team: Team) -> None:
    deleted = thread_on(team, "cat sat on ", suggestion="")
    beside, within = thread_on(team, "sat"), thread_on(team, "on the mat")
    accept_suggestion(actor=team.editor, thread=deleted, **shown(deleted))
    assert [standing(one)[0] for one in (deleted, beside, within)] == ["orphaned", "orphaned", "changed"]
    undo_acceptance(actor=team.editor, thread=deleted, **shown(deleted))
    assert [standing(one) for one in (deleted, beside, within)] == [
        ("placed", "cat sat on ", ""),
        ("placed", "sat", ""),
        ("placed", "on the mat", ""),
    ]
