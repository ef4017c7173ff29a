"""Where a discussion stands: open, in progress, resolved, won't fix."""

from collections import Counter

import pytest

from tests.conftest import Room
from tests.factories import passage_of
from workbench.accounts.errors import Invalid
from workbench.corpus.memory import states_of, with_state
from workbench.corpus.models import Work
from workbench.journal.models import Event
from workbench.review.actions import change_thread, delete_comment, open_thread, reply_and_settle
from workbench.review.filters import UNSETTLED, ThreadFilter, find_threads
from workbench.review.models import Thread
from workbench.review.queries import open_counts, open_counts_by_passage, remembered_counts


def opened(room: Room) -> Thread:
    return open_thread(actor=room.reviewer, passage=passage_of(room.work), body="Hm.")


def remembered(room: Room) -> Counter[int | None]:
    states = states_of(with_state(Work.objects.visible_to(room.reader)))
    return remembered_counts(states)[room.work.pk]


def put(room: Room, thread: Thread, state: str) -> Thread:
    thread.refresh_from_db()
    return change_thread(actor=room.reviewer, thread=thread, version=thread.version, changes={"state": state})


def test_every_state_is_told_by_its_own_kind(room: Room) -> None:
    thread = opened(room)
    for state in ("in_progress", "wont_fix", "open", "resolved", "resolved"):
        put(room, thread, state)
    told = Event.objects.filter(thread=thread.pk, kind__startswith="thread.").order_by("pk")
    assert list(told.values_list("kind", flat=True)) == [
        "thread.opened",
        "thread.begun",
        "thread.declined",
        "thread.reopened",
        "thread.resolved",
    ]
    with pytest.raises(Invalid):
        put(room, thread, "unsettled")


def test_what_is_in_progress_still_waits_and_what_is_not_mended_does_not(room: Room) -> None:
    for number, state in enumerate(("open", "in_progress", "resolved", "wont_fix")):
        assert remembered(room)[None] == 0
        assert remembered(room)[room.editor.pk] == min(number, 2)
        thread = put(room, opened(room), state)
        changes = {"assignee": room.editor}
        change_thread(actor=room.reviewer, thread=thread, version=thread.version, changes=changes)  # type: ignore[arg-type]
    assert open_counts([room.work.pk]) == {room.work.pk: 2}
    assert open_counts_by_passage(room.work) == {passage_of(room.work).pk: 2}
    assert remembered(room) == {room.editor.pk: 2}
    found = find_threads(room.reader, ThreadFilter(state=UNSETTLED))
    assert [one.state for one in found] == ["open", "in_progress"]
    assert [one.state for one in find_threads(room.reader, ThreadFilter(state="open"))] == ["open"]


def test_a_reply_may_close_without_a_change(room: Room) -> None:
    thread = opened(room)
    reply_and_settle(actor=room.reviewer, thread=thread, body="The original has it.", state="wont_fix")
    assert Thread.objects.get().state == "wont_fix"
    with pytest.raises(Invalid):
        reply_and_settle(actor=room.reviewer, thread=thread, body="x", state="done")
    assert thread.comments.count() == 2


def test_a_thread_that_was_closed_without_a_change_stays_so_when_its_words_are_deleted(room: Room) -> None:
    thread = put(room, opened(room), "wont_fix")
    comment = thread.comments.get()
    delete_comment(actor=room.reviewer, comment=comment, version=comment.version)
    assert Thread.objects.get().state == "wont_fix"
