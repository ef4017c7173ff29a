"""What changed since somebody's last visit."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.conftest import Room
from tests.factories import make_work, passage_of
from workbench.accounts.errors import Invalid, NotAllowed
from workbench.accounts.models import Membership
from workbench.corpus.memory import states_of, with_state
from workbench.corpus.models import Work
from workbench.journal.models import Event
from workbench.notices.actions import note_visit
from workbench.notices.models import Visit
from workbench.notices.news import news_among, news_counts, remembered_news
from workbench.review.actions import open_thread, reply
from workbench.review.models import Thread


@pytest.fixture
def thread(room: Room) -> Thread:
    return open_thread(actor=room.reviewer, passage=passage_of(room.work), body="Hm.")


def last_cursor() -> int:
    cursor = Event.objects.filter(workspace__slug="room").order_by("-cursor").values_list("cursor", flat=True).first()
    assert cursor is not None
    return cursor


def visit(room: Room) -> Visit:
    return note_visit(actor=room.reader, work=room.work, cursor=last_cursor())


def news(room: Room) -> tuple[set[int], dict[int, int]]:
    """Return the news, also counted; what is remembered of the counts must say the same at any time."""
    now = timezone.now()
    counts = news_counts(room.reader, now=now)
    states = states_of(with_state(Work.objects.visible_to(room.reader)))
    assert remembered_news(room.reader, states, now=now) == counts
    return news_among(room.reader, Thread.objects.all(), now=now), counts


def away(room: Room) -> None:
    """Let half an hour go by."""
    Visit.objects.filter(user=room.reader).update(at=timezone.now() - timedelta(minutes=31))


def test_who_never_came_has_no_news(room: Room, thread: Thread) -> None:
    assert news(room) == (set(), {})


def test_what_others_touched_since_is_new(room: Room, thread: Thread) -> None:
    visit(room)
    assert news(room) == (set(), {room.work.pk: 0})
    reply(actor=room.editor, thread=thread, body="So?")
    assert news(room) == ({thread.pk}, {room.work.pk: 1})


def test_it_stays_new_until_the_visit_is_over(room: Room, thread: Thread) -> None:
    visit(room)
    away(room)
    reply(actor=room.editor, thread=thread, body="So?")
    visit(room)
    assert news(room) == ({thread.pk}, {room.work.pk: 1})
    away(room)
    assert news(room) == (set(), {room.work.pk: 0})


def test_ones_own_deeds_are_no_news(room: Room, thread: Thread) -> None:
    note_visit(actor=room.reviewer, work=room.work, cursor=last_cursor())
    reply(actor=room.reviewer, thread=thread, body="So.")
    assert news_among(room.reviewer, [thread], now=timezone.now()) == set()


def test_who_left_is_told_nothing_and_cannot_visit(room: Room, thread: Thread) -> None:
    visit(room)
    reply(actor=room.editor, thread=thread, body="So?")
    Membership.objects.filter(user=room.reader).delete()
    assert news(room) == (set(), {})
    with pytest.raises(NotAllowed):
        visit(room)


def test_seeing_never_goes_back(room: Room, thread: Thread) -> None:
    seen = visit(room).seen_to
    assert note_visit(actor=room.reader, work=room.work, cursor=1).seen_to == seen
    with pytest.raises(Invalid):
        note_visit(actor=room.reader, work=room.work, cursor=-1)


def test_counting_takes_one_query_for_any_number_of_works(room: Room) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            news_counts(room.reader, now=timezone.now())
        return len(queries)

    visit(room)
    before = asked()
    for number in range(5):
        work = make_work(room.owner, room.workspace, title=str(number))
        note_visit(actor=room.reader, work=work, cursor=last_cursor())
    assert asked() == before == 1


def test_library_work_margin_and_queue_mark_what_is_new(client: Client, room: Room, thread: Thread) -> None:
    client.force_login(room.reader)
    pages = [
        "/",
        "/works/room/a-small-work/",
        "/works/room/a-small-work/compare/",
        "/review/",
        f"/threads/{thread.pk}/",
    ]
    assert [b"badge new" in client.get(page).content for page in pages] == [False] * 5
    assert client.post("/works/room/a-small-work/seen/", {"cursor": last_cursor()}).status_code == 204
    reply(actor=room.editor, thread=thread, body="So?")
    assert [b"badge new" in client.get(page).content for page in pages] == [True] * 5


def test_reading_a_page_writes_no_visit(client: Client, room: Room, thread: Thread) -> None:
    client.force_login(room.reader)
    client.get("/works/room/a-small-work/compare/")
    assert not Visit.objects.exists()
