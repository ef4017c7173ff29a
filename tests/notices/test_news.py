"""What changed since somebody's last visit."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.conftest import Team
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
def thread(team: Team) -> Thread:
    return open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Hm.")


def last_cursor() -> int:
    cursor = Event.objects.filter(workspace__slug="room").order_by("-cursor").values_list("cursor", flat=True).first()
    assert cursor is not None
    return cursor


def visit(team: Team) -> Visit:
    return note_visit(actor=team.reader, work=team.work, cursor=last_cursor())


def news(team: Team) -> tuple[set[int], dict[int, int]]:
    """Return the news, also counted; what is remembered of the counts must say the same at any time."""
    now = timezone.now()
    counts = news_counts(team.reader, now=now)
    states = states_of(with_state(Work.objects.visible_to(team.reader)))
    assert remembered_news(team.reader, states, now=now) == counts
    return news_among(team.reader, Thread.objects.all(), now=now), counts


def away(team: Team) -> None:
    """Let half an hour go by."""
    Visit.objects.filter(user=team.reader).update(at=timezone.now() - timedelta(minutes=31))


def test_who_never_came_has_no_news(team: Team, thread: Thread) -> None:
    assert news(team) == (set(), {})


def test_what_others_touched_since_is_new(team: Team, thread: Thread) -> None:
    visit(team)
    assert news(team) == (set(), {team.work.pk: 0})
    reply(actor=team.editor, thread=thread, body="So?")
    assert news(team) == ({thread.pk}, {team.work.pk: 1})


def test_it_stays_new_until_the_visit_is_over(team: Team, thread: Thread) -> None:
    visit(team)
    away(team)
    reply(actor=team.editor, thread=thread, body="So?")
    visit(team)
    assert news(team) == ({thread.pk}, {team.work.pk: 1})
    away(team)
    assert news(team) == (set(), {team.work.pk: 0})


def test_ones_own_deeds_are_no_news(team: Team, thread: Thread) -> None:
    note_visit(actor=team.reviewer, work=team.work, cursor=last_cursor())
    reply(actor=team.reviewer, thread=thread, body="So.")
    assert news_among(team.reviewer, [thread], now=timezone.now()) == set()


def test_who_left_is_told_nothing_and_cannot_visit(team: Team, thread: Thread) -> None:
    visit(team)
    reply(actor=team.editor, thread=thread, body="So?")
    Membership.objects.filter(user=team.reader).delete()
    assert news(team) == (set(), {})
    with pytest.raises(NotAllowed):
        visit(team)


def test_seeing_never_goes_back(team: Team, thread: Thread) -> None:
    seen = visit(team).seen_to
    assert note_visit(actor=team.reader, work=team.work, cursor=1).seen_to == seen
    with pytest.raises(Invalid):
        note_visit(actor=team.reader, work=team.work, cursor=-1)


def test_counting_takes_one_query_for_any_number_of_works(team: Team) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            news_counts(team.reader, now=timezone.now())
        return len(queries)

    visit(team)
    before = asked()
    for number in range(5):
        work = make_work(team.owner, team.workspace, title=str(number))
        note_visit(actor=team.reader, work=work, cursor=last_cursor())
    assert asked() == before == 1


def test_library_work_margin_and_queue_mark_what_is_new(client: Client, team: Team, thread: Thread) -> None:
    client.force_login(team.reader)
    pages = [
        "/",
        "/works/room/a-small-work/",
        "/works/room/a-small-work/compare/",
        "/review/",
        f"/threads/{thread.pk}/",
    ]
    assert [b"badge new" in client.get(page).content for page in pages] == [False] * 5
    assert client.post("/works/room/a-small-work/seen/", {"cursor": last_cursor()}).status_code == 204
    reply(actor=team.editor, thread=thread, body="So?")
    assert [b"badge new" in client.get(page).content for page in pages] == [True] * 5


def test_reading_a_page_writes_no_visit(client: Client, team: Team, thread: Thread) -> None:
    client.force_login(team.reader)
    client.get("/works/room/a-small-work/compare/")
    assert not Visit.objects.exists()
