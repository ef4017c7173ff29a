"""The log through the API."""

from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import make_workspace, passage_of
from workbench.corpus.models import Work
from workbench.review.actions import change_thread, open_thread


def kinds(answer: Any) -> list[str]:
    return [event["kind"] for event in answer.json()["results"]]


def test_who_resolved_a_thread_is_read_from_the_log(team: Any, script: Any) -> None:
    thread = open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Hm.")
    change_thread(actor=team.editor, thread=thread, version=thread.version, changes={"state": "resolved"})
    answer = script(team.reader).get(f"events/?thread={thread.pk}&kind=thread.resolved")
    (event,) = answer.json()["results"]
    assert (event["actor"]["username"], event["before"], event["after"]) == (
        "editor",
        {"state": "open"},
        {"state": "resolved"},
    )
    assert (event["thread"], event["subject"], event["work"]) == (thread.pk, thread.pk, team.work.pk)


def test_a_script_follows_a_workspace_and_misses_nothing(team: Any, script: Any) -> None:
    reader = script(team.reader)
    seen = reader.get("events/?workspace=room&page_size=200").json()["results"]
    assert [event["cursor"] for event in seen] == list(range(1, len(seen) + 1))
    open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Hm.")
    later = reader.get(f"events/?workspace=room&after={seen[-1]['cursor']}")
    assert kinds(later) == ["thread.opened", "comment.added"]


def test_events_are_filtered(team: Any, script: Any) -> None:
    reader = script(team.reader)
    assert set(kinds(reader.get("events/?work=a-small-work&kind=passage.added,variant.entered"))) == {
        "passage.added",
        "variant.entered",
    }
    assert kinds(reader.get("events/?actor=editor")) == []
    assert kinds(reader.get("events/?work=nothing")) == []


def test_what_makes_no_sense_is_refused(team: Any, script: Any) -> None:
    reader = script(team.reader)
    for query in ("after=3", "kind=thread.exploded", "after=-1&work=a-small-work", "since=now"):
        assert reader.get(f"events/?{query}").status_code == 400


def test_outsiders_read_nothing_of_the_team(team: Any, script: Any) -> None:
    for person in (team.outsider, team.former):
        answer = script(person).get(f"events/?passage={passage_of(team.work).pk}")
        assert (answer.status_code, answer.json()["results"]) == (200, [])


def test_the_number_of_queries_does_not_grow_with_the_events(
    team: Any, script: Any, django_assert_num_queries: Any
) -> None:
    reader = script(team.reader)
    make_workspace(team.reader, "own")
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
