"""Several threads at once in the API: all of them or none, and what puts them back."""

from typing import Any

import pytest

from tests.conftest import Team
from tests.factories import passage_of, variant_of
from workbench.review.actions import open_thread
from workbench.review.anchoring import AnchorRequest
from workbench.review.models import Thread

BATCH = "threads/batch/"


@pytest.fixture
def seen(team: Team) -> list[dict[str, int]]:
    """Two threads with a suggestion each, in one text, as a script names them."""
    for words, other in (("cat", "tomcat"), ("mat", "carpet")):
        place = AnchorRequest(variant_of(team.work, "1", "A"), quote=words)
        open_thread(actor=team.reviewer, passage=passage_of(team.work), body="?", anchors=[place], suggestion=other)
    rows = Thread.objects.order_by("pk")
    return [{"id": one.pk, "version": one.version, "suggestion": one.suggestions.get().pk} for one in rows]


def edits(seen: list[dict[str, int]], **changes: object) -> dict[str, Any]:
    """Return a body that changes the threads."""
    return {"threads": [{"id": one["id"], "version": one["version"], **changes} for one in seen]}


def test_several_are_changed_and_the_answer_puts_them_back(team: Team, script: Any, seen: Any) -> None:
    reviewer = script(team.reviewer)
    before = reviewer.get("threads/").json()["results"]
    wanted = edits(seen, state="resolved", assignee="editor", labels=["late"], due_on="2026-12-01", severity="minor")
    answer = reviewer.post(BATCH, wanted)
    assert answer.status_code == 200
    shown = answer.json()["threads"]
    assert [one["id"] for one in shown] == [one["id"] for one in seen]
    assert {(one["state"], one["assignee"]["username"], one["due_on"]) for one in shown} == {
        ("resolved", "editor", "2026-12-01")
    }
    assert reviewer.post(BATCH, answer.json()["undo"]).status_code == 200
    for former, now in zip(before, reviewer.get("threads/").json()["results"], strict=True):
        assert {**former, "version": 0, "updated_at": ""} == {**now, "version": 0, "updated_at": ""}


def test_suggestions_in_one_text_are_accepted_and_taken_back(team: Team, script: Any, seen: Any) -> None:
    editor = script(team.editor)
    answer = editor.post(f"{BATCH}accept/", {"threads": seen})
    assert (answer.status_code, variant_of(team.work, "1", "A").text) == (200, "The tomcat sat on the carpet.")
    assert {one["suggestion"]["state"] for one in answer.json()["threads"]} == {"accepted"}
    back = editor.post(f"{BATCH}undo/", answer.json()["undo"])
    assert (back.status_code, variant_of(team.work, "1", "A").text) == (200, "The cat sat on the mat.")
    assert {(one["state"], one["suggestion"]["state"]) for one in back.json()["threads"]} == {("open", "open")}


@pytest.mark.parametrize("address", [BATCH, f"{BATCH}accept/", f"{BATCH}undo/"])
def test_one_that_was_changed_since_refuses_all(team: Team, script: Any, seen: Any, address: str) -> None:
    seen[1]["version"] += 1
    body = edits(seen, state="resolved") if address == BATCH else {"threads": seen}
    refused = script(team.editor).post(address, body)
    assert (refused.status_code, refused.json()["current"]["id"]) == (412, seen[1]["id"])
    assert set(Thread.objects.values_list("state", flat=True)) == {"open"}


def test_what_is_not_there_or_nobody_is_named_at_its_place(team: Team, script: Any, seen: Any) -> None:
    reviewer = script(team.reviewer)
    unknown = reviewer.post(BATCH, edits([seen[0], {"id": 999_999, "version": 1}], state="resolved"))
    nobody = reviewer.post(BATCH, edits(seen[:1], assignee="outsider"))
    nothing = reviewer.post(BATCH, edits(seen[:1]))
    pointers = [answer.json()["errors"][0]["pointer"] for answer in (unknown, nobody)]
    assert (pointers, nothing.status_code) == (["/threads/1/id", "/threads/0/assignee"], 400)


def test_who_may_not_changes_nothing(team: Team, script: Any, seen: Any) -> None:
    assert script(team.reader).post(BATCH, edits(seen, state="resolved")).status_code == 403
    assert script(team.reviewer).post(f"{BATCH}accept/", {"threads": seen}).status_code == 403
    assert script(team.editor, "comment").post(f"{BATCH}accept/", {"threads": seen}).status_code == 403
    assert script(team.outsider).post(BATCH, edits(seen, state="resolved")).status_code == 422
    assert set(Thread.objects.values_list("state", flat=True)) == {"open"}
