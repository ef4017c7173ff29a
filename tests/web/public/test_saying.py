"""What readers say of a passage, into a tray; and passages in pages of others."""

import pytest
from django.test import Client

from tests.conftest import Room
from tests.factories import passage_of
from workbench.accounts.addresses import address_block
from workbench.corpus.models import Showing, Translation
from workbench.publishing.actions import ShowingWishes, refuse_words, show_work, take_words
from workbench.publishing.errors import Conflict, NotAllowed
from workbench.publishing.models import Sending
from workbench.review.models import Thread


@pytest.fixture
def open_room(room: Room) -> Room:
    """Return a room whose work is public and takes words, but shows nothing of B."""
    Translation.objects.filter(work=room.work, siglum="B").update(shown="not_public")
    wishes = ShowingWishes("public", takes_words=True, is_framed=True)
    show_work(actor=room.owner, work=room.work, version=1, wishes=wishes)
    return room


def address_in(room: Room, rest: str = "words/") -> str:
    return f"/read/{room.workspace.slug}/{room.work.slug}/passages/{passage_of(room.work).pk}/{rest}"


def send(room: Room, **said: str) -> int:
    return int(Client().post(address_in(room), {"body": "Rather *lay*?", **said}).status_code)


def test_a_reader_is_heard_by_members_first(open_room: Room) -> None:
    assert "data-saying" in Client().get(address_in(open_room, "")).content.decode()
    assert send(open_room, siglum="A", quote="sat", suggestion="lay", name="Anna") == 200
    assert not Thread.objects.exists()
    editor = Client()
    editor.force_login(open_room.editor)
    tray = f"/works/{open_room.workspace.slug}/{open_room.work.slug}/tray/"
    page = editor.get(tray).content.decode()
    assert "Rather *lay*?" in page
    assert "Anna" in page
    sending = Sending.objects.get()
    assert editor.post(f"{tray}{sending.pk}/take/").status_code == 302
    thread = Thread.objects.get()
    assert thread.anchors.get().quote == "sat"
    assert thread.suggestions.get().text == "lay"
    assert thread.comments.get().body.startswith("A reader (Anna) says:")
    assert "Nothing waits." in editor.get(tray).content.decode()
    assert editor.post(f"{tray}{sending.pk}/refuse/").status_code == 409


def test_what_is_no_remark_is_said_and_nothing_typed_is_lost(open_room: Room) -> None:
    for wrong in ({"body": " "}, {"siglum": "A", "quote": "elephant"}, {"siglum": "B", "quote": "lay"}):
        answer = Client().post(address_in(open_room), {"body": "Hm.", "name": "Anna", **wrong})
        assert answer.status_code == 422
        assert 'value="Anna"' in answer.content.decode()
    assert not Sending.objects.exists()


def test_only_where_it_is_wished_for_and_not_too_often(open_room: Room) -> None:
    assert [send(open_room) for _ in range(6)] == [200] * 5 + [429]
    Showing.objects.update(takes_words=False)
    assert send(open_room) == 404
    assert "data-saying" not in Client().get(f"{address_in(open_room, '')}?marks=off").content.decode()


def test_a_form_of_another_site_is_refused(open_room: Room) -> None:
    headers = {"Sec-Fetch-Site": "cross-site"}
    assert Client().post(address_in(open_room), {"body": "Buy!"}, headers=headers).status_code == 403


def test_editors_decide_once(open_room: Room) -> None:
    send(open_room)
    sending = Sending.objects.get()
    with pytest.raises(NotAllowed):
        take_words(actor=open_room.reviewer, sending=sending)
    refuse_words(actor=open_room.editor, sending=sending)
    with pytest.raises(Conflict):
        take_words(actor=open_room.editor, sending=sending)


def test_blocks_of_addresses() -> None:
    assert address_block("192.0.2.77") == "192.0.2.0/24"
    assert address_block("2001:db8::/64") == "2001:db8::/64"
    assert address_block("") == ""


def test_a_passage_is_framed_only_where_it_is_switched_on(open_room: Room) -> None:
    framed = Client().get(address_in(open_room, "embed/"))
    assert framed.status_code == 200
    assert "X-Frame-Options" not in framed
    assert "frame-ancestors *" in framed["Content-Security-Policy"]
    assert Client().get(address_in(open_room, ""))["X-Frame-Options"] == "DENY"
    show_work(actor=open_room.owner, work=open_room.work, version=2, wishes=ShowingWishes(is_framed=False))
    assert Client().get(address_in(open_room, "embed/")).status_code == 404


def test_search_engines_are_told_what_is_public() -> None:
    said = Client().get("/robots.txt").content.decode()
    assert "Allow: /read/" in said
    assert said.endswith("Disallow: /\n")
