"""Several threads changed or decided at once: all of them, or none."""

import pytest

from tests.conftest import Team
from tests.factories import passage_of, variant_of
from workbench.corpus.models import Revision
from workbench.review.actions import (
    Seen,
    ThreadEdit,
    accept_suggestions,
    change_threads,
    open_thread,
    revise_variant,
    undo_acceptances,
)
from workbench.review.anchoring import AnchorRequest
from workbench.review.errors import Conflict, Invalid, NotAllowed, Stale
from workbench.review.models import Suggestion, Thread


def two_threads(team: Team) -> list[Thread]:
    """Open two discussions of the first passage."""
    return [open_thread(actor=team.reviewer, passage=passage_of(team.work), body=body) for body in ("One?", "Two?")]


def test_all_are_changed(team: Team) -> None:
    edits = [ThreadEdit(one, one.version, {"state": "resolved"}) for one in two_threads(team)]
    change_threads(actor=team.editor, edits=edits)
    assert set(Thread.objects.values_list("state", flat=True)) == {"resolved"}


def test_none_is_changed_where_somebody_else_changed_one(team: Team) -> None:
    first, second = two_threads(team)
    edits = [ThreadEdit(first, first.version, {"state": "resolved"}), ThreadEdit(second, 99, {"state": "resolved"})]
    with pytest.raises(Stale):
        change_threads(actor=team.editor, edits=edits)
    assert set(Thread.objects.values_list("state", flat=True)) == {"open"}


def test_readers_may_not(team: Team) -> None:
    edits = [ThreadEdit(one, one.version, {"labels": ["later"]}) for one in two_threads(team)]
    with pytest.raises(NotAllowed):
        change_threads(actor=team.reader, edits=edits)


@pytest.mark.parametrize("number", [0, 51])
def test_between_one_and_fifty_are_expected(team: Team, number: int) -> None:
    (one, _) = two_threads(team)
    with pytest.raises(Invalid, match="Between one and 50"):
        change_threads(actor=team.editor, edits=[ThreadEdit(one, one.version, {})] * number)


def suggestions(team: Team, *wanted: tuple[str, str, str]) -> list[Seen]:
    """Suggest other words, each (siglum, words, other words) in a discussion of its own; return what is seen then."""
    for siglum, words, other in wanted:
        place = AnchorRequest(variant_of(team.work, "1", siglum), quote=words)
        open_thread(actor=team.reviewer, passage=passage_of(team.work), body="?", anchors=[place], suggestion=other)
    return [Seen(one, one.version, one.suggestions.get().pk) for one in Thread.objects.order_by("pk")]


def texts(team: Team) -> tuple[str, str]:
    """Return what the first passage reads in A and in B."""
    return variant_of(team.work, "1", "A").text, variant_of(team.work, "1", "B").text


def standing() -> list[tuple[str, str]]:
    """Return the states of all suggestions, and of their threads."""
    return list(Suggestion.objects.order_by("pk").values_list("state", "thread__state"))


def quotes() -> list[tuple[str, str]]:
    """Return the words that the threads speak of, and how these stand."""
    return [(one.quote, one.state) for thread in Thread.objects.order_by("pk") for one in thread.anchors.all()]


def test_several_suggestions_in_one_text_are_accepted_and_taken_back_together(team: Team) -> None:
    before = texts(team)
    seen = suggestions(team, ("A", "cat", "tomcat"), ("A", "mat", "carpet"), ("B", "lay", "sat"))
    words = quotes()
    accepted = accept_suggestions(actor=team.editor, seen=seen)
    assert texts(team)[0] == "The tomcat sat on the carpet."
    assert (texts(team)[1], standing()) == (before[1].replace("lay", "sat"), [("accepted", "resolved")] * 3)
    back = [Seen(one, one.version, shown.suggestion) for one, shown in zip(accepted, seen, strict=True)]
    undo_acceptances(actor=team.editor, seen=back)
    assert (texts(team), standing(), quotes()) == (before, [("open", "open")] * 3, words)


def test_none_is_accepted_where_one_was_changed_since(team: Team) -> None:
    before = texts(team)
    seen = suggestions(team, ("A", "cat", "tomcat"), ("B", "lay", "sat"))
    late = [seen[0], Seen(seen[1].thread, seen[1].version + 1, seen[1].suggestion)]
    with pytest.raises(Stale):
        accept_suggestions(actor=team.editor, seen=late)
    assert (texts(team), standing()) == (before, [("open", "open")] * 2)


def test_of_two_for_the_same_words_none_is_accepted(team: Team) -> None:
    before = texts(team)
    seen = suggestions(team, ("A", "cat", "tomcat"), ("A", "cat", "kitten"))
    with pytest.raises(Conflict):
        accept_suggestions(actor=team.editor, seen=seen)
    assert (texts(team), standing()) == (before, [("open", "open")] * 2)


def test_none_is_taken_back_where_a_text_reads_otherwise_since(team: Team) -> None:
    seen = suggestions(team, ("A", "cat", "tomcat"), ("B", "lay", "sat"))
    accept_suggestions(actor=team.editor, seen=seen)
    changed = variant_of(team.work, "1", "B")
    revise_variant(actor=team.editor, variant=changed, version=changed.version, text="Quite another sentence.")
    now = [Seen(one.thread, Thread.objects.get(pk=one.thread.pk).version, one.suggestion) for one in seen]
    with pytest.raises(Conflict, match="changed since"):
        undo_acceptances(actor=team.editor, seen=now)
    assert standing() == [("accepted", "resolved")] * 2


def test_what_the_text_followed_already_is_reopened_without_a_revision(team: Team) -> None:
    suggestions(team, ("A", "cat", "tomcat"))
    text = variant_of(team.work, "1", "A")
    revise_variant(actor=team.editor, variant=text, version=1, text=text.text.replace("cat", "tomcat"))
    seen = suggestions(team)
    accepted = accept_suggestions(actor=team.editor, seen=seen)
    number = Revision.objects.count()
    undo_acceptances(actor=team.editor, seen=[Seen(accepted[0], accepted[0].version, seen[0].suggestion)])
    assert (standing(), Revision.objects.count()) == ([("open", "open")], number)


def test_reviewers_accept_nothing_and_take_nothing_back(team: Team) -> None:
    seen = suggestions(team, ("A", "cat", "tomcat"))
    for decide in (accept_suggestions, undo_acceptances):
        with pytest.raises(NotAllowed):
            decide(actor=team.reviewer, seen=seen)
