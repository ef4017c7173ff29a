"""Which discussions `threads/` lists and in what order: what the pages' queue finds, a script finds."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.api.conftest import places
from tests.conftest import Team
from tests.factories import make_check, make_work, passage_of, variant_of
from workbench.corpus.models import Check
from workbench.review.actions import open_thread, reply
from workbench.review.anchoring import AnchorRequest
from workbench.review.filters import ORDERS, ThreadFilter, find_threads
from workbench.review.models import Comment, Thread

ORDERS_ASKED = [
    ("", ["general", "answered", "grave", "suggested", "orphaned"]),
    ("?order=opened", ["general", "answered", "grave", "suggested", "orphaned"]),
    ("?order=place", ["general", "suggested", "orphaned", "answered", "grave"]),
    ("?order=severity", ["grave", "suggested", "general", "orphaned", "answered"]),
    ("?order=newest", ["general", "answered", "grave", "suggested", "orphaned"]),
    ("?order=oldest", ["orphaned", "suggested", "grave", "answered", "general"]),
]
FILTERS = [
    ("waiting=suggestion", ["suggested"]),
    ("waiting=orphan", ["orphaned"]),
    ("waiting=answer", ["general", "grave", "suggested", "orphaned"]),
    ("translation={A}", ["suggested", "orphaned"]),
    ("translation={B}", ["answered", "grave", "suggested"]),
    ("translation=0", []),
    ("translation=A", ["suggested", "orphaned"]),
    ("translation=a", []),
    ("translation=99999999999999999999", []),
    ("passage={1}", ["general", "suggested", "orphaned"]),
    ("severity=critical&translation={B}", ["grave"]),
    ("waiting=answer&translation={B}&order=severity", ["grave", "suggested"]),
    ("orphaned=true", ["orphaned"]),
    ("orphaned=false", ["general", "answered", "grave", "suggested"]),
    ("unanswered=true", ["general", "grave", "suggested", "orphaned"]),
    ("unanswered=false", ["answered"]),
    ("mentions=me", ["grave"]),
    ("mentions=me&unanswered=false", []),
    ("check=any", ["answered", "grave"]),
    ("check=number", ["grave"]),
    ("check=name", ["answered"]),
    ("check=length", []),
    ("q=ÜBER", ["answered"]),
    ("q=u\u0308ber%20die", ["answered"]),
    ("q=%25", []),
    ("since={yesterday}", ["general"]),
    ("since={yesterday}&q=general&orphaned=false", ["general"]),
    ("assignee=none&waiting=suggestion", ["suggested"]),
    ("assignee=", []),
    ("author=&order=severity", []),
]


@pytest.fixture
def threads(team: Team) -> dict[str, Thread]:
    """Return five threads by name, opened in this order, the later the longer ago changed."""

    def opened(body: str, reference: str = "1", *sigla: str, **more: Any) -> Thread:
        anchors = [AnchorRequest(variant_of(team.work, reference, one), start=0, end=3) for one in sigla]
        passage = passage_of(team.work, reference)
        return open_thread(actor=team.reviewer, passage=passage, body=body, anchors=anchors, **more)

    found = [
        opened("general"),
        opened("answered", "2", "B"),
        opened("grave", "2", "B", severity="critical"),
        opened("suggested", "1", "A", "B", severity="minor", suggestion="A"),
        opened("orphaned", "1", "A"),
    ]
    reply(actor=team.editor, thread=found[1], body="Indeed, über\n  die Katze.")
    reply(actor=team.reviewer, thread=found[2], body="What does @reader say?")
    for days, thread in enumerate(found):
        Thread.objects.filter(pk=thread.pk).update(updated_at=timezone.now() - timedelta(days=days))
    found[4].anchors.update(state="orphaned")
    for kind, thread in (("name", found[1]), ("number", found[2])):
        Check.objects.filter(pk=make_check(team.work).pk).update(kind=kind, state="raised", thread=thread.pk)
    return dict(zip(("general", "answered", "grave", "suggested", "orphaned"), found, strict=True))


def listed(script: Any, query: str) -> list[str]:
    """Return the first words of the threads that are listed, page by page."""
    found, address = [], f"threads/{query}"
    while address:
        page = script.get(address)
        assert page.status_code == 200, page.json()
        found += [one["comments"][0]["body"] for one in page.json()["results"]]
        address = page.json()["next"]
    return found


@pytest.mark.parametrize(("query", "bodies"), ORDERS_ASKED)
def test_threads_come_in_the_order_asked_for(
    team: Team, script: Any, threads: Any, query: str, bodies: list[str]
) -> None:
    reader = script(team.reader)
    assert listed(reader, query) == bodies
    joint = "&" if query else "?"
    for size in (1, 2, 4):
        assert listed(reader, f"{query}{joint}page_size={size}") == bodies


@pytest.mark.parametrize(("query", "bodies"), FILTERS)
def test_a_filter_keeps_what_is_asked_for(team: Team, script: Any, threads: Any, query: str, bodies: list[str]) -> None:
    ids = {one.siglum: one.pk for one in team.work.translations.all()}
    query = query.replace("{1}", str(passage_of(team.work).pk))
    query = query.replace("{yesterday}", (timezone.now() - timedelta(hours=12)).strftime("%Y-%m-%dT%H:%M:%SZ"))
    for siglum, pk in ids.items():
        query = query.replace(f"{{{siglum}}}", str(pk))
    assert listed(script(team.reader), f"?{query}") == bodies
    assert listed(script(team.reader), f"?{query}&page_size=1") == bodies


@pytest.mark.parametrize("order", ORDERS)
def test_every_order_holds_each_thread_once_where_many_are_alike(team: Team, script: Any, order: str) -> None:
    for number in range(7):
        open_thread(actor=team.owner, passage=passage_of(team.work, "12"[number % 2]), body=str(number))
    Thread.objects.update(created_at=timezone.now(), updated_at=timezone.now())
    whole = listed(script(team.reader), f"?order={order}")
    assert sorted(whole) == list("0123456")
    assert listed(script(team.reader), f"?order={order}&page_size=3") == whole


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("waiting=rain", "waiting"),
        ("order=", "order"),
        ("translation=", "translation"),
        ("orphaned=yes", "orphaned"),
        ("mentions=anna", "mentions"),
    ],
)
def test_what_no_filter_knows_is_refused(team: Team, script: Any, query: str, place: str) -> None:
    refused = script(team.reader).get(f"threads/?{query}")
    assert (refused.status_code, refused.json()["code"]) == (400, "bad_parameter")
    assert [name for name, _ in places(refused)] == [place]


def test_a_cursor_holds_for_one_order(team: Team, script: Any, threads: Any) -> None:
    address = script(team.reader).get("threads/?page_size=1&order=newest").json()["next"]
    refused = script(team.reader).get(address.replace("newest", "oldest"))
    assert (refused.status_code, refused.json()["code"]) == (400, "bad_cursor")


@pytest.mark.parametrize("query", ["?waiting=answer", "?order=severity", "?order=place", "?translation={A}"])
def test_a_stranger_finds_nothing(team: Team, script: Any, threads: Any, query: str) -> None:
    query = query.replace("{A}", str(variant_of(team.work, "1", "A").translation_id))
    assert len(listed(script(team.reader), query)) > 1
    for stranger in (team.outsider, team.former):
        assert listed(script(stranger), query) == []


def test_the_script_finds_what_the_pages_find(team: Team, script: Any, threads: Any) -> None:
    for order in ORDERS:
        for waiting in ("", "suggestion", "orphan", "answer"):
            wanted = find_threads(team.reader, ThreadFilter(work=team.work, waiting=waiting, order=order))
            query = f"?work=a-small-work&order={order}" + (f"&waiting={waiting}" if waiting else "")
            answer = script(team.reader).get(f"threads/{query}").json()
            assert [one["id"] for one in answer["results"]] == [thread.pk for thread in wanted]


def test_a_filtered_list_takes_as_many_queries_for_thirty_threads_as_for_one(team: Team, script: Any) -> None:
    variant, reader = variant_of(team.work, "1", "A"), script(team.reader)
    make_work(team.owner, team.workspace, {"A": ["a"], "B": ["b"]}, title="Other")
    for number in range(31):
        anchors = [AnchorRequest(variant, quote="mat")]
        open_thread(actor=team.owner, passage=variant.passage, body="b", anchors=anchors, suggestion=f"rug {number}")
    reader.get("me/")
    counts = set()
    for size in (1, 30):
        asked = f"threads/?waiting=answer&translation={variant.translation_id}&order=severity&page_size={size}"
        with CaptureQueriesContext(connection) as queries:
            assert len(reader.get(asked).json()["results"]) == size
        counts.add(len(queries))
    assert len(counts) == 1


@pytest.mark.parametrize("words", ["", "%20", "a%0Ab"])
def test_a_search_for_no_words_is_refused(team: Team, script: Any, words: str) -> None:
    assert script(team.reader).get(f"threads/?q={words}").status_code in (400, 422)


def test_four_hundred_threads_take_as_many_queries_as_one(team: Team, script: Any) -> None:
    reader, asked = script(team.reader), []
    query = "threads/?q=why&unanswered=true&orphaned=false&state=unsettled&order=severity&page_size=200"
    reader.get(query)  # what is found out once for all
    for number in (1, 29, 370):
        threads = Thread.objects.bulk_create(_thread(team) for _ in range(number))
        Comment.objects.bulk_create(_comment(thread) for thread in threads)
        with CaptureQueriesContext(connection) as queries:
            found = reader.get(query).json()["results"]
        asked.append(len(queries))
    assert len(found) == 200
    assert asked[0] == asked[1] == asked[2]


def _thread(team: Team) -> Thread:
    moment = timezone.now()
    columns = {"workspace": team.workspace, "work": team.work, "passage": passage_of(team.work)}
    return Thread(**columns, created_by=team.reviewer, created_at=moment, updated_at=moment)


def _comment(thread: Thread) -> Comment:
    words = {"body": "Why so?", "folded": "why so?"}
    return Comment(
        workspace_id=thread.workspace_id, thread=thread, author=thread.created_by, created_at=thread.created_at, **words
    )
