"""The inbox, its badge, and ending the mail."""

from typing import Any

from django.test import Client

from tests.conftest import Room
from tests.factories import passage_of
from workbench.notices.actions import choose_pace
from workbench.notices.models import MailWish
from workbench.notices.queries import is_followed
from workbench.review.actions import open_thread, reply
from workbench.review.models import Thread


def answered(room: Room) -> Thread:
    thread = open_thread(actor=room.reviewer, passage=passage_of(room.work), body="Hm.")
    reply(actor=room.editor, thread=thread, body="So?")
    return thread


def told(page: Any, part: str) -> list[tuple[str, int]]:
    """Return who did something, and in which discussion, as a part of the inbox has it."""
    return [(entry.happening.who, entry.happening.thread) for entry in page.context[part]]


def test_the_inbox_shows_what_is_new_until_it_was_read(client: Client, room: Room) -> None:
    thread = answered(room)
    client.force_login(room.reviewer)
    page = client.get("/inbox/")
    assert told(page, "new") == [("editor", thread.pk)]
    client.post("/inbox/read/", {"read_to": page.context["read_to"]})
    page = client.get("/inbox/")
    assert (told(page, "new"), told(page, "old")) == ([], [("editor", thread.pk)])


def test_the_badge_counts_and_is_not_sent_twice(client: Client, room: Room) -> None:
    answered(room)
    client.force_login(room.reviewer)
    first = client.get("/inbox/count/")
    assert '<span class="badge">1<span' in first.content.decode()
    again = client.get("/inbox/count/", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_discussion_is_muted_and_followed_from_its_page(client: Client, room: Room) -> None:
    thread = answered(room)
    client.force_login(room.reviewer)
    assert "Tell me no more of this" in client.get(f"/threads/{thread.pk}/").content.decode()
    client.post(f"/threads/{thread.pk}/mute/")
    assert client.get("/inbox/").context["new"] == []
    assert "Tell me of this" in client.get(f"/threads/{thread.pk}/").content.decode()
    client.post(f"/threads/{thread.pk}/follow/")
    assert len(client.get("/inbox/").context["new"]) == 1


def test_a_mail_program_ends_the_mail_in_one_click(room: Room) -> None:
    room.reader.email = "r@example.org"
    room.reader.save()
    wish = choose_pace(actor=room.reader, pace="daily")
    program = Client(enforce_csrf_checks=True)
    assert program.get(f"/mail/stop/{wish.secret}/").status_code == 200
    assert MailWish.objects.get().pace == "daily"
    assert program.post(f"/mail/stop/{wish.secret}/", {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert MailWish.objects.get().pace == "never"
    assert program.post("/mail/stop/none-such/").status_code == 200


def test_a_work_is_followed_and_muted_on_its_page(client: Client, room: Room) -> None:
    client.force_login(room.reader)
    page = "/works/room/a-small-work/"
    assert "Tell me of this" in client.get(page).content.decode()
    assert client.post(f"{page}follow/")["Location"] == page
    assert "Tell me no more of this" in client.get(page).content.decode()
    client.post(f"{page}mute/")
    assert not is_followed(room.reader, room.work)


def test_an_entry_says_where_and_how_it_begins_what_was_said(client: Client, room: Room) -> None:
    thread = answered(room)
    client.force_login(room.reviewer)
    page = client.get("/inbox/").content.decode()
    assert f'<a href="/threads/{thread.pk}/">A small work, 1</a>' in page
    assert '<p class="gist" dir="auto">So?</p>' in page
