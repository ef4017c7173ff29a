"""Where a discussion stands: open, in progress, resolved, won't fix."""

from collections import Counter

import pytest

from tests.conftest import Team
from tests.factories import passage_of
from workbench.accounts.errors import Invalid
from workbench.corpus.memory import states_of, with_state
from workbench.corpus.models import Work
from workbench.journal.models import Event
from workbench.review.actions import change_thread, delete_comment, open_thread, reply_and_settle
from workbench.review.filters import UNSETTLED, ThreadFilter, find_threads
from workbench.review.models import Thread
from workbench.review.queries import open_counts, open_counts_by_passage, remembered_counts


def opened(team: Team) -> Thread:
    return open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Hm.")


def remembered(team: Team) -> Counter[int | None]:
    states = states_of(with_state(Work.objects.visible_to(team.reader)))
    return remembered_counts(states)[team.work.pk]


def put(team: Team, thread: Thread, state: str) -> Thread:
    thread.refresh_from_db()
    return change_thread(actor=team.reviewer, thread=thread, version=thread.version, changes={"state": state})


def test_every_state_is_told_by_its_own_kind(team: Team) -> None:
    thread = opened(team)
    for state in ("in_progress", "wont_fix", "open", "resolved", "resolved"):
        put(team, thread, state)
    told = Event.objects.filter(thread=thread.pk, kind__startswith="thread.").order_by("pk")
    assert list(told.values_list("kind", flat=True)) == [
        "thread.opened",
        "thread.begun",
        "thread.declined",
        "thread.reopened",
        "thread.resolved",
    ]
    with pytest.raises(Invalid):
        put(team, thread, "unsettled")


def test_what_is_in_progress_still_waits_and_what_is_not_mended_does_not(team: Team) -> None:
    for number, state in enumerate(("open", "in_progress", "resolved", "wont_fix")):
        assert remembered(team)[None] == 0
        assert remembered(team)[team.editor.pk] == min(number, 2)
        thread = put(team, opened(team), state)
        changes = {"assignee": team.editor}
        change_thread(actor=team.reviewer, thread=thread, version=thread.version, changes=changes)  # type: ignore[arg-type]
    assert open_counts([team.work.pk]) == {team.work.pk: 2}
    assert open_counts_by_passage(team.work) == {passage_of(team.work).pk: 2}
    assert remembered(team) == {team.editor.pk: 2}
    found = find_threads(team.reader, ThreadFilter(state=UNSETTLED))
    assert [one.state for one in found] == ["open", "in_progress"]
    assert [one.state for one in find_threads(team.reader, ThreadFilter(state="open"))] == ["open"]


def test_a_reply_may_close_without_a_change(team: Team) -> None:
    thread = opened(team)
    reply_and_settle(actor=team.reviewer, thread=thread, body="The original has it.", state="wont_fix")
    assert Thread.objects.get().state == "wont_fix"
    with pytest.raises(Invalid):
        reply_and_settle(actor=team.reviewer, thread=thread, body="x", state="done")
    assert thread.comments.count() == 2


def test_a_thread_that_was_closed_without_a_change_stays_so_when_its_words_are_deleted(team: Team) -> None:
    thread = put(team, opened(team), "wont_fix")
    comment = thread.comments.get()
    delete_comment(actor=team.reviewer, comment=comment, version=comment.version)
    assert Thread.objects.get().state == "wont_fix"
