"""What concerns the person who asks, in the API."""

from typing import Any

from tests.factories import passage_of
from workbench.review.actions import open_thread, reply


def test_what_others_did_is_listed_until_it_was_read(team: Any, script: Any) -> None:
    thread = open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Hm.")
    reply(actor=team.editor, thread=thread, body="So?")
    reviewer = script(team.reviewer)
    (row,) = reviewer.get("notifications/?unread=true").json()["results"]
    assert (row["kind"], row["actor"]["username"], row["thread"]) == ("comment.added", "editor", thread.pk)
    read = reviewer.post("notifications/read/", {"workspace": "room", "cursor": row["cursor"]})
    assert (read.status_code, read.json()) == (200, {"unread": 0})
    assert reviewer.get("notifications/?unread=true").json()["results"] == []
    assert len(reviewer.get("notifications/").json()["results"]) == 1


def test_an_outsider_is_told_nothing(team: Any, script: Any) -> None:
    thread = open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Hm.")
    reply(actor=team.editor, thread=thread, body="So?")
    outsider = script(team.outsider)
    assert outsider.get("notifications/").json()["results"] == []
    assert outsider.post("notifications/read/", {"workspace": "room", "cursor": 1}).status_code == 422
