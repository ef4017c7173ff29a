"""Suggestions of several people side by side, and what becomes of one whose words were changed after it was made."""

import pytest
from django.test import Client

from tests.api.conftest import Script
from tests.conftest import Team
from tests.factories import passage_of, shown, variant_of
from tests.web.markup import fold
from workbench.journal.models import Event
from workbench.review.actions import (
    Seen,
    accept_suggestion,
    accept_suggestions,
    confirm_anchor,
    delete_comment,
    open_thread,
    reject_suggestion,
    reply,
    revise_variant,
    undo_acceptance,
)
from workbench.review.anchoring import AnchorRequest
from workbench.review.errors import Conflict, Stale
from workbench.review.merging import words_now
from workbench.review.models import Suggestion, Thread
from workbench.review.transfer import ImportOptions, SourceFile, export_file, import_file

LONG = "The old black cat sat on the mat by the red door."


def discuss(team: Team, quote: str = "sat", suggestion: str = "stood") -> Thread:
    anchor = AnchorRequest(variant_of(team.work, "1", "A"), quote=quote)
    passage = passage_of(team.work)
    return open_thread(actor=team.reviewer, passage=passage, body="Hm.", anchors=[anchor], suggestion=suggestion)


def two(team: Team) -> tuple[Thread, Suggestion, Suggestion]:
    """Return a discussion in which two people suggest something, and both suggestions."""
    thread = discuss(team)
    other = reply(actor=team.editor, thread=thread, body="Or:", suggestion="perched")
    return Thread.objects.get(pk=thread.pk), thread.suggestions.get(text="stood"), other.suggestion


def states(thread: Thread) -> list[tuple[str, str]]:
    return list(thread.suggestions.order_by("pk").values_list("text", "state"))


def text(team: Team) -> str:
    return variant_of(team.work, "1", "A").text


def write(team: Team, new: str) -> None:
    variant = variant_of(team.work, "1", "A")
    revise_variant(actor=team.editor, variant=variant, version=variant.version, text=new)


def test_suggestions_of_two_people_are_open_side_by_side_and_either_is_accepted(team: Team) -> None:
    thread, first, second = two(team)
    assert states(thread) == [("stood", "open"), ("perched", "open")]
    accept_suggestion(actor=team.editor, thread=thread, suggestion=second.pk, version=thread.version)
    assert text(team) == "The cat perched on the mat."
    assert states(thread) == [("stood", "superseded"), ("perched", "accepted")]
    assert Suggestion.objects.get(pk=first.pk).superseded_by == second


def test_taking_it_back_opens_the_other_again(team: Team) -> None:
    thread, first, second = two(team)
    accept_suggestion(actor=team.editor, thread=thread, suggestion=first.pk, version=thread.version)
    thread.refresh_from_db()
    undo_acceptance(actor=team.editor, thread=thread, suggestion=first.pk, version=thread.version)
    assert (text(team), states(thread)) == ("The cat sat on the mat.", [("stood", "open"), ("perched", "open")])
    assert Event.objects.filter(kind="suggestion.reopened", subject=second.pk).count() == 1
    thread.refresh_from_db()
    accept_suggestion(actor=team.editor, thread=thread, suggestion=second.pk, version=thread.version)
    assert text(team) == "The cat perched on the mat."


def test_what_was_deleted_meanwhile_stays_away(team: Team) -> None:
    thread, first, second = two(team)
    accept_suggestion(actor=team.editor, thread=thread, suggestion=first.pk, version=thread.version)
    delete_comment(actor=team.editor, comment=second.comment, version=1)
    thread.refresh_from_db()
    undo_acceptance(actor=team.editor, thread=thread, suggestion=first.pk, version=thread.version)
    assert states(thread) == [("stood", "open"), ("", "superseded")]


def test_one_is_rejected_and_the_other_stays(team: Team) -> None:
    thread, first, _ = two(team)
    reject_suggestion(actor=team.editor, thread=thread, suggestion=first.pk, version=thread.version, reason="No.")
    assert states(thread) == [("stood", "rejected"), ("perched", "open")]


def test_what_is_not_open_any_more_is_not_taken_for_the_other(team: Team) -> None:
    thread, first, _ = two(team)
    reply(actor=team.reviewer, thread=thread, body="Better:", suggestion="lay")
    thread.refresh_from_db()
    with pytest.raises(Stale):
        accept_suggestion(actor=team.editor, thread=thread, suggestion=first.pk, version=thread.version)
    assert text(team) == "The cat sat on the mat."


def test_of_two_at_one_place_a_batch_accepts_none(team: Team) -> None:
    threads = [discuss(team), discuss(team, suggestion="lay")]
    seen = [Seen(one, 1, one.suggestions.get().pk) for one in threads]
    with pytest.raises(Conflict):
        accept_suggestions(actor=team.editor, seen=seen)
    assert (text(team), Suggestion.objects.filter(state="open").count()) == ("The cat sat on the mat.", 2)


def test_what_others_changed_in_its_words_meanwhile_is_kept_where_that_is_sure(team: Team) -> None:
    write(team, LONG)
    thread = discuss(team, LONG[:-1], "The old black dog sat on the mat by the red door")
    write(team, LONG.replace("red", "blue"))
    thread.refresh_from_db()
    assert thread.anchors.get().state == "changed"
    accepted = accept_suggestion(actor=team.editor, thread=thread, **shown(thread))
    assert text(team) == "The old black dog sat on the mat by the blue door."
    assert (accepted.written, thread.anchors.get().state) == (text(team)[:-1], "placed")
    assert Event.objects.filter(kind="anchor.confirmed", thread=thread.pk).count() == 1
    undo_acceptance(actor=team.editor, thread=thread, **shown(thread))
    assert text(team) == LONG.replace("red", "blue")
    assert words_now(thread.suggestions.get(), thread.anchors.get()) == accepted.written


def test_where_both_changed_the_same_words_somebody_is_asked(team: Team) -> None:
    thread = discuss(team, "cat sat", "dog sat")
    write(team, "The kitten sat on the mat.")
    thread.refresh_from_db()
    anchor = thread.anchors.get()
    if anchor.state != "changed":
        pytest.fail(anchor.state)
    assert words_now(thread.suggestions.get(), anchor) is None
    with pytest.raises(Conflict, match="say first"):
        accept_suggestion(actor=team.editor, thread=thread, **shown(thread))
    confirm_anchor(actor=team.editor, anchor=anchor, version=thread.version)
    thread.refresh_from_db()
    accept_suggestion(actor=team.editor, thread=thread, **shown(thread))
    assert text(team) == "The dog sat on the mat."


def test_a_suggestion_made_for_the_words_as_they_are_now_asks_nobody(team: Team) -> None:
    thread = discuss(team, "cat sat", "dog sat")
    write(team, "The kitten sat on the mat.")
    reply(actor=team.reviewer, thread=thread, body="Then:", suggestion="puppy sat")
    thread.refresh_from_db()
    accept_suggestion(actor=team.editor, thread=thread, **shown(thread))
    assert text(team) == "The puppy sat on the mat."


def test_the_page_shows_both_and_what_accepting_would_write(client: Client, team: Team) -> None:
    write(team, LONG)
    thread = discuss(team, LONG[:-1], "The old black dog sat on the mat by the red door")
    reply(actor=team.editor, thread=thread, body="Or:", suggestion="The old black cow sat on the mat by the red door")
    write(team, LONG.replace("red", "blue"))
    client.force_login(team.editor)
    page = fold(client.get(f"/threads/{thread.pk}/").content.decode())
    assert page.count("data-key-accept") == 2
    assert page.count("what they changed stays") == 2
    assert "<ins>dog</ins> sat on the mat by the blue door" in page
    assert "suggestions</b>" in client.get("/review/").content.decode()
    shown_to_scripts = Script(team.editor).get(f"threads/{thread.pk}/").json()
    assert [one["suggestion"]["reads"] for one in shown_to_scripts["comments"]] == [
        f"The old black {animal} sat on the mat by the blue door" for animal in ("dog", "cow")
    ]


def test_a_batch_from_the_queue_takes_threads_with_one_suggestion_only(client: Client, team: Team) -> None:
    thread, *_ = two(team)
    client.force_login(team.editor)
    answer = client.post("/review/batch/", {"thread": f"{thread.pk}:{thread.version}", "do": "accept"})
    assert (answer.status_code, states(thread)) == (302, [("stood", "open"), ("perched", "open")])


def brought_again(team: Team) -> Thread:
    """Return the team's discussion as it is in a copy of its work that a bundle brought."""
    file = SourceFile("again.json", export_file(actor=team.reader, work=team.work, format_name="bundle").data)
    options = ImportOptions(slug="again")
    done = import_file(actor=team.editor, workspace=team.workspace, work=None, file=file, options=options)
    return Thread.objects.get(work=done.work)


def test_a_bundle_takes_both_along(team: Team) -> None:
    two(team)
    assert states(brought_again(team)) == [("stood", "open"), ("perched", "open")]


@pytest.mark.parametrize("first", [True, False])
def test_a_bundle_knows_which_took_the_place_of_which(team: Team, *, first: bool) -> None:
    thread, stood, perched = two(team)
    taken, left = (stood, perched) if first else (perched, stood)
    accept_suggestion(actor=team.editor, thread=thread, suggestion=taken.pk, version=thread.version)
    copy = brought_again(team)
    assert copy.suggestions.get(text=left.text).superseded_by == copy.suggestions.get(text=taken.text)
    undo_acceptance(actor=team.editor, thread=copy, **shown(copy))
    assert states(copy) == [("stood", "open"), ("perched", "open")]
