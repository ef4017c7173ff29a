"""Tokens for feeds, in the API."""

from typing import Any

from django.test import Client

FEED = "/works/room/a-small-work/feed.atom"


def test_a_feed_token_is_made_listed_and_revoked(team: Any, script: Any) -> None:
    reader = script(team.reader)
    made = reader.post("feed-tokens/", {"name": "My reader"})
    assert (made.status_code, made["Location"]) == (201, f"/api/v1/feed-tokens/{made.json()['id']}/")
    secret = made.json()["secret"]
    assert Client().get(FEED, {"token": secret}).status_code == 200
    (row,) = reader.get("feed-tokens/").json()["results"]
    assert (row["name"], row["hint"], "secret" in row) == ("My reader", secret[-4:], False)
    assert reader.delete(f"feed-tokens/{row['id']}/").status_code == 204
    assert Client().get(FEED, {"token": secret}).status_code == 404
    assert reader.get("feed-tokens/").json()["results"] == []


def test_a_repeated_answer_does_not_show_the_secret_again(team: Any, script: Any) -> None:
    reader = script(team.reader)
    first, again = (reader.post("feed-tokens/", {"name": "r"}, Idempotency_Key="once") for _ in range(2))
    assert (again.json()["id"], again.json()["secret"]) == (first.json()["id"], "")


def test_others_see_nothing_of_it_and_reading_alone_makes_none(team: Any, script: Any) -> None:
    made = script(team.reader).post("feed-tokens/", {"name": "r"}).json()
    assert script(team.owner).get(f"feed-tokens/{made['id']}/").status_code == 404
    assert script(team.owner).delete(f"feed-tokens/{made['id']}/").status_code == 404
    assert script(team.reader, "read").post("feed-tokens/", {"name": "r"}).status_code == 403


def test_a_token_of_scripts_is_no_feed_token(team: Any, script: Any) -> None:
    reader = script(team.reader)
    assert reader.get("feed-tokens/").json()["results"] == []
