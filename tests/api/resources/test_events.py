"""The log through the API."""

from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import make_workspace, passage_of
from workbench.corpus.models import Work
from workbench.review.actions import change_thread, open_thread


def kinds(answer: Any) -> list[str]:
    return [event["kind"] for event in answer.json()["results"]]


def test_who_resolved_a_thread_is_read_from_the_log(room: Any, script: Any) -> None:
    thread = open_thread(actor=room.reviewer, passage=passage_of(room.work), body="Hm.")
    change_thread(actor=room.editor, thread=thread, version=thread.version, changes={"state": "resolved"})
    answer = script(room.reader).get(f"events/?thread={thread.pk}&kind=thread.resolved")
    (event,) = answer.json()["results"]
    assert (event["actor"]["username"], event["before"], event["after"]) == (
        "editor",
        {"state": "open"},
        {"state": "resolved"},
    )
    assert (event["thread"], event["subject"], event["work"]) == (thread.pk, thread.pk, room.work.pk)


def test_a_script_follows_a_workspace_and_misses_nothing(room: Any, script: Any) -> None:
    reader = script(room.reader)
    seen = reader.get("events/?workspace=room&page_size=200").json()["results"]
    assert [event["cursor"] for event in seen] == list(range(1, len(seen) + 1))
    open_thread(actor=room.reviewer, passage=passage_of(room.work), body="Hm.")
    later = reader.get(f"events/?workspace=room&after={seen[-1]['cursor']}")
    assert kinds(later) == ["thread.opened", "comment.added"]


def test_events_are_filtered(room: Any, script: Any) -> None:
    reader = script(room.reader)
    assert set(kinds(reader.get("events/?work=a-small-work&kind=passage.added,variant.entered"))) == {
        "passage.added",
        "variant.entered",
    }
    assert kinds(reader.get("events/?actor=editor")) == []
    assert kinds(reader.get("events/?work=nothing")) == []


def test_what_makes_no_sense_is_refused(room: Any, script: Any) -> None:
    reader = script(room.reader)
    for query in ("after=3", "kind=thread.exploded", "after=-1&work=a-small-work", "since=now"):
        assert reader.get(f"events/?{query}").status_code == 400


def test_outsiders_read_nothing_of_the_room(room: Any, script: Any) -> None:
    for person in (room.outsider, room.former):
        answer = script(person).get(f"events/?passage={passage_of(room.work).pk}")
        assert (answer.status_code, answer.json()["results"]) == (200, [])


def test_the_number_of_queries_does_not_grow_with_the_events(
    room: Any, script: Any, django_assert_num_queries: Any
) -> None:
    reader = script(room.reader)
    make_workspace(room.reader, "own")
    few = "events/?workspace=own"
    many = "events/?workspace=room"
    assert len(kinds(reader.get(few))) == 1
    assert len(kinds(reader.get(many))) > 5
    with django_assert_num_queries(_queries(reader, few)):
        reader.get(many)
    assert Work.objects.count() == 1


def _queries(reader: Any, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        reader.get(address)
    return len(captured)
