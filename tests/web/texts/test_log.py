"""What happened, on the pages."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.conftest import Team
from tests.factories import passage_of
from tests.web.markup import fold
from workbench.corpus.actions import edit_passage
from workbench.review.actions import change_thread, open_thread
from workbench.review.models import Thread

LOG = "/works/room/a-small-work/log/"


def read(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return fold(answer.content.decode())


@pytest.fixture
def thread(team: Team) -> Thread:
    thread = open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Hm.")
    changes = {"state": "resolved", "severity": "major", "assignee": team.editor}
    return change_thread(actor=team.editor, thread=thread, version=thread.version, changes=changes)  # type: ignore[arg-type]


def test_a_discussion_says_who_opened_and_who_closed_it(client: Client, team: Team, thread: Thread) -> None:
    client.force_login(team.reader)
    page = read(client, f"/threads/{thread.pk}/")
    assert '<span class="who">reviewer</span> opened the discussion' in page
    assert '<span class="who">editor</span> resolved the discussion' in page
    assert "(none → Major)" in page
    assert "(none → editor)" in page


def test_a_work_says_what_happened_newest_first(client: Client, team: Team, thread: Thread) -> None:
    client.force_login(team.reader)
    page = read(client, LOG)
    assert page.index("resolved the discussion") < page.index("opened the discussion") < page.index("made the work")
    assert f'href="/threads/{thread.pk}/"' in page


def test_earlier_things_are_a_page_further(client: Client, team: Team) -> None:
    passage = passage_of(team.work)
    for number in range(51):
        passage = edit_passage(
            actor=team.editor, passage=passage, version=passage.version, changes={"heading": f"Heading {number}"}
        )
    client.force_login(team.reader)
    newest = read(client, LOG)
    assert "made the work" not in newest
    older = newest.split('href="?before=')[1].split('"')[0]
    assert "made the work" in read(client, f"{LOG}?before={older}")


@pytest.mark.parametrize("query", ["before=", "before=x", "before=-1", "after=1"])
def test_what_makes_no_sense_is_refused(client: Client, team: Team, query: str) -> None:
    client.force_login(team.reader)
    assert client.get(f"{LOG}?{query}").status_code == 400


def test_the_number_of_queries_does_not_grow(client: Client, team: Team) -> None:
    client.force_login(team.reader)
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as captured:
            read(client, LOG)
        counts.append(len(captured))
        for number in range(30):
            open_thread(actor=team.reviewer, passage=passage_of(team.work), body=f"{number}")
    assert counts[0] == counts[1]
