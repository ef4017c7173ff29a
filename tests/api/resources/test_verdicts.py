"""Verdicts, by a script."""

from typing import Any

from tests.api.conftest import places
from tests.conftest import Room
from tests.factories import variant_of
from workbench.review.actions import revise_variant

APPROVED = {"verdict": "approved", "revision": 1, "note": "Well put."}


def address(room: Room) -> str:
    return f"variants/{variant_of(room.work, '1', 'A').pk}/verdicts/"


def test_a_verdict_is_given_and_listed(script: Any, room: Room) -> None:
    given = script(room.reviewer, "comment").post(address(room), APPROVED)
    assert given.status_code == 200
    assert given.json() == {
        "id": given.json()["id"],
        "workspace": "room",
        "variant": variant_of(room.work, "1", "A").pk,
        "reviewer": {"username": "reviewer", "name": "reviewer", "attributed_to": ""},
        "verdict": "approved",
        "revision": 1,
        "is_stale": False,
        "note": "Well put.",
        "given_at": given.json()["given_at"],
    }
    assert script(room.reader, "read").get(address(room)).json()["results"] == [given.json()]


def test_a_later_revision_makes_it_stale_and_closes_the_door_to_unseen_words(script: Any, room: Room) -> None:
    reviewer = script(room.reviewer)
    reviewer.post(address(room), APPROVED)
    variant = variant_of(room.work, "1", "A")
    revise_variant(actor=room.editor, variant=variant, version=1, text="The dog sat.")
    (row,) = reviewer.get(address(room)).json()["results"]
    assert (row["revision"], row["is_stale"]) == (1, True)
    refused = reviewer.post(address(room), APPROVED)
    assert (refused.status_code, refused.json()["code"]) == (412, "stale")
    assert (refused.json()["current"]["version"], refused.json()["current"]["text"]) == (2, "The dog sat.")


def test_a_verdict_is_withdrawn_and_twice_is_once(script: Any, room: Room) -> None:
    reviewer = script(room.reviewer, "comment")
    reviewer.post(address(room), APPROVED)
    assert [reviewer.delete(address(room)).status_code for _ in range(2)] == [204, 204]
    assert reviewer.get(address(room)).json()["results"] == []
    assert script(room.reader).delete(address(room)).status_code == 403


def test_what_is_no_verdict_is_refused_with_its_place(script: Any, room: Room) -> None:
    reviewer = script(room.reviewer)
    for body, place in (
        ({"verdict": "splendid", "revision": 1}, [("/verdict", "choice")]),
        ({"verdict": "seen"}, [("/revision", "required")]),
        ({"verdict": "seen", "revision": 7}, [("/revision", "unknown_revision")]),
    ):
        refused = reviewer.post(address(room), body)
        assert (refused.status_code in {400, 422}, places(refused)) == (True, place)


def test_a_decision_is_made_where_verdicts_differ_and_read(script: Any, room: Room) -> None:
    editor, decision = script(room.editor), address(room).replace("verdicts", "adjudication")
    script(room.reviewer).post(address(room), APPROVED)
    assert editor.get(decision).status_code == 404
    assert editor.post(decision, APPROVED).status_code == 409
    editor.post(address(room), {"verdict": "needs_work", "revision": 1})
    made = editor.post(decision, {"verdict": "needs_work", "revision": 1, "note": "No verb."})
    assert (made.status_code, made.json()["adjudicator"]["username"]) == (200, "editor")
    assert editor.get(decision).json() == made.json()


def test_readers_judge_nothing_and_a_token_needs_its_scope(script: Any, room: Room) -> None:
    assert script(room.reader).post(address(room), APPROVED).status_code == 403
    assert script(room.reviewer, "read").post(address(room), APPROVED).status_code == 403
    assert script(room.outsider).post(address(room), APPROVED).status_code == 404
