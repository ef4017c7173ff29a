"""Who is told of what, by inbox and by mail."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.conftest import Team
from tests.factories import passage_of, shown, variant_of
from workbench.accounts.errors import Invalid, NotAllowed
from workbench.accounts.models import Membership, User
from workbench.journal.models import Event
from workbench.notices.actions import choose_pace, follow, mute, read_notices, stop_mail
from workbench.notices.acts import read_acts
from workbench.notices.mailing import send_due
from workbench.notices.models import MailWish
from workbench.notices.queries import count_unread, find_notices, is_followed, read_notices_page
from workbench.review.actions import (
    accept_suggestion,
    change_thread,
    edit_comment,
    open_thread,
    reply,
    reply_and_settle,
    undo_acceptance,
)
from workbench.review.anchoring import AnchorRequest
from workbench.review.models import Thread


@pytest.fixture
def thread(team: Team) -> Thread:
    return open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Hm.")


def told(user: User) -> list[str]:
    return [f"{event.actor} {event.kind}" for event in find_notices(user)]


def test_who_opened_a_discussion_is_told_of_the_answer_and_others_are_not(team: Team, thread: Thread) -> None:
    reply(actor=team.editor, thread=thread, body="So?")
    assert told(team.reviewer) == ["editor comment.added"]
    assert told(team.owner) == []
    assert told(team.editor) == []


def test_who_answered_is_told_of_what_follows(team: Team, thread: Thread) -> None:
    reply(actor=team.editor, thread=thread, body="So?")
    reply(actor=team.reviewer, thread=thread, body="So.")
    assert told(team.editor)[0] == "reviewer comment.added"


def test_who_is_assigned_is_told(team: Team, thread: Thread) -> None:
    change_thread(actor=team.reviewer, thread=thread, version=thread.version, changes={"assignee": team.owner})
    assert "reviewer thread.assigned" in told(team.owner)


def test_who_is_spoken_to_is_told_of_what_follows_and_not_of_what_was_before(team: Team, thread: Thread) -> None:
    reply(actor=team.editor, thread=thread, body="So?")
    assert (told(team.reader), is_followed(team.reader, thread)) == ([], False)
    reply(actor=team.editor, thread=thread, body="@reader knows.")
    reply(actor=team.reviewer, thread=thread, body="Does she?")
    assert told(team.reader) == ["reviewer comment.added", "editor comment.mentioned"]
    assert is_followed(team.reader, thread)
    mute(actor=team.reader, subject=thread)
    assert (told(team.reader), is_followed(team.reader, thread)) == ([], False)


def test_who_follows_a_work_is_told_of_all_its_discussions_from_then_on(team: Team, thread: Thread) -> None:
    follow(actor=team.reader, subject=team.work)
    assert told(team.reader) == []
    reply(actor=team.editor, thread=thread, body="So?")
    open_thread(actor=team.reviewer, passage=passage_of(team.work), body="And?")
    assert told(team.reader) == ["reviewer comment.added", "editor comment.added"]


def said(user: User) -> list[list[str]]:
    """Return all that each entry tells, newest first."""
    notices = list(find_notices(user))
    acts = read_acts(notices)
    return [[event.kind for event in acts[notice.pk]] for notice in notices]


def discuss(team: Team, body: str = "@reader, so?") -> Thread:
    words = AnchorRequest(variant_of(team.work, "1", "A"), quote="sat")
    return open_thread(actor=team.reviewer, passage=passage_of(team.work), body=body, anchors=[words], suggestion="lay")


def test_one_thing_is_one_entry_however_many_events_it_has(team: Team) -> None:
    follow(actor=team.reader, subject=team.work)
    thread = discuss(team)
    assert told(team.reader) == ["reviewer comment.mentioned"]
    assert said(team.reader) == [["thread.opened", "comment.mentioned", "suggestion.made"]]
    reply_and_settle(actor=team.editor, thread=thread, body="@reader: no.")
    assert (told(team.reader)[0], len(told(team.reader))) == ("editor comment.mentioned", 2)
    assert said(team.reader)[0] == ["comment.mentioned", "thread.resolved"]
    assert said(team.reviewer) == [["comment.added", "thread.resolved"]]
    assert count_unread(team.reader) == 2


def test_what_is_decided_is_one_entry_and_so_is_what_is_taken_back(team: Team) -> None:
    thread = discuss(team, "")
    accept_suggestion(actor=team.editor, thread=thread, **shown(thread))
    assert "suggestion.accepted" in said(team.reviewer)[0]
    assert "thread.resolved" in said(team.reviewer)[0]
    undo_acceptance(actor=team.editor, thread=thread, **shown(thread))
    decided = [entry for entry in told(team.reviewer) if "anchor" not in entry]
    assert decided == ["editor suggestion.undone", "editor suggestion.accepted"]


def test_what_is_changed_together_is_told_together(team: Team, thread: Thread) -> None:
    changes = {"assignee": team.owner, "severity": "major", "labels": ["later"], "state": "in_progress"}
    change_thread(actor=team.reviewer, thread=thread, version=thread.version, changes=changes)  # type: ignore[arg-type]
    assert [len(entry) for entry in said(team.owner)] == [4, 1]


def test_an_edit_that_speaks_to_somebody_is_told_once(team: Team, thread: Thread) -> None:
    follow(actor=team.reader, subject=thread)
    comment = thread.comments.get()
    edit_comment(actor=team.reviewer, comment=comment, version=comment.version, body="@reader?")
    assert told(team.reader) == ["reviewer comment.mentioned", "reviewer comment.added"]
    assert said(team.reader)[0] == ["comment.mentioned", "comment.edited"][::-1]


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let few events be looked at at a time."""
    for name, few in {"_WINDOW": 9, "_SHARED": 1, "_LEAST": 7, "_ACT": 2}.items():
        monkeypatch.setattr(f"workbench.notices.finding.{name}", few)


def page_by_page(user: User, size: int = 3, after: dict[int, int] | None = None) -> list[int]:
    """Return all that is told, read to the end."""
    found, before = read_notices_page(user, size=size, after=after)
    while before is not None:
        more, before = read_notices_page(user, size=size, after=after, before=before)
        found += more
    return [event.pk for event in found]


def talk(team: Team) -> list[Thread]:
    """Make discussions in which something happens by turns."""
    threads = [discuss(team, f"{number}") for number in range(4)]
    for number in range(12):
        reply_and_settle(actor=team.editor, thread=threads[number % 4], body=f"@owner: {number}.")
        reply(actor=team.owner, thread=threads[number % 3], body=f"{number}")
    return threads


@pytest.mark.parametrize("who", ["reviewer", "reader", "owner"])
def test_whatever_was_told_long_ago_is_on_a_later_page(
    team: Team, who: str, narrow: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = getattr(team, who)
    follow(actor=team.reader, subject=team.work)
    talk(team)
    read = page_by_page(user)
    monkeypatch.undo()
    assert read == [event.pk for event in find_notices(user)]
    assert len(read) > 9


def test_what_is_not_read_is_found_below_what_was_read_elsewhere(team: Team, narrow: None) -> None:
    threads = talk(team)
    last = Event.objects.filter(workspace=team.workspace).order_by("-cursor")[0]
    marks = {team.workspace.pk: (last.cursor or 0) - 12}
    late = [event.pk for event in find_notices(team.reviewer) if (event.cursor or 0) > marks[team.workspace.pk]]
    assert page_by_page(team.reviewer, after=marks)[: len(late)] == late
    assert set(page_by_page(team.reviewer, after=marks)) <= set(page_by_page(team.reviewer))
    assert threads


def test_a_muted_discussion_is_silent_and_a_followed_one_speaks_again(team: Team, thread: Thread) -> None:
    reply(actor=team.editor, thread=thread, body="So?")
    mute(actor=team.reviewer, subject=thread)
    assert (told(team.reviewer), is_followed(team.reviewer, thread)) == ([], False)
    follow(actor=team.reviewer, subject=thread)
    assert (told(team.reviewer), is_followed(team.reviewer, thread)) == (["editor comment.added"], True)


def test_who_may_not_read_any_more_is_not_told(team: Team, thread: Thread) -> None:
    reply(actor=team.editor, thread=thread, body="So?")
    Membership.objects.filter(user=team.reviewer).delete()
    assert told(team.reviewer) == []
    with pytest.raises(NotAllowed):
        follow(actor=team.outsider, subject=thread)


def test_what_was_read_is_new_no_more_and_reading_never_goes_back(team: Team, thread: Thread) -> None:
    reply(actor=team.editor, thread=thread, body="So?")
    assert count_unread(team.reviewer) == 1
    last = Event.objects.filter(workspace=team.workspace).order_by("cursor").values_list("cursor", flat=True).last()
    read_notices(actor=team.reviewer, workspace=team.workspace, cursor=last or 0)
    read_notices(actor=team.reviewer, workspace=team.workspace, cursor=1)
    assert count_unread(team.reviewer) == 0
    reply(actor=team.editor, thread=thread, body="And?")
    assert count_unread(team.reviewer) == 1


def test_thirty_notices_take_as_many_queries_as_one(team: Team, thread: Thread) -> None:
    counts = []
    for more in (1, 29):
        for number in range(more):
            reply(actor=team.editor, thread=thread, body=f"{number}")
        with CaptureQueriesContext(connection) as queries:
            assert len(told(team.reviewer)) >= more
        counts.append(len(queries))
    assert counts == [12, 12]


def with_mail(user: User, pace: str) -> MailWish:
    user.email = f"{user.username}@example.org"
    user.save()
    return choose_pace(actor=user, pace=pace)


def test_mail_tells_once_and_how_to_stop_it(team: Team, thread: Thread, mailoutbox: list[mail.EmailMessage]) -> None:
    wish = with_mail(team.reviewer, "at_once")
    reply(actor=team.editor, thread=thread, body="So?")
    now = timezone.now()
    assert [send_due(now=now), send_due(now=now)] == [1, 0]
    (letter,) = mailoutbox
    assert letter.to == ["reviewer@example.org"]
    assert "editor commented (A small work, 1)\n" in letter.body
    assert f"/threads/{thread.pk}/" in letter.body
    assert letter.extra_headers["List-Unsubscribe"].endswith(f"/mail/stop/{wish.secret}/>")
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert stop_mail(secret=wish.secret)
    reply(actor=team.editor, thread=thread, body="And?")
    assert send_due(now=now) == 0


def test_a_digest_comes_once_a_day(team: Team, thread: Thread, mailoutbox: list[mail.EmailMessage]) -> None:
    with_mail(team.reviewer, "daily")
    now = timezone.now()
    sent = []
    for hours in (0, 1, 25):
        reply(actor=team.editor, thread=thread, body=f"{hours}")
        sent.append(send_due(now=now + timedelta(hours=hours)))
    assert sent == [1, 0, 1]
    assert mailoutbox[1].body.count("editor commented") == 2


def test_a_letter_that_cannot_hold_all_says_so(team: Team, thread: Thread, mailoutbox: list[mail.EmailMessage]) -> None:
    with_mail(team.reviewer, "daily")
    for number in range(51):
        reply(actor=team.editor, thread=thread, body=f"{number}")
    assert send_due(now=timezone.now()) == 1
    assert mailoutbox[0].body.startswith("Before that more happened")
    assert mailoutbox[0].body.count("editor commented") == 50


def test_no_mail_goes_to_who_may_not_read_any_more(team: Team, thread: Thread) -> None:
    with_mail(team.reviewer, "at_once")
    reply(actor=team.editor, thread=thread, body="So?")
    Membership.objects.filter(user=team.reviewer).delete()
    assert send_due(now=timezone.now()) == 0


def test_what_was_read_is_not_mailed(team: Team, thread: Thread) -> None:
    with_mail(team.reviewer, "at_once")
    reply(actor=team.editor, thread=thread, body="So?")
    last = Event.objects.filter(workspace=team.workspace).order_by("cursor").values_list("cursor", flat=True).last()
    read_notices(actor=team.reviewer, workspace=team.workspace, cursor=last or 0)
    assert send_due(now=timezone.now()) == 0


@pytest.mark.parametrize("pace", ["hourly", "daily"])
def test_mail_wants_a_known_pace_and_a_confirmed_address(team: Team, pace: str) -> None:
    with pytest.raises(Invalid):
        choose_pace(actor=team.reader, pace=pace)
