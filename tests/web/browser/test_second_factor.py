"""A second factor in a real browser: an app and a passkey are set up and asked for, within our pages and guards."""

import re
from io import StringIO
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.core.management import call_command
from playwright.sync_api import Page
from pytest_django import Settings

from tests.conftest import Team
from tests.factories import PASSWORD
from tests.web.browser.conftest import Visit
from tests.web.browser.test_account import find_faults
from tests.web.signon.test_second import code_now, with_app

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SECOND = "/sign-on/second/"


@pytest.fixture(autouse=True)
def _no_code_used() -> None:
    cache.clear()


def say_password(page: Page) -> None:
    page.fill("#id_password", PASSWORD)
    page.click("main button:has-text('Confirm')")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_no_page_is_wider_than_a_narrow_window(visit: Visit, team: Team, scheme: str) -> None:
    page = visit(team.reader, SECOND, color_scheme=scheme, viewport={"width": 320, "height": 800})
    found = {SECOND: find_faults(page)}
    page.goto(f"{SECOND}totp/activate/")
    found["again"] = find_faults(page)
    say_password(page)
    for path in ("totp/activate/", "webauthn/add/", "webauthn/"):
        page.goto(SECOND + path)
        found[path] = find_faults(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
    with_app(team.reader)
    for path in ("", "totp/deactivate/", "recovery-codes/", "recovery-codes/generate/"):
        page.goto(SECOND + path)
        found[path] = find_faults(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
    assert found == {path: [] for path in found}


def test_an_app_is_set_up(visit: Visit, team: Team) -> None:
    page = visit(team.reader, f"{SECOND}totp/activate/")
    say_password(page)
    assert page.locator("img.qr").evaluate("image => image.naturalWidth > 0")
    secret = page.input_value("#authenticator_secret")
    page.fill("#id_code", code_now(secret))
    page.click("main button:has-text('Activate')")
    page.wait_for_url(re.compile("recovery-codes"))
    assert Authenticator.objects.filter(user=team.reader).count() == 2
    cache.clear()
    call_command("forget_second_factor", "reader", stdout=StringIO())
    assert Authenticator.objects.filter(user=team.reader).count() == 0


def with_key(page: Page) -> None:
    """Give the browser a key that touches itself (Chrome DevTools Protocol, WebAuthn)."""
    cdp: Any = page.context.new_cdp_session(page)
    cdp.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    options |= {"isUserVerified": True, "automaticPresenceSimulation": True}
    cdp.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def test_a_passkey_is_added_and_opens_the_next_session(visit: Visit, team: Team, settings: Settings) -> None:
    settings.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
    page = visit(team.reader, f"{SECOND}webauthn/add/")
    with_key(page)
    say_password(page)
    page.fill("#id_name", "My laptop")
    page.click("#mfa_webauthn_add")
    page.wait_for_url(re.compile("recovery-codes"))
    page.click("text=Sign out")
    page.fill("#id_username", "reader")
    page.fill("#id_password", PASSWORD)
    page.click("main button:has-text('Sign in')")
    page.wait_for_url(re.compile("authenticate"))
    page.click("#mfa_webauthn_authenticate")
    page.wait_for_url(lambda url: "authenticate" not in url)
    page.goto("/account/")
    assert page.url.endswith("/account/")
