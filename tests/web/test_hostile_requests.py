"""What nobody's browser sends: every answer is below 500, on both databases, and the next page is fine."""

import pytest
from django.test import Client

from tests.conftest import Team

pytestmark = pytest.mark.slow  # left out of `make check`

ODD = [
    "\x00",
    "a\x00b",
    "\ud800",
    "\uffff",
    "\u202e",
    "x" * 5000,
    "-1",
    "9" * 40,
    "%00",
    "' OR 1=1 --",
    "{{ 7 }}",
    "[]",
]
ODD_BYTES = ["%00", "%ED%A0%80", "%FF", "a%00b", "%C0%80", "%2e%2e%2f", "%0d%0aX: y"]
ADDRESSES = ["/login/", "/account/", "/workspaces/new/", "/workspaces/room/members/", "/workspaces/room/import/"]
FIELDS = {
    "/login/": ("username", "password", "next"),
    "/account/name/": ("name",),
    "/account/password/": ("current", "new", "again"),
    "/account/tokens/": ("name", "scopes", "lifetime"),
    "/workspaces/new/": ("name", "slug"),
    "/workspaces/room/members/": ("username", "role"),
    "/workspaces/room/import/": ("text", "work", "title", "siglum", "language", "format", "reason", "match", "beside"),
}


def posted(value: str) -> bytes:
    return value.encode("utf-8", "surrogatepass")


@pytest.mark.parametrize(
    "key", ['"\\000\\000\\000\\000\\000\\000\\000\\000"', "a" * 5000, '"abcdefgh\\377"', "äöüäöüäö"]
)
def test_an_impossible_session_key_is_no_session(team: Team, key: str) -> None:
    client = Client(headers={"Cookie": f"sessionid={key}"})
    page = client.get("/account/", headers={"Cookie": f"sessionid={key}"})
    assert (page.status_code, page["Location"]) == (302, "/login/?next=/account/")
    assert client.get("/login/", headers={"Cookie": f"sessionid={key}"}).status_code == 200


@pytest.mark.parametrize("odd", ODD_BYTES)
def test_odd_addresses_are_nothing(client: Client, team: Team, odd: str) -> None:
    client.force_login(team.owner)
    for address in (
        f"/{odd}/",
        f"/workspaces/{odd}/members/",
        f"/works/{odd}/{odd}/export/",
        f"/account/tokens/{odd}/",
    ):
        assert client.get(address).status_code in {400, 404}
    for address in (*ADDRESSES, "/works/room/a-small-work/export/"):
        for parameter in ("next", "page", "work", "translation", "format"):
            assert client.get(f"{address}?{parameter}={odd}").status_code < 500
    assert client.get("/").status_code == 200


@pytest.mark.parametrize("address", FIELDS)
def test_odd_values_in_every_field_are_refused_or_kept_but_never_fail(team: Team, address: str) -> None:
    for odd in ODD:
        client = Client()
        if address != "/login/":
            client.force_login(team.owner)
        for name in FIELDS[address]:
            assert client.post(address, dict.fromkeys(FIELDS[address], "x") | {name: posted(odd)}).status_code < 500
        client.force_login(team.owner)
        for page in ("/", "/account/", "/workspaces/room/members/"):
            assert client.get(page).status_code == 200


def test_a_form_that_is_no_form_is_refused(client: Client, team: Team) -> None:
    client.force_login(team.owner)
    for body, kind in (
        (b"[" * 100_000, "application/json"),
        (b"--x\r\n", "multipart/form-data"),
        (b"--x\r\n", "multipart/form-data; boundary="),
        (b"\xff" * 100, "application/x-www-form-urlencoded; charset=utf-16"),
        (b"a=b", "application/x-www-form-urlencoded; charset=no-such"),
    ):
        for address in ("/login/", "/account/name/", "/workspaces/room/import/"):
            assert client.generic("POST", address, body, content_type=kind).status_code < 500
