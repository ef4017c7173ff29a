"""The library page."""

from django.test import Client

from tests.conftest import Team


def test_the_library_lists_the_works_of_a_member(client: Client, team: Team) -> None:
    client.force_login(team.reader)
    page = client.get("/")
    assert page.status_code == 200
    assert team.work.title in page.content.decode()


def test_an_outsider_reads_nothing_of_a_private_work(client: Client, team: Team) -> None:
    client.force_login(team.outsider)
    assert team.work.title not in client.get("/").content.decode()


def test_somebody_not_signed_in_is_sent_to_sign_in(client: Client, team: Team) -> None:
    page = client.get("/")
    assert (page.status_code, page["Location"]) == (302, "/login/?next=/")


def test_an_empty_library_says_how_to_begin(client: Client, team: Team) -> None:
    client.force_login(team.former)
    page = client.get("/").content.decode()
    assert "Works lie in workspaces, and you are in none." in page
    assert 'href="/workspaces/new/"' in page
    client.force_login(team.outsider)
    page = client.get("/").content.decode()
    assert "Three ways to begin:" in page
    assert 'href="/works/new/"' in page
