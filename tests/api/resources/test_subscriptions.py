"""Following and muting, in the API."""

from typing import Any

from tests.factories import passage_of
from workbench.notices.queries import is_followed
from workbench.review.actions import open_thread


def test_a_work_is_followed_muted_and_neither(team: Any, script: Any) -> None:
    reader = script(team.reader)
    made = reader.post("subscriptions/", {"work": "a-small-work", "wish": "follow"})
    assert (made.status_code, made.json()["work"], made.json()["wish"]) == (201, "a-small-work", "follow")
    assert is_followed(team.reader, team.work)
    muted = reader.post("subscriptions/", {"work": "a-small-work", "workspace": "room", "wish": "mute"}).json()
    assert (muted["id"], muted["wish"]) == (made.json()["id"], "mute")
    assert reader.get("subscriptions/").json()["results"] == [muted]
    assert reader.delete(made["Location"]).status_code == 204
    assert not is_followed(team.reader, team.work)


def test_a_thread_is_muted_though_one_takes_part(team: Any, script: Any) -> None:
    thread = open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Hm.")
    made = script(team.reviewer).post("subscriptions/", {"thread": thread.pk, "wish": "mute"})
    assert (made.json()["thread"], is_followed(team.reviewer, thread)) == (thread.pk, False)
    assert script(team.reader).get(made["Location"]).status_code == 404
    script(team.reviewer).delete(made["Location"])
    assert is_followed(team.reviewer, thread)


def test_what_cannot_be_followed_is_refused(team: Any, script: Any) -> None:
    reader, outsider = script(team.reader), script(team.outsider)
    bodies: list[dict[str, object]] = [{}, {"work": "a-small-work", "thread": 1}, {"thread": 987654321}]
    answers = [reader.post("subscriptions/", {**body, "wish": "follow"}).status_code for body in bodies]
    assert answers == [422, 422, 422]
    assert outsider.post("subscriptions/", {"work": "a-small-work", "wish": "follow"}).status_code == 422
    assert reader.post("subscriptions/", {"work": "a-small-work", "wish": "love"}).status_code == 400
