"""Signing in and out: who gets in, where they land, and what guessing meets."""

import pytest
from django.conf import settings
from django.test import Client
from pytest_django import Settings

from tests.conftest import Team
from tests.factories import PASSWORD, make_user
from workbench.accounts.models import User


def sign_in(client: Client, name: str, password: str = PASSWORD, **more: str) -> tuple[int, str]:
    page = client.post("/login/", {"username": name, "password": password, **more})
    return page.status_code, page.get("Location", "")


def test_name_and_password_let_one_in(client: Client, team: Team) -> None:
    assert sign_in(client, "reader") == (302, "/")
    assert client.get("/").context["user"] == team.reader


def test_one_lands_where_one_wanted_to_go(client: Client, team: Team) -> None:
    asked = client.get("/account/")
    assert asked["Location"] == "/login/?next=/account/"
    assert '<input type="hidden" name="next" value="/account/">' in client.get(asked["Location"]).content.decode()
    assert sign_in(client, "reader", next="/account/") == (302, "/account/")


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/",
        "//evil.example/",
        "///evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "http:evil.example",
        "https:///evil.example",
        "\x00//evil.example",
        "/\t/evil.example",
        "/ok\r\nSet-Cookie: a=b",
    ],
)
def test_nobody_is_sent_to_another_host(client: Client, team: Team, target: str) -> None:
    assert sign_in(client, "reader", next=target) == (302, "/")
    assert client.get("/login/", {"next": target})["Location"] == "/"


def test_those_signed_in_are_not_asked_again(client: Client, team: Team) -> None:
    client.force_login(team.reader)
    page = client.get("/login/?next=/account/")
    assert (page.status_code, page["Location"]) == (302, "/account/")


def test_an_unknown_name_a_wrong_password_and_a_closed_account_get_one_answer(client: Client, team: Team) -> None:
    User.objects.filter(pk=team.former.pk).update(is_active=False)
    said = []
    for name, password in (("nobody", PASSWORD), ("reader", "wrong"), ("former", PASSWORD)):
        page = client.post("/login/", {"username": name, "password": password})
        said.append((page.status_code, page.context["form"].non_field_errors()))
    assert said == [(422, ["User name and password do not belong together."])] * 3


def test_the_password_is_never_sent_back(client: Client, team: Team) -> None:
    page = client.post("/login/", {"username": "reader", "password": "my-secret-slip"})
    assert "my-secret-slip" not in page.content.decode()


@pytest.mark.parametrize(
    "name", ["a\x00b", "x" * 151, "", "<img src=x onerror=alert(1)>", "\ud800".encode("utf-8", "surrogatepass")]
)
def test_odd_names_are_refused_and_inert(client: Client, team: Team, name: str) -> None:
    page = client.post("/login/", {"username": name, "password": "x"})
    assert page.status_code == 422
    assert "<img src=x" not in page.content.decode()


def test_guessing_one_name_ends_even_from_many_addresses(db: None) -> None:
    make_user("vera")
    for attempt in range(settings.PASSWORD_RATES["everywhere"][0]):
        client = Client(REMOTE_ADDR=f"192.0.2.{attempt}")
        assert sign_in(client, "vera", "guess")[0] == 422
    page = Client(REMOTE_ADDR="198.51.100.1").post("/login/", {"username": "VERA ", "password": PASSWORD})
    assert page.status_code == 429
    assert 0 < int(page["Retry-After"]) <= settings.PASSWORD_RATES["name"][1]
    assert sign_in(Client(), "vera")[0] == 429


def test_guessing_from_one_address_ends_for_all_names(client: Client, team: Team) -> None:
    for attempt in range(settings.PASSWORD_RATES["address"][0]):
        assert sign_in(client, f"guess{attempt}", "guess")[0] == 422
    assert sign_in(client, "reader")[0] == 429
    assert sign_in(Client(REMOTE_ADDR="192.0.2.7"), "reader")[0] == 302


def test_twenty_wrong_passwords_slow_the_guesser_and_not_the_owner(team: Team) -> None:
    guesser = Client(REMOTE_ADDR="2001:db8:1:2::1")
    for attempt in range(settings.PASSWORD_RATES["name"][0]):
        guesser = Client(REMOTE_ADDR=f"2001:db8:1:2::{attempt}")  # a subscriber has all addresses of a /64
        assert sign_in(guesser, "reader", "guess")[0] == 422
    assert sign_in(guesser, "reader")[0] == 429
    assert sign_in(Client(REMOTE_ADDR="2001:db8:1:3::1"), "reader")[0] == 302


def test_a_browser_in_which_somebody_signed_in_is_theirs_whoever_guesses(team: Team, settings: Settings) -> None:
    settings.PASSWORD_RATES = {"name": (2, 900), "address": (3, 900), "everywhere": (3, 900)}
    theirs = Client()
    assert sign_in(theirs, "reader")[0] == 302
    theirs.post("/logout/")
    for attempt in range(5):
        sign_in(Client(), f"reader{'' if attempt % 2 else attempt}", "guess")
    assert sign_in(Client(), "reader")[0] == 429
    assert sign_in(Client(headers={"cookie": "browser=forged"}), "reader")[0] == 429
    assert [sign_in(theirs, "reader", "guess")[0] for _ in range(3)] == [422, 422, 429]
    settings.PASSWORD_RATES["name"] = (4, 900)
    assert sign_in(theirs, "editor")[0] == 429
    assert sign_in(theirs, "reader")[0] == 302


def test_a_forged_forwarding_header_does_not_open_a_new_count(team: Team, settings: Settings) -> None:
    settings.PASSWORD_RATES = {**settings.PASSWORD_RATES, "address": (3, 900)}
    forged = [Client(headers={"X-Forwarded-For": f"192.0.2.{attempt}"}) for attempt in range(4)]
    said = [sign_in(client, f"guess{attempt}", "guess")[0] for attempt, client in enumerate(forged)]
    assert said == [422, 422, 422, 429]


def test_signing_out_takes_a_post_and_ends_the_session(client: Client, team: Team) -> None:
    client.force_login(team.reader)
    assert client.get("/logout/").status_code == 405
    assert client.get("/").status_code == 200
    page = client.post("/logout/")
    assert (page.status_code, page["Location"]) == (302, "/login/")
    assert client.get("/").status_code == 302


def test_signing_in_renews_the_session_key(client: Client, team: Team) -> None:
    client.force_login(team.outsider)
    client.post("/logout/")
    client.get("/login/")
    before = client.session.session_key
    sign_in(client, "reader")
    assert client.session.session_key != before
