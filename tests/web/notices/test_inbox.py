"""The inbox, its badge, and ending the mail."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.conftest import Team
from tests.factories import passage_of, variant_of
from workbench.journal.kinds import Kind
from workbench.notices.actions import choose_pace, follow
from workbench.notices.models import MailWish
from workbench.notices.queries import is_followed
from workbench.review.actions import change_thread, give_verdict, open_thread, reply
from workbench.review.models import Thread
from workbench.review.recording import record_thread


def answered(team: Team) -> Thread:
    thread = open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Hm.")
    reply(actor=team.editor, thread=thread, body="So?")
    return thread


def told(page: Any, part: str) -> list[tuple[str, int]]:
    """Return who did something, and in which discussion, as a part of the inbox has it."""
    return [(entry.happening.who, entry.happening.thread) for entry in page.context[part]]


def test_the_inbox_shows_what_is_new_until_it_was_read(client: Client, team: Team) -> None:
    thread = answered(team)
    client.force_login(team.reviewer)
    page = client.get("/inbox/")
    assert told(page, "new") == [("editor", thread.pk)]
    client.post("/inbox/read/", {"read_to": page.context["read_to"]})
    page = client.get("/inbox/")
    assert (told(page, "new"), told(page, "old")) == ([], [("editor", thread.pk)])


def test_the_badge_counts_and_is_not_sent_twice(client: Client, team: Team) -> None:
    answered(team)
    client.force_login(team.reviewer)
    first = client.get("/inbox/count/")
    assert '<span class="badge">1<span' in first.content.decode()
    again = client.get("/inbox/count/", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_discussion_is_muted_and_followed_from_its_page(client: Client, team: Team) -> None:
    thread = answered(team)
    client.force_login(team.reviewer)
    assert "Tell me no more of this" in client.get(f"/threads/{thread.pk}/").content.decode()
    client.post(f"/threads/{thread.pk}/mute/")
    assert client.get("/inbox/").context["new"] == []
    assert "Tell me of this" in client.get(f"/threads/{thread.pk}/").content.decode()
    client.post(f"/threads/{thread.pk}/follow/")
    assert len(client.get("/inbox/").context["new"]) == 1


def test_a_mail_program_ends_the_mail_in_one_click(team: Team) -> None:
    team.reader.email = "r@example.org"
    team.reader.save()
    wish = choose_pace(actor=team.reader, pace="daily")
    program = Client(enforce_csrf_checks=True)
    assert program.get(f"/mail/stop/{wish.secret}/").status_code == 200
    assert MailWish.objects.get().pace == "daily"
    assert program.post(f"/mail/stop/{wish.secret}/", {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert MailWish.objects.get().pace == "never"
    assert program.post("/mail/stop/none-such/").status_code == 200


def test_a_work_is_followed_and_muted_on_its_page(client: Client, team: Team) -> None:
    client.force_login(team.reader)
    page = "/works/room/a-small-work/"
    assert "Tell me of this" in client.get(page).content.decode()
    assert client.post(f"{page}follow/")["Location"] == page
    assert "Tell me no more of this" in client.get(page).content.decode()
    client.post(f"{page}mute/")
    assert not is_followed(team.reader, team.work)


def test_an_entry_says_where_and_how_it_begins_what_was_said(client: Client, team: Team) -> None:
    thread = answered(team)
    client.force_login(team.reviewer)
    page = client.get("/inbox/").content.decode()
    assert f'<a href="/threads/{thread.pk}/" dir="auto">A small work, 1</a>' in page
    assert '<p class="gist" dir="auto">So?</p>' in page


def test_earlier_notices_are_pages_further_on_and_those_without_a_discussion_lead_to_their_passage(
    client: Client, team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.web.notices.views.inbox.PAGE", 2)
    follow(actor=team.reviewer, subject=team.work)
    variant = variant_of(team.work, "1", "A")
    give_verdict(actor=team.editor, variant=variant, revision=variant.version, verdict="approved")
    thread = answered(team)
    reply(actor=team.editor, thread=thread, body="And?")
    client.force_login(team.reviewer)
    first = client.get("/inbox/")
    assert [entry.gist for entry in first.context["new"]] == ["And?", "So?"]
    later = client.get(f"/inbox/?before={first.context['earlier']}")
    (entry,) = later.context["new"]
    assert (entry.happening.change, entry.address) == (
        "Approved",
        f"/works/room/a-small-work/passages/{variant.passage_id}/",
    )
    assert later.context["earlier"] is None


@pytest.mark.parametrize("count", [1, 30, 400])
def test_the_inbox_takes_as_many_queries_however_much_is_new(client: Client, team: Team, count: int) -> None:
    follow(actor=team.reviewer, subject=team.work)
    thread = answered(team)
    for _ in range(count):
        record_thread(team.editor, Kind.THREAD_RESOLVED, thread)
    reply(actor=team.editor, thread=thread, body="So.")
    client.force_login(team.reviewer)
    client.get("/inbox/")
    with CaptureQueriesContext(connection) as queries:
        assert len(client.get("/inbox/").context["new"]) == min(count + 2, 50)
    assert len(queries) == 21


def test_the_pace_of_mail_is_said_in_the_language_of_the_page(client: Client, team: Team) -> None:
    client.force_login(team.reader)
    assert "E-Mail: nie" in client.get("/inbox/", headers={"Accept-Language": "de"}).content.decode()


def test_what_somebody_is_called_is_no_word_to_translate(client: Client, team: Team) -> None:
    thread = open_thread(actor=team.owner, passage=passage_of(team.work), body="Hm.")
    change_thread(actor=team.reviewer, thread=thread, version=1, changes={"assignee": team.owner, "severity": "major"})
    client.force_login(team.owner)
    (entry, *_) = client.get("/inbox/", headers={"Accept-Language": "de"}).context["new"]
    assert "→ owner" in entry.happening.change
    assert "→ Schwer" in entry.happening.change
