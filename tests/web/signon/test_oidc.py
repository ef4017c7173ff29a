"""Signing on by OpenID Connect, with a real provider on this machine: who comes in, as whom, and who does not."""

from collections.abc import Iterator
from time import time
from typing import Any
from uuid import uuid4

import pytest
import requests
from allauth.socialaccount.internal import jwtkit
from django.core.management import call_command
from django.test import Client
from joserfc import jwk, jwt
from pytest_django import Settings

from tests.conftest import Team
from tests.web.signon.provider import Provider, providing, settings_of
from workbench.accounts.actions import invite, make_token
from workbench.accounts.models import Membership, User
from workbench.accounts.personal import rows_of_person
from workbench.operating.people import forget_person
from workbench.operating.sign_on import look_at_sign_on

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def running() -> Iterator[Provider]:
    with providing() as provider:
        yield provider


@pytest.fixture
def provider(running: Provider, settings: Settings) -> Provider:
    settings.SOCIALACCOUNT_PROVIDERS = settings_of(running)
    return running


def somebody(client: Client) -> User:
    user: User = client.get("/account/").context["user"]
    return user


def test_the_page_offers_the_provider_and_brings_one_back_to_where_one_wanted(
    client: Client, team: Team, provider: Provider
) -> None:
    provider.knows("s1", name="Vera Field", preferred_username="vera")
    page = client.get("/login/?next=/account/").content.decode()
    assert 'href="/sign-on/oidc/uni/login/?next=%2Faccount%2F">The university</a>' in page
    came = provider.lets_in(client, "s1", "/sign-on/oidc/uni/login/?next=%2Faccount%2F")
    assert (came.status_code, came["Location"]) == (302, "/account/")
    assert client.get("/account/").status_code == 200


def test_somebody_new_gets_an_account_and_no_workspace(client: Client, team: Team, provider: Provider) -> None:
    provider.knows("s2", name="Vera Field", preferred_username="vera", email="Vera@Example.org", email_verified=True)
    provider.lets_in(client, "s2")
    user = somebody(client)
    assert (user.username, user.name, user.email) == ("vera", "Vera Field", "vera@example.org")
    assert not user.has_usable_password()
    assert not Membership.objects.filter(user=user).exists()
    assert client.get(f"/{team.workspace.slug}/{team.work.slug}/").status_code == 404
    again = Client()
    provider.lets_in(again, "s2")
    assert somebody(again) == user
    page = client.get("/account/").content.decode()
    assert "Change the password" not in page
    assert "Second factor" not in page


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ({"preferred_username": "reader", "name": "Impostor"}, ("reader2", "Impostor")),
        ({"preferred_username": "waited-for", "name": "Eager"}, ("waited-for2", "Eager")),
        ({"preferred_username": "Věra O'Neil@corp", "name": "Věra"}, ("VraONeil", "Věra")),
        ({"preferred_username": "v", "name": "Vera, imported by Anton"}, ("v", "")),
        ({"preferred_username": "w", "name": "Ve\u202era"}, ("w", "")),
        ({"given_name": "Vera", "family_name": "Field"}, ("person", "Vera Field")),
    ],
)
def test_names_follow_the_rules_of_names(
    client: Client, team: Team, provider: Provider, claims: dict[str, str], expected: tuple[str, str]
) -> None:
    invite(actor=team.owner, workspace=team.workspace, to="waited-for", role="editor")
    sub = f"n-{expected[0]}"
    provider.knows(sub, **claims)
    provider.lets_in(client, sub)
    user = somebody(client)
    assert (user.username, user.name) == expected


def test_an_address_is_taken_only_where_it_was_confirmed(client: Client, team: Team, provider: Provider) -> None:
    provider.knows("s3", preferred_username="sly", email="owner@example.org", email_verified=False)
    provider.lets_in(client, "s3")
    assert somebody(client).email == ""


def test_an_account_is_known_by_its_address_only_where_the_installation_says_so(
    team: Team, provider: Provider, settings: Settings
) -> None:
    User.objects.filter(pk=team.editor.pk).update(email="ed@example.org")
    settings.SOCIALACCOUNT_PROVIDERS = settings_of(provider, known_by_address=True)
    provider.knows("s5", preferred_username="ed", email="ED@example.org", email_verified=True)
    known = Client()
    provider.lets_in(known, "s5")
    assert somebody(known) == team.editor
    team.editor.refresh_from_db()
    assert team.editor.has_usable_password()
    settings.SOCIALACCOUNT_PROVIDERS = settings_of(provider)
    provider.knows("s4", preferred_username="ed", email="ed@example.org", email_verified=True)
    new = Client()
    provider.lets_in(new, "s4")
    assert somebody(new).username == "ed"


@pytest.mark.parametrize(
    "wishes", [{"new_people": False}, {"domains": ["uni.example"]}], ids=["nobody new", "another domain"]
)
def test_who_may_not_come_gets_no_account(
    client: Client, team: Team, provider: Provider, settings: Settings, wishes: dict[str, object]
) -> None:
    settings.SOCIALACCOUNT_PROVIDERS = settings_of(provider, **wishes)
    provider.knows("s6", preferred_username="far", email="far@example.org", email_verified=True)
    before = User.objects.count()
    came = provider.lets_in(client, "s6")
    assert "Sign Up Closed" in came.content.decode()
    assert (User.objects.count(), client.get("/account/").status_code) == (before, 302)


def test_nobody_is_connected_by_a_mere_link(client: Client, team: Team, provider: Provider) -> None:
    client.force_login(team.owner)
    provider.knows("evil", preferred_username="evil")
    came = provider.lets_in(client, "evil", "/sign-on/oidc/uni/login/?process=connect")
    assert (came.status_code, came["Location"]) == (302, "/account/")
    assert [row for row in rows_of_person(team.owner) if row["table"] == "socialaccount.SocialAccount"] == []


def test_an_answer_that_was_not_asked_for_or_is_another_browsers_opens_nothing(
    client: Client, team: Team, provider: Provider
) -> None:
    provider.knows("s7", preferred_username="kit")
    address = client.get("/sign-on/oidc/uni/login/")["Location"]
    back = requests.post(address, data={"sub": "s7"}, allow_redirects=False, timeout=5).headers["Location"]
    other = Client()
    assert "Third-Party Login Failure" in provider.come_back(other, back).content.decode()
    assert other.get("/account/").status_code == 302
    assert client.get("/sign-on/oidc/nobody/login/").status_code == 404


def test_a_closed_account_is_out_at_once_and_stays_out(client: Client, team: Team, provider: Provider) -> None:
    provider.knows("s8", preferred_username="leaver")
    provider.lets_in(client, "s8")
    user = somebody(client)
    _, secret = make_token(actor=user, name="nightly", scopes=["read"], expires_at=None)
    asked = {"authorization": f"Bearer {secret}"}
    assert Client().get("/api/v1/me/", headers=asked).status_code == 200
    call_command("close_account", "leaver")
    assert client.get("/account/").status_code == 302
    assert Client().get("/api/v1/me/", headers=asked).status_code == 401
    came = provider.lets_in(Client(), "s8")
    assert (came.status_code, came["Location"]) == (302, "/sign-on/closed/")


def test_what_a_provider_said_is_given_out_and_forgotten_with_the_person(
    client: Client, team: Team, provider: Provider
) -> None:
    provider.knows("s9", preferred_username="gone", name="Gone Soon")
    provider.lets_in(client, "s9")
    user = somebody(client)
    (kept,) = [row for row in rows_of_person(user) if row["table"] == "socialaccount.SocialAccount"]
    assert kept["uid"] == "s9"
    forget_person(user=user)
    assert [row for row in rows_of_person(user) if row["table"].startswith("socialaccount")] == []
    assert client.get("/account/").status_code == 302


def test_the_pages_of_signing_on_keep_the_browsers_guards(client: Client, team: Team, provider: Provider) -> None:
    for url in ("/login/", "/sign-on/closed/", "/sign-on/failed/", "/sign-on/cancelled/"):
        assert "form-action 'self'" in client.get(url)["Content-Security-Policy"]
    crossing = {"Sec-Fetch-Site": "cross-site"}
    assert client.post("/sign-on/oidc/uni/login/", headers=crossing).status_code == 403


def test_the_doctor_says_who_does_not_answer_and_what_trusts_too_much(
    team: Team, provider: Provider, settings: Settings
) -> None:
    assert [one.what for one in look_at_sign_on()] == [f"“The university” is asked in the clear: {provider.url}."]
    trusting = settings_of(provider, known_by_address=True, verified_email=True)
    trusting["openid_connect"]["APPS"][0]["settings"]["server_url"] = "https://127.0.0.1:1"
    settings.SOCIALACCOUNT_PROVIDERS = trusting
    first, second = (one.what for one in look_at_sign_on())
    assert first == "“The university” opens any account whose address it names, unconfirmed."
    assert second.startswith("“The university” does not answer: ")


def test_a_provider_ends_the_sessions_of_somebody_by_a_signed_token_alone(
    client: Client, team: Team, provider: Provider, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    provider.knows("s10", preferred_username="left")
    provider.lets_in(client, "s10")
    key = jwk.RSAKey.generate_key(2048, {"kid": "k", "alg": "RS256"})
    monkeypatch.setattr(jwtkit, "fetch_key", lambda *_: ("RS256", serialised(key)))
    event: dict[str, dict[str, str]] = {"http://schemas.openid.net/event/backchannel-logout": {}}
    now = int(time())
    said = {"iss": provider.url, "aud": "workbench", "sub": "s10", "iat": now, "exp": now + 60, "events": event}

    def told(claims: dict[str, Any], by: jwk.RSAKey = key) -> int:
        token = jwt.encode({"alg": "RS256", "kid": "k"}, {**claims, "jti": uuid4().hex}, by)
        return Client().post("/sign-on/oidc/uni/logout/", {"logout_token": token}).status_code

    other = jwk.RSAKey.generate_key(2048, {"kid": "k"})
    assert [told(said, other), told({**said, "aud": "others"}), told({**said, "events": {}})] == [400, 400, 400]
    assert [told({**said, "nonce": "n"}), told({**said, "exp": now - 60})] == [400, 400]
    assert client.get("/account/").status_code == 200
    assert told(said) == 200
    assert client.get("/account/").status_code == 302


def serialised(key: jwk.RSAKey) -> str:
    return str(key.as_pem(private=False).decode())
