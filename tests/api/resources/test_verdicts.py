"""Verdicts, by a script."""

from typing import Any

from tests.api.conftest import places
from tests.conftest import Team
from tests.factories import variant_of
from workbench.review.actions import revise_variant

APPROVED = {"verdict": "approved", "revision": 1, "note": "Well put."}


def address(team: Team) -> str:
    return f"variants/{variant_of(team.work, '1', 'A').pk}/verdicts/"


def test_a_verdict_is_given_and_listed(script: Any, team: Team) -> None:
    given = script(team.reviewer, "comment").post(address(team), APPROVED)
    assert given.status_code == 200
    assert given.json() == {
        "id": given.json()["id"],
        "workspace": "room",
        "variant": variant_of(team.work, "1", "A").pk,
        "reviewer": {"username": "reviewer", "name": "reviewer", "attributed_to": ""},
        "verdict": "approved",
        "revision": 1,
        "is_stale": False,
        "note": "Well put.",
        "given_at": given.json()["given_at"],
    }
    assert script(team.reader, "read").get(address(team)).json()["results"] == [given.json()]


def test_a_later_revision_makes_it_stale_and_closes_the_door_to_unseen_words(script: Any, team: Team) -> None:
    reviewer = script(team.reviewer)
    reviewer.post(address(team), APPROVED)
    variant = variant_of(team.work, "1", "A")
    revise_variant(actor=team.editor, variant=variant, version=1, text="The dog sat.")
    (row,) = reviewer.get(address(team)).json()["results"]
    assert (row["revision"], row["is_stale"]) == (1, True)
    refused = reviewer.post(address(team), APPROVED)
    assert (refused.status_code, refused.json()["code"]) == (412, "stale")
    assert (refused.json()["current"]["version"], refused.json()["current"]["text"]) == (2, "The dog sat.")


def test_a_verdict_is_withdrawn_and_twice_is_once(script: Any, team: Team) -> None:
    reviewer = script(team.reviewer, "comment")
    reviewer.post(address(team), APPROVED)
    assert [reviewer.delete(address(team)).status_code for _ in range(2)] == [204, 204]
    assert reviewer.get(address(team)).json()["results"] == []
    assert script(team.reader).delete(address(team)).status_code == 403


def test_what_is_no_verdict_is_refused_with_its_place(script: Any, team: Team) -> None:
    reviewer = script(team.reviewer)
    for body, place in (
        ({"verdict": "splendid", "revision": 1}, [("/verdict", "choice")]),
        ({"verdict": "seen"}, [("/revision", "required")]),
        ({"verdict": "seen", "revision": 7}, [("/revision", "unknown_revision")]),
    ):
        refused = reviewer.post(address(team), body)
        assert (refused.status_code in {400, 422}, places(refused)) == (True, place)


def test_a_decision_is_made_where_verdicts_differ_and_read(script: Any, team: Team) -> None:
    editor, decision = script(team.editor), address(team).replace("verdicts", "adjudication")
    script(team.reviewer).post(address(team), APPROVED)
    assert editor.get(decision).status_code == 404
    assert editor.post(decision, APPROVED).status_code == 409
    editor.post(address(team), {"verdict": "needs_work", "revision": 1})
    made = editor.post(decision, {"verdict": "needs_work", "revision": 1, "note": "No verb."})
    assert (made.status_code, made.json()["adjudicator"]["username"]) == (200, "editor")
    assert editor.get(decision).json() == made.json()


def test_readers_judge_nothing_and_a_token_needs_its_scope(script: Any, team: Team) -> None:
    assert script(team.reader).post(address(team), APPROVED).status_code == 403
    assert script(team.reviewer, "read").post(address(team), APPROVED).status_code == 403
    assert script(team.outsider).post(address(team), APPROVED).status_code == 404
