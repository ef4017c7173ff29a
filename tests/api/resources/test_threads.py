"""Discussions through the API."""

from typing import Any

import pytest

from tests.api.conftest import places
from tests.factories import passage_of, variant_of
from workbench.review.actions import open_thread


@pytest.fixture
def reviewer(team: Any, script: Any) -> Any:
    return script(team.reviewer)


def opening(team: Any, **more: Any) -> dict[str, Any]:
    """Return the body that opens a thread on "mat" in A."""
    anchor = {"variant": variant_of(team.work, "1", "A").pk, "quote": "mat"}
    return {"passage": passage_of(team.work).pk, "body": "Why *mat*?", "anchors": [anchor], **more}


def decide(who: Any, thread: int, deed: str, **more: str) -> Any:
    """Read the thread, and decide what stands there."""
    read = who.get(f"threads/{thread}/")
    body = {"suggestion": read.json()["suggestion"]["id"], **more}
    return who.post(f"threads/{thread}/{deed}/", body, If_Match=read["ETag"])


def test_a_comment_on_words_opens_a_thread(team: Any, reviewer: Any) -> None:
    made = reviewer.post("comments/", opening(team, category="terminology", severity="minor"))
    assert (made.status_code, made["Location"]) == (201, f"/api/v1/comments/{made.json()['id']}/")
    assert made.json()["body_html"] == "<p>Why <em>mat</em>?</p>\n"
    thread = reviewer.get(f"threads/{made.json()['thread']}/").json()
    assert (thread["state"], thread["category"], thread["severity"]) == ("open", "terminology", "minor")
    (anchor,) = thread["anchors"]
    assert (anchor["siglum"], anchor["start"], anchor["end"], anchor["quote"]) == ("A", 19, 22, "mat")
    assert [one["body"] for one in thread["comments"]] == ["Why *mat*?"]


def test_offsets_count_code_points(team: Any, script: Any, reviewer: Any) -> None:
    variant = variant_of(team.work, "1", "A")
    script(team.editor).patch(f"variants/{variant.pk}/", {"text": "𝒜𝒷 mat"}, If_Match='"1"')
    made = reviewer.post("comments/", opening(team, anchors=[{"variant": variant.pk, "start": 3, "end": 6}])).json()
    assert reviewer.get(f"threads/{made['thread']}/").json()["anchors"][0]["quote"] == "mat"


def test_a_reply_is_added_and_edited_and_taken_back(team: Any, reviewer: Any) -> None:
    thread = reviewer.post("comments/", opening(team)).json()["thread"]
    said = reviewer.post("comments/", {"thread": thread, "body": "Indeed"})
    address = f"comments/{said.json()['id']}/"
    edited = reviewer.patch(address, {"body": "No."}, If_Match=said["ETag"])
    assert (edited.status_code, edited.json()["body"], edited.json()["version"]) == (200, "No.", 2)
    assert reviewer.delete(address, If_Match=edited["ETag"]).status_code == 204
    gone = reviewer.get(address).json()
    assert (gone["is_deleted"], gone["body"], gone["body_html"]) == (True, "", "")


def test_what_was_said_since_is_listed(team: Any, reviewer: Any) -> None:
    first = reviewer.post("comments/", opening(team)).json()
    second = reviewer.post("comments/", {"thread": first["thread"], "body": "Again"}).json()
    since = second["created_at"]
    assert [one["id"] for one in reviewer.get(f"comments/?since={since}").json()["results"]] == [second["id"]]
    assert reviewer.get("comments/?since=2026-01-01T00:00:00").status_code == 400


def test_threads_are_filtered(team: Any, reviewer: Any) -> None:
    thread = reviewer.post("comments/", opening(team, severity="major")).json()["thread"]
    for found in ("severity=major", "assignee=none", "author=reviewer", "work=a-small-work&state=open"):
        assert [one["id"] for one in reviewer.get(f"threads/?{found}").json()["results"]] == [thread]
    for empty in ("severity=minor", "assignee=reviewer", "author=owner", "work=other", "state=resolved"):
        assert reviewer.get(f"threads/?{empty}").json()["results"] == []


def test_a_thread_is_resolved_and_given_to_a_member(team: Any, reviewer: Any) -> None:
    thread = reviewer.post("comments/", opening(team)).json()["thread"]
    changed = reviewer.patch(f"threads/{thread}/", {"state": "resolved", "assignee": "editor"}, If_Match='"1"').json()
    assert (changed["state"], changed["assignee"]["username"], changed["version"]) == ("resolved", "editor", 2)
    refused = reviewer.patch(f"threads/{thread}/", {"assignee": "outsider"}, If_Match='"2"')
    assert (refused.status_code, places(refused)) == (422, [("/assignee", "not_a_member")])


def test_a_suggestion_is_accepted_into_the_text(team: Any, script: Any, reviewer: Any) -> None:
    thread = reviewer.post("comments/", opening(team, suggestion="rug")).json()["thread"]
    assert decide(reviewer, thread, "accept").status_code == 403
    accepted = decide(script(team.editor), thread, "accept")
    assert (accepted.status_code, accepted.json()["state"]) == (200, "resolved")
    assert (accepted.json()["suggestion"]["state"], accepted.json()["suggestion"]["revision"]) == ("accepted", 2)
    assert variant_of(team.work, "1", "A").text == "The cat sat on the rug."


def test_an_accepted_suggestion_is_taken_back(team: Any, script: Any, reviewer: Any) -> None:
    thread = reviewer.post("comments/", opening(team, suggestion="rug")).json()["thread"]
    editor = script(team.editor)
    assert decide(editor, thread, "undo").json()["code"] == "open_suggestion"
    decide(editor, thread, "accept")
    assert decide(reviewer, thread, "undo").status_code == 403
    undone = decide(editor, thread, "undo").json()
    assert (undone["state"], undone["suggestion"]["state"], undone["suggestion"]["revision"]) == ("open", "open", None)
    assert variant_of(team.work, "1", "A").text == "The cat sat on the mat."


def test_a_suggestion_is_rejected_with_a_reason(team: Any, script: Any, reviewer: Any) -> None:
    thread = reviewer.post("comments/", opening(team, suggestion="rug")).json()["thread"]
    editor = script(team.editor)
    assert editor.post(f"threads/{thread}/reject/", {}).status_code == 400
    rejected = decide(editor, thread, "reject", reason="It is a mat.").json()
    assert (rejected["suggestion"]["state"], rejected["suggestion"]["reason"]) == ("rejected", "It is a mat.")
    assert decide(editor, thread, "reject", reason="Again").json()["code"] == "no_open_suggestion"


@pytest.mark.parametrize(("deed", "more"), [("accept", {}), ("reject", {"reason": "No."})])
def test_nobody_decides_a_suggestion_they_were_not_shown(
    team: Any, script: Any, reviewer: Any, deed: str, more: dict[str, str]
) -> None:
    thread = reviewer.post("comments/", opening(team, suggestion="rug")).json()["thread"]
    editor = script(team.editor)
    seen = editor.get(f"threads/{thread}/")
    body = {"suggestion": seen.json()["suggestion"]["id"], **more}
    assert editor.post(f"threads/{thread}/{deed}/", body).status_code == 428
    reviewer.post("comments/", {"thread": thread, "body": "Better:", "suggestion": "dog"})
    late = editor.post(f"threads/{thread}/{deed}/", body, If_Match=seen["ETag"])
    assert (late.status_code, late.json()["current"]["suggestion"]["text"]) == (412, "dog")
    other = editor.post(f"threads/{thread}/{deed}/", body, If_Match="*")
    assert (other.status_code, other.json()["code"]) == (412, "stale")
    assert variant_of(team.work, "1", "A").text == "The cat sat on the mat."


def test_nobody_accepts_into_a_text_they_were_not_shown(team: Any, script: Any, reviewer: Any) -> None:
    thread = reviewer.post("comments/", opening(team, suggestion="rug")).json()["thread"]
    editor, variant = script(team.editor), variant_of(team.work, "1", "A")
    seen = editor.get(f"threads/{thread}/")
    editor.patch(f"variants/{variant.pk}/", {"text": "No cat sat on the mat."}, If_Match='"1"')
    body = {"suggestion": seen.json()["suggestion"]["id"]}
    assert editor.post(f"threads/{thread}/accept/", body, If_Match=seen["ETag"]).status_code == 412
    assert decide(editor, thread, "accept").status_code == 200
    assert variant_of(team.work, "1", "A").text == "No cat sat on the rug."


def test_a_suggestion_goes_with_the_comment_that_is_deleted_and_an_empty_thread_closes(
    team: Any, reviewer: Any
) -> None:
    said = reviewer.post("comments/", opening(team, suggestion="rug"))
    assert reviewer.delete(f"comments/{said.json()['id']}/", If_Match=said["ETag"]).status_code == 204
    thread = reviewer.get(f"threads/{said.json()['thread']}/").json()
    assert (thread["state"], thread["suggestion"]) == ("resolved", None)
    assert [(one["body"], one["suggestion"]) for one in thread["comments"]] == [("", None)]


def test_a_quote_that_fits_nowhere_or_twice_is_refused(team: Any, reviewer: Any) -> None:
    variant = variant_of(team.work, "1", "A").pk
    for quote, code in (("dog", "quote_not_found"), ("at", "quote_ambiguous")):
        refused = reviewer.post("comments/", opening(team, anchors=[{"variant": variant, "quote": quote}]))
        assert (refused.status_code, places(refused)) == (422, [("/anchors/0", code)])
    alien = reviewer.post("comments/", opening(team, anchors=[{"variant": 10**9, "quote": "mat"}]))
    assert (alien.status_code, places(alien)) == (422, [("/anchors/0/variant", "unknown_id")])


def test_an_orphan_is_attached_again(team: Any, script: Any, reviewer: Any) -> None:
    variant = variant_of(team.work, "1", "A").pk
    thread = reviewer.post("comments/", opening(team)).json()["thread"]
    before = reviewer.get(f"threads/{thread}/")
    script(team.editor).patch(f"variants/{variant}/", {"text": "Dogs sleep."}, If_Match='"1"')
    orphan = reviewer.get(f"threads/{thread}/", If_None_Match=before["ETag"]).json()["anchors"][0]
    assert (orphan["state"], orphan["quote"], orphan["revision"]) == ("orphaned", "mat", 1)
    again = reviewer.post(f"anchors/{orphan['id']}/reattach/", {"variant": variant, "quote": "Dogs"}).json()
    assert (again["state"], again["start"], again["end"], again["revision"]) == ("placed", 0, 4, 2)


def test_a_reply_takes_no_anchors(team: Any, reviewer: Any) -> None:
    thread = reviewer.post("comments/", opening(team)).json()["thread"]
    refused = reviewer.post("comments/", opening(team, thread=thread))
    assert (refused.status_code, places(refused)) == (400, [("/passage", "not_in_reply"), ("/anchors", "not_in_reply")])


def test_labels_and_the_day_are_changed_and_labels_found(team: Any, script: Any) -> None:
    thread = open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Hm.")
    reviewer, address = script(team.reviewer), f"threads/{thread.pk}/"
    changed = reviewer.patch(address, {"labels": ["Urgent"], "due_on": "2026-12-24"}, If_Match="*")
    assert (changed.json()["labels"], changed.json()["due_on"]) == (["urgent"], "2026-12-24")
    assert [one["id"] for one in reviewer.get("threads/?label=URGENT").json()["results"]] == [thread.pk]
    assert reviewer.get("threads/?label=urge").json()["results"] == []
    for body in ({"labels": "urgent"}, {"labels": [1]}, {"due_on": "24.12.2026"}, {"due_on": "20261224"}):
        assert reviewer.patch(address, body, If_Match="*").status_code == 400, body
    assert reviewer.patch(address, {"due_on": None}, If_Match="*").json()["due_on"] is None


def test_a_note_is_written_read_changed_and_deleted_by_one_person(team: Any, script: Any) -> None:
    thread = open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Hm.")
    reader, address = script(team.reader), f"threads/{thread.pk}/notes/"
    made = reader.post(address, {"body": "*Ask.*"})
    assert (made.status_code, made.json()["body_html"]) == (201, "<p><em>Ask.</em></p>\n")
    assert reader.get(address).json()["results"] == [made.json()] == [reader.get(made["Location"]).json()]
    assert reader.patch(made["Location"], {"body": "Ask again."}).status_code == 428
    changed = reader.patch(made["Location"], {"body": "Ask again."}, If_Match=made["ETag"])
    assert (changed.json()["body"], changed.json()["version"]) == ("Ask again.", 2)
    owner = script(team.owner)
    assert owner.get(address).json()["results"] == []
    assert (owner.get(made["Location"]).status_code, owner.delete(made["Location"]).status_code) == (404, 404)
    assert reader.delete(made["Location"]).status_code == 204
    assert reader.get(address).json()["results"] == []


def test_a_text_is_suggested_whole(team: Any, script: Any) -> None:
    variant, reviewer = variant_of(team.work, "1", "A"), script(team.reviewer)
    address, body = f"variants/{variant.pk}/suggest/", {"text": "The dog sat on the mat!"}
    assert reviewer.post(address, body).status_code == 428
    assert reviewer.post(address, body, If_Match='"99"').status_code == 412
    made = reviewer.post(address, body, If_Match='"1"').json()["threads"]
    assert [(one["anchors"][0]["quote"], one["suggestion"]["text"]) for one in made] == [("cat", "dog"), (".", "!")]
    assert script(team.reader).post(address, body, If_Match='"1"').status_code == 403
