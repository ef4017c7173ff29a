"""The library page."""

from django.test import Client

from tests.conftest import Room


def test_the_library_lists_the_works_of_a_member(client: Client, room: Room) -> None:
    client.force_login(room.reader)
    page = client.get("/")
    assert page.status_code == 200
    assert room.work.title in page.content.decode()


def test_an_outsider_reads_nothing_of_a_private_work(client: Client, room: Room) -> None:
    client.force_login(room.outsider)
    assert room.work.title not in client.get("/").content.decode()


def test_somebody_not_signed_in_is_sent_to_sign_in(client: Client, room: Room) -> None:
    page = client.get("/")
    assert (page.status_code, page["Location"]) == (302, "/login/?next=/")


def test_an_empty_library_says_how_to_begin(client: Client, room: Room) -> None:
    client.force_login(room.former)
    page = client.get("/").content.decode()
    assert "Works lie in workspaces, and you are in none." in page
    assert 'href="/workspaces/new/"' in page
    client.force_login(room.outsider)
    page = client.get("/").content.decode()
    assert "Three ways to begin:" in page
    assert 'href="/works/new/"' in page
