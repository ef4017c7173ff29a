"""Labels and a day by which a discussion is due; notes that nobody but their author sees."""

from datetime import date
from typing import Any, cast

import pytest

from tests.conftest import Team
from tests.factories import passage_of
from workbench.accounts.errors import Invalid, NotAllowed, Stale
from workbench.accounts.models import Membership
from workbench.journal.models import Event
from workbench.journal.queries import EventFilter, find_events
from workbench.review.actions import ThreadChanges, add_note, change_thread, delete_note, edit_note, open_thread
from workbench.review.filters import ThreadFilter, find_threads
from workbench.review.models import Note, Thread


@pytest.fixture
def thread(team: Team) -> Thread:
    return open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Hm.")


def change(team: Team, thread: Thread, **changes: Any) -> Thread:
    thread.refresh_from_db()
    return change_thread(
        actor=team.reviewer, thread=thread, version=thread.version, changes=cast("ThreadChanges", changes)
    )


def test_labels_are_folded_each_once_and_found_whole(team: Team, thread: Thread) -> None:
    change(team, thread, labels=["Urgent", " urgent ", "Ask  the archive", ""])
    assert thread.label_names == ["ask the archive", "urgent"]
    for wanted, number in (("URGENT", 1), ("ask the archive", 1), ("archive", 0), ("ask", 0), ("_rgent", 0)):
        assert find_threads(team.reader, ThreadFilter(label=wanted)).count() == number, wanted
    change(team, thread, labels=[])
    told = Event.objects.filter(kind="thread.labelled").order_by("pk")
    assert [(one.before, one.after) for one in told] == [
        ({"labels": []}, {"labels": ["ask the archive", "urgent"]}),
        ({"labels": ["ask the archive", "urgent"]}, {"labels": []}),
    ]


@pytest.mark.parametrize("labels", [["x" * 41], ["a\nb"], ["a"] * 21])
def test_labels_that_are_too_long_or_too_many_are_refused(team: Team, thread: Thread, labels: list[str]) -> None:
    with pytest.raises(Invalid) as refused:
        change(team, thread, labels=labels)
    assert list(refused.value.fields) == ["labels"]


def test_a_day_is_set_and_taken_away(team: Team, thread: Thread) -> None:
    change(team, thread, due_on=date(2026, 12, 24))
    assert Thread.objects.get().due_on == date(2026, 12, 24)
    change(team, thread, due_on=None)
    told = Event.objects.filter(kind="thread.due").order_by("pk")
    assert [one.after for one in told] == [{"due_on": "2026-12-24"}, {"due_on": None}]


def test_a_note_is_its_author_s_alone_and_so_is_what_is_told_of_it(team: Team, thread: Thread) -> None:
    note = add_note(actor=team.reader, thread=thread, body="Ask the archive.")
    thread.refresh_from_db()
    assert (thread.version, thread.comments.count()) == (1, 1)
    assert list(Note.objects.visible_to(team.reader)) == [note]
    assert [event.kind for event in find_events(team.reader, EventFilter()) if event.kind.startswith("note.")] == []
    assert Event.objects.visible_to(team.reader).filter(kind="note.added").count() == 1
    for other in (team.owner, team.editor, team.reviewer, team.outsider):
        assert list(Note.objects.visible_to(other)) == []
        assert not Event.objects.visible_to(other).filter(kind="note.added").exists()
    with pytest.raises(NotAllowed):
        delete_note(actor=team.owner, note=note)
    delete_note(actor=team.reader, note=note)
    assert Note.objects.count() == 0


def test_a_note_is_changed_by_its_author_and_never_written_over_unseen(team: Team, thread: Thread) -> None:
    note = add_note(actor=team.reader, thread=thread, body="Ask the archive.")
    edit_note(actor=team.reader, note=note, version=1, body="Ask the catalogue.")
    assert (note.body, note.version) == ("Ask the catalogue.", 2)
    with pytest.raises(Stale):
        edit_note(actor=team.reader, note=note, version=1, body="Ask nobody.")
    with pytest.raises(NotAllowed):
        edit_note(actor=team.owner, note=note, version=2, body="Ask me.")
    with pytest.raises(Invalid):
        edit_note(actor=team.reader, note=note, version=2, body=" ")
    assert Note.objects.get().body == "Ask the catalogue."
    assert not Event.objects.visible_to(team.owner).filter(kind="note.edited").exists()


def test_who_left_reads_their_notes_no_more_and_writes_none(team: Team, thread: Thread) -> None:
    add_note(actor=team.reader, thread=thread, body="Ask.")
    Membership.objects.filter(user=team.reader).delete()
    assert list(Note.objects.visible_to(team.reader)) == []
    with pytest.raises(NotAllowed):
        add_note(actor=team.reader, thread=thread, body="Ask again.")


def test_notes_are_neither_empty_nor_without_end(team: Team, thread: Thread) -> None:
    with pytest.raises(Invalid):
        add_note(actor=team.reader, thread=thread, body=" ")
    for number in range(100):
        add_note(actor=team.reader, thread=thread, body=str(number))
    with pytest.raises(Invalid):
        add_note(actor=team.reader, thread=thread, body="One more.")
