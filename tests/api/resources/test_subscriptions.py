"""Following and muting, in the API."""

from typing import Any

from tests.factories import passage_of
from workbench.notices.queries import is_followed
from workbench.review.actions import open_thread


def test_a_work_is_followed_muted_and_neither(room: Any, script: Any) -> None:
    reader = script(room.reader)
    made = reader.post("subscriptions/", {"work": "a-small-work", "wish": "follow"})
    assert (made.status_code, made.json()["work"], made.json()["wish"]) == (201, "a-small-work", "follow")
    assert is_followed(room.reader, room.work)
    muted = reader.post("subscriptions/", {"work": "a-small-work", "workspace": "room", "wish": "mute"}).json()
    assert (muted["id"], muted["wish"]) == (made.json()["id"], "mute")
    assert reader.get("subscriptions/").json()["results"] == [muted]
    assert reader.delete(made["Location"]).status_code == 204
    assert not is_followed(room.reader, room.work)


def test_a_thread_is_muted_though_one_takes_part(room: Any, script: Any) -> None:
    thread = open_thread(actor=room.reviewer, passage=passage_of(room.work), body="Hm.")
    made = script(room.reviewer).post("subscriptions/", {"thread": thread.pk, "wish": "mute"})
    assert (made.json()["thread"], is_followed(room.reviewer, thread)) == (thread.pk, False)
    assert script(room.reader).get(made["Location"]).status_code == 404
    script(room.reviewer).delete(made["Location"])
    assert is_followed(room.reviewer, thread)


def test_what_cannot_be_followed_is_refused(room: Any, script: Any) -> None:
    reader, outsider = script(room.reader), script(room.outsider)
    bodies: list[dict[str, object]] = [{}, {"work": "a-small-work", "thread": 1}, {"thread": 987654321}]
    answers = [reader.post("subscriptions/", {**body, "wish": "follow"}).status_code for body in bodies]
    assert answers == [422, 422, 422]
    assert outsider.post("subscriptions/", {"work": "a-small-work", "wish": "follow"}).status_code == 422
    assert reader.post("subscriptions/", {"work": "a-small-work", "wish": "love"}).status_code == 400
