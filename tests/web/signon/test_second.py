"""A second factor: who is asked for it, what a code is worth, and what an installation may require."""

import re
import subprocess
import sys
from typing import Any

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from pytest_django import Settings

from tests.conftest import Team
from tests.factories import PASSWORD
from tests.operating.databases import ROOT
from workbench.accounts.actions import make_token
from workbench.accounts.models import User
from workbench.accounts.personal import rows_of_person

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture(autouse=True)
def _no_code_used() -> None:
    """Forget the codes of another test, whose people have the same numbers."""
    cache.clear()


def code_now(secret: str = SECRET) -> str:
    """Return what an authenticator app shows (RFC 6238)."""
    return str(format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time())))))


def with_app(user: User) -> User:
    TOTP.activate(user, SECRET)
    RecoveryCodes.activate(user)
    return user


def sign_in(client: Client, name: str, target: str = "/account/") -> Any:
    return client.post("/login/", {"username": name, "password": PASSWORD, "next": target})


def is_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


def test_a_password_alone_opens_nothing_where_there_is_a_second_factor(client: Client, team: Team) -> None:
    with_app(team.editor)
    asked = sign_in(client, "editor")
    assert (asked.status_code, asked["Location"]) == (302, "/sign-on/second/authenticate/")
    assert not is_in(client)
    assert client.get("/api/v1/me/").status_code == 401
    wrong = client.post(asked["Location"], {"code": "000000"})
    assert "Incorrect code" in wrong.content.decode()
    assert not is_in(client)
    came = client.post(asked["Location"], {"code": code_now()})
    assert (came.status_code, came["Location"]) == (302, "/account/")
    assert is_in(client)


def test_a_code_counts_once(team: Team) -> None:
    with_app(team.editor)
    code = code_now()
    for client, expected in ((Client(), True), (Client(), False)):
        sign_in(client, "editor")
        client.post("/sign-on/second/authenticate/", {"code": code})
        assert is_in(client) is expected


def test_a_recovery_code_opens_once(team: Team) -> None:
    with_app(team.editor)
    code = Authenticator.objects.get(user=team.editor, type="recovery_codes").wrap().get_unused_codes()[0]
    for client, expected in ((Client(), True), (Client(), False)):
        sign_in(client, "editor")
        client.post("/sign-on/second/authenticate/", {"code": code})
        assert is_in(client) is expected


def test_guesses_are_counted(client: Client, team: Team, settings: Settings) -> None:
    settings.PASSWORD_RATES = {"name": (2, 900), "address": (100, 900), "everywhere": (100, 900)}
    with_app(team.editor)
    sign_in(client, "editor")
    said = [client.post("/sign-on/second/authenticate/", {"code": "000000"}).content.decode() for _ in range(3)]
    assert ["Too many attempts" in page for page in said] == [False, False, True]
    client.post("/sign-on/second/authenticate/", {"code": code_now()})
    assert not is_in(client)


def test_somebody_sets_up_an_app_after_saying_the_password_again(client: Client, team: Team) -> None:
    client.force_login(team.reader)
    asked = client.get("/sign-on/second/totp/activate/")
    assert asked["Location"].startswith("/sign-on/again/")
    assert (
        client.post(asked["Location"], {"password": "wrong", "next": "/sign-on/second/totp/activate/"}).status_code
        == 200
    )
    client.post(asked["Location"], {"password": PASSWORD, "next": "/sign-on/second/totp/activate/"})
    page = client.get("/sign-on/second/totp/activate/").content.decode()
    (secret,) = re.findall(r'id="authenticator_secret"[^>]*value="(\w+)"', page)
    client.post("/sign-on/second/totp/activate/", {"code": code_now(secret)})
    kept = Authenticator.objects.get(user=team.reader, type="totp")
    assert secret not in str(kept.data)
    assert get_adapter().decrypt(kept.data["secret"]) == secret
    given = [row for row in rows_of_person(team.reader) if row["table"] == "mfa.Authenticator"]
    assert given
    assert not any("data" in row for row in given)


def test_an_administrator_forgets_a_lost_phone(client: Client, team: Team) -> None:
    with_app(team.editor)
    call_command("forget_second_factor", "editor")
    assert sign_in(client, "editor")["Location"] == "/account/"
    assert is_in(client)


@pytest.fixture
def required(settings: Settings) -> None:
    settings.SECOND_FACTOR = "required"


def test_where_it_is_required_one_gets_no_further_than_to_set_it_up(client: Client, team: Team, required: None) -> None:
    sign_in(client, "reader")
    assert client.get("/")["Location"] == "/sign-on/second/"
    assert client.get("/api/v1/me/").status_code == 401
    assert client.get("/sign-on/second/").status_code == 200
    assert client.get("/sign-on/second/totp/activate/")["Location"].startswith("/sign-on/again/")
    with_app(team.reader)
    assert client.get("/").status_code == 200
    assert client.get("/api/v1/me/").status_code == 200


def test_where_it_is_required_the_last_one_is_not_taken_away(client: Client, team: Team, required: None) -> None:
    with_app(team.reader)
    sign_in(client, "reader")
    client.post("/sign-on/second/authenticate/", {"code": code_now()})
    client.post("/sign-on/second/totp/deactivate/")
    assert Authenticator.objects.filter(user=team.reader, type="totp").exists()


def test_scripts_are_not_asked(team: Team, required: None) -> None:
    _, secret = make_token(actor=team.reader, name="nightly", scopes=["read"], expires_at=None)
    assert Client().get("/api/v1/me/", headers={"authorization": f"Bearer {secret}"}).status_code == 200


def test_nothing_of_it_is_loaded_where_nobody_asks_for_it() -> None:
    """The extra is installed here; without SSO_FILE and SECOND_FACTOR not a module of it is."""
    asked = "import sys, django; django.setup(); from workbench.wsgi import application; import workbench.web.urls"
    told = "print([n for n in sys.modules if n.partition('.')[0] in {'allauth', 'fido2', 'cryptography', 'onelogin'}])"
    environment = {"SECRET_KEY": "x" * 40, "DJANGO_SETTINGS_MODULE": "workbench.settings", "PATH": ""}
    done = subprocess.run(
        [sys.executable, "-c", f"{asked}; {told}"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "[]\n", done.stderr


def test_a_wrong_setting_stops_the_start() -> None:
    environment = {"SECRET_KEY": "x" * 40, "SECOND_FACTOR": "always", "PATH": ""}
    command = [sys.executable, "-c", "import workbench.settings"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert "SECOND_FACTOR is 'always'; one of off, optional, required is expected." in done.stderr
