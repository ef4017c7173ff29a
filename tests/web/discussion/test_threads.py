"""Discussions on the pages: reading, replying, settling, deciding; what is refused, and who may not."""

import json

import pytest
from django.test import Client

from tests.conftest import Team
from tests.factories import passage_of, shown, variant_of
from tests.web.markup import fold
from workbench.accounts.models import User
from workbench.review.actions import open_thread, reject_suggestion, reply, revise_variant
from workbench.review.anchoring import AnchorRequest
from workbench.review.models import Anchor, Comment, Suggestion, Thread

NASTY = "<img src=x onerror=alert(1)>"
HTMX = {"hx-request": "true"}


@pytest.fixture
def thread(team: Team) -> Thread:
    """A discussion of "sat" in A 1, begun by the reviewer, who suggests "lay"."""
    return open_thread(
        actor=team.reviewer,
        passage=passage_of(team.work),
        body="*sat* or lay?",
        category="style",
        severity="minor",
        anchors=[AnchorRequest(variant_of(team.work, "1", "A"), quote="sat")],
        suggestion="lay",
    )


def read(client: Client, user: User, address: str) -> str:
    client.force_login(user)
    page = client.get(address)
    assert page.status_code == 200
    return fold(page.content.decode())


def test_a_thread_has_an_address_where_it_is_read_in_full(client: Client, team: Team, thread: Thread) -> None:
    page = read(client, team.reader, f"/threads/{thread.pk}/")
    assert "<em>sat</em> or lay?" in page
    assert '<mark class="words">sat</mark>' in page
    assert "<del>" in page
    assert "<ins>lay</ins>" in page
    assert "What the other translations say" in page


def test_imported_words_never_pass_for_somebodys_own(client: Client, team: Team, thread: Thread) -> None:
    Comment.objects.filter(thread=thread).update(author=team.editor, attributed_to=str(team.owner))
    reject_suggestion(actor=team.editor, thread=thread, reason="no", **shown(thread))
    Suggestion.objects.filter(thread=thread).update(decider_attributed_to=str(team.owner))
    page = read(client, team.reader, f"/threads/{thread.pk}/")
    assert page.count(f"{team.owner}, imported by {team.editor}") >= 2


def test_a_thread_of_another_workspace_does_not_exist(client: Client, team: Team, thread: Thread) -> None:
    client.force_login(team.outsider)
    assert client.get(f"/threads/{thread.pk}/").status_code == 404
    assert client.post(f"/threads/{thread.pk}/reply/", {"body": "Mine"}).status_code == 404
    assert Comment.objects.count() == 1


def test_a_reviewer_replies_and_is_brought_back(client: Client, team: Team, thread: Thread) -> None:
    client.force_login(team.reviewer)
    answer = client.post(f"/threads/{thread.pk}/reply/", {"body": "Lay.", "next": "/review/?state=all"})
    assert (answer.status_code, answer["Location"]) == (302, "/review/?state=all")
    assert list(thread.comments.order_by("pk").values_list("body", flat=True)) == ["*sat* or lay?", "Lay."]


def test_nobody_is_sent_to_another_host(client: Client, team: Team, thread: Thread) -> None:
    client.force_login(team.reviewer)
    answer = client.post(f"/threads/{thread.pk}/reply/", {"body": "Lay.", "next": "https://elsewhere.example/"})
    assert answer["Location"] == f"/threads/{thread.pk}/"


def test_an_empty_reply_is_refused_in_the_card_it_was_sent_from(client: Client, team: Team, thread: Thread) -> None:
    client.force_login(team.reviewer)
    answer = client.post(f"/threads/{thread.pk}/reply/", {"body": " ", "shape": "margin"}, headers=HTMX)
    assert answer.status_code == 422
    assert "Some text is expected here." in fold(answer.content.decode())
    assert "<!doctype" not in fold(answer.content.decode())


def test_what_was_typed_is_kept_when_it_is_refused(client: Client, team: Team, thread: Thread) -> None:
    client.force_login(team.reader)
    answer = client.post(f"/threads/{thread.pk}/reply/", {"body": "I may not say this."})
    assert answer.status_code == 403
    reviewer = client.post(f"/threads/{thread.pk}/reply/", {"body": "Kept\x00 words"})
    assert reviewer.status_code == 403
    client.force_login(team.reviewer)
    kept = client.post(f"/threads/{thread.pk}/reply/", {"body": "Kept words", "suggestion": "sat"})
    assert kept.status_code == 422
    assert "Kept words</textarea>" in fold(kept.content.decode())


def test_htmx_gets_the_card_and_the_page_is_told(client: Client, team: Team, thread: Thread) -> None:
    client.force_login(team.reviewer)
    answer = client.post(f"/threads/{thread.pk}/reply/", {"body": "Lay.", "shape": "margin"}, headers=HTMX)
    assert answer.status_code == 200
    assert fold(answer.content.decode()).strip().startswith("<article")
    assert f'"thread": {thread.pk}' in answer["HX-Trigger"]


def test_a_thread_is_resolved_with_a_last_word_or_without(client: Client, team: Team, thread: Thread) -> None:
    client.force_login(team.reviewer)
    client.post(f"/threads/{thread.pk}/reply/", {"body": "", "resolve": "yes"})
    thread.refresh_from_db()
    assert (thread.state, thread.comments.count()) == ("resolved", 1)
    client.post(f"/threads/{thread.pk}/change/", {"state": "open", "version": thread.version})
    client.post(f"/threads/{thread.pk}/reply/", {"body": "Done.", "resolve": "yes"})
    thread.refresh_from_db()
    assert (thread.state, thread.comments.count()) == ("resolved", 2)


def test_a_thread_is_classified_and_given_to_a_member(client: Client, team: Team, thread: Thread) -> None:
    client.force_login(team.reviewer)
    chosen = {"version": thread.version, "category": "terminology", "severity": "critical", "assignee": "editor"}
    client.post(f"/threads/{thread.pk}/change/", chosen)
    thread.refresh_from_db()
    assert (thread.category, thread.severity, thread.assignee) == ("terminology", "critical", team.editor)


def test_what_changed_is_said_by_its_name(client: Client, team: Team, thread: Thread) -> None:
    client.force_login(team.reviewer)
    for change, said in (
        ({"state": "resolved"}, "is resolved."),
        ({"state": "open"}, "is open again."),
        ({"category": "style", "severity": "minor", "assignee": "editor"}, f"is assigned to {team.editor}."),
    ):
        thread.refresh_from_db()
        answer = client.post(f"/threads/{thread.pk}/change/", {"version": thread.version} | change, headers=HTMX)
        assert json.loads(answer["HX-Trigger"])["thread-changed"]["done"] == f"The discussion {said}"


@pytest.mark.parametrize("name", ["outsider", "nobody-of-that-name"])
def test_a_thread_is_given_to_members_only(client: Client, team: Team, thread: Thread, name: str) -> None:
    client.force_login(team.reviewer)
    answer = client.post(f"/threads/{thread.pk}/change/", {"version": thread.version, "assignee": name})
    assert answer.status_code == 422
    assert "The user name of a member is expected." in fold(answer.content.decode())


def test_a_stale_change_is_refused_and_shows_how_it_stands(client: Client, team: Team, thread: Thread) -> None:
    client.force_login(team.reviewer)
    answer = client.post(f"/threads/{thread.pk}/change/", {"version": thread.version + 7, "severity": "major"})
    assert answer.status_code == 412
    assert "Nothing of what you typed is lost" in fold(answer.content.decode())


def test_an_editor_accepts_and_the_words_stand_in_the_text(client: Client, team: Team, thread: Thread) -> None:
    client.force_login(team.editor)
    assert client.post(f"/threads/{thread.pk}/accept/", shown(thread)).status_code == 302
    assert variant_of(team.work, "1", "A").text == "The cat lay on the mat."
    page = read(client, team.reader, f"/threads/{thread.pk}/")
    assert "Suggested; accepted by editor" in page
    assert "instead of: </span>sat<span" in page


def test_a_reviewer_may_not_accept(client: Client, team: Team, thread: Thread) -> None:
    client.force_login(team.reviewer)
    assert client.post(f"/threads/{thread.pk}/accept/", shown(thread)).status_code == 403
    assert variant_of(team.work, "1", "A").text == "The cat sat on the mat."
    assert "data-key-accept" not in read(client, team.reviewer, f"/threads/{thread.pk}/")


def test_a_rejection_needs_a_reason(client: Client, team: Team, thread: Thread) -> None:
    client.force_login(team.editor)
    assert client.post(f"/threads/{thread.pk}/reject/", {"reason": "", **shown(thread)}).status_code == 422
    assert client.post(f"/threads/{thread.pk}/reject/", {"reason": "It sat.", **shown(thread)}).status_code == 302
    assert Suggestion.objects.get().state == "rejected"
    assert "It sat." in read(client, team.reader, f"/threads/{thread.pk}/")


def test_an_author_edits_and_deletes_their_comment(client: Client, team: Team, thread: Thread) -> None:
    comment = thread.comments.get()
    client.force_login(team.reviewer)
    client.post(f"/comments/{comment.pk}/edit/", {"version": comment.version, "body": "Better"})
    comment.refresh_from_db()
    assert comment.body == "Better"
    client.post(f"/comments/{comment.pk}/delete/", {"version": comment.version})
    assert "This comment was deleted." in read(client, team.reader, f"/threads/{thread.pk}/")


def test_nobody_edits_the_comment_of_another(client: Client, team: Team, thread: Thread) -> None:
    comment = thread.comments.get()
    client.force_login(team.owner)
    answer = client.post(f"/comments/{comment.pk}/edit/", {"version": comment.version, "body": "Not mine"})
    assert answer.status_code == 403
    assert "Not mine</textarea>" not in fold(answer.content.decode())
    comment.refresh_from_db()
    assert comment.body == "*sat* or lay?"


def test_an_orphan_shows_its_words_and_is_attached_by_hand(client: Client, team: Team, thread: Thread) -> None:
    variant = variant_of(team.work, "1", "A")
    revise_variant(actor=team.editor, variant=variant, version=1, text="The cat slept on the mat.")
    anchor = Anchor.objects.get()
    page = read(client, team.reviewer, f"/threads/{thread.pk}/")
    assert "These words are gone." in page
    assert ">sat</q>" in page
    refused = client.post(f"/anchors/{anchor.pk}/attach/", {"quote": "dreamt"})
    assert refused.status_code == 422
    assert 'value="dreamt"' in fold(refused.content.decode())
    client.post(f"/anchors/{anchor.pk}/attach/", {"quote": "slept"})
    anchor.refresh_from_db()
    assert (anchor.state, anchor.quote) == ("placed", "slept")


def test_markup_in_words_said_is_inert(client: Client, team: Team) -> None:
    variant = variant_of(team.work, "1", "A")
    revise_variant(actor=team.editor, variant=variant, version=1, text=f"The {NASTY} sat.")
    nasty = open_thread(
        actor=team.reviewer,
        passage=passage_of(team.work),
        body=f"{NASTY} and [x](javascript:alert(1))",
        anchors=[AnchorRequest(variant_of(team.work, "1", "A"), quote=NASTY)],
        suggestion=f"{NASTY}!",
    )
    reject_suggestion(actor=team.editor, thread=nasty, reason=NASTY, **shown(nasty))
    for address in (f"/threads/{nasty.pk}/", "/review/?state=all"):
        page = read(client, team.editor, address)
        assert "<img" not in page
        assert 'href="javascript' not in page


@pytest.mark.parametrize("version", ["", "x", "-1", "٣", "9" * 30])
def test_a_version_that_no_page_sends_is_refused(client: Client, team: Team, thread: Thread, version: str) -> None:
    client.force_login(team.reviewer)
    answer = client.post(f"/threads/{thread.pk}/change/", {"version": version, "severity": "major"})
    assert answer.status_code == 422


@pytest.mark.parametrize("address", ["/threads/%s/", "/threads/%s/reply/", "/comments/%s/edit/", "/anchors/%s/attach/"])
def test_ids_beyond_any_database_are_not_found(client: Client, team: Team, address: str) -> None:
    client.force_login(team.reviewer)
    huge = address % ("9" * 30)
    answer = client.get(huge) if address.endswith("%s/") else client.post(huge)
    assert answer.status_code == 404


def test_what_was_put_in_the_place_of_a_suggestion_is_not_accepted_unseen(
    client: Client, team: Team, thread: Thread
) -> None:
    seen = shown(thread)
    reply(actor=team.reviewer, thread=thread, body="Better so.", suggestion="stood")
    client.force_login(team.editor)
    late = client.post(f"/threads/{thread.pk}/accept/", seen)
    assert late.status_code == 412
    assert "was changed in the meantime" in fold(late.content.decode())
    assert variant_of(team.work, "1", "A").text == "The cat sat on the mat."
    assert client.post(f"/threads/{thread.pk}/accept/", {"version": seen["version"]}).status_code == 422
