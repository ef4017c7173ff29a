"""What is asked of a filled database in a process of its own, whose answers tests compare."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor

from django.conf import settings
from django.db import connection
from django.test import Client

from workbench.accounts.actions import make_token
from workbench.accounts.counters import counters
from workbench.accounts.models import ApiToken, User
from workbench.review.models import Thread

__all__ = ["ask_everything", "pages_while_locked", "read_while_locked"]

ADDRESSES = (
    "/api/v1/works/",
    "/api/v1/search/?q=cat",
    "/api/v1/works/a-small-work/variation/?workspace=room",
    "/api/v1/works/a-small-work/export/?workspace=room&format=bundle",
    "/api/v1/works/a-small-work/differences/?workspace=room",
    "/api/v1/threads/?work=a-small-work&workspace=room",
)
_WORK = "/works/room/a-small-work"
PAGES = (
    *("/", "/review/", "/inbox/", "/inbox/count/", "/account/", "/jobs/", "/search/?q=cat", "/help/", "/readyz"),
    *(f"{_WORK}/{page}" for page in ("", "compare/", "variation/", "differences/", "checks/", "report/")),
)


def ask_everything() -> dict[str, list[int]]:
    """Ask for each address many times, in four threads at once; return the statuses that came."""
    headers = _headers()

    def ask(address: str) -> int:
        try:
            return Client(SERVER_NAME="localhost", headers=headers).get(address).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        return {address: sorted(set(pool.map(ask, [address] * 12))) for address in ADDRESSES}


def read_while_locked() -> list[object]:
    """Ask while another writer holds SQLite's lock; return statuses, whether the token's use was noted, the count."""
    headers = _headers()
    before = counters().total()
    writer = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    client = Client(SERVER_NAME="localhost", headers=headers)
    said = [client.get(address).status_code for address in ADDRESSES]
    writer.execute("ROLLBACK")
    noted = ApiToken.objects.filter(name="asked").exclude(last_used_at=None).exists()
    client.get("/api/v1/me/")
    noted_later = ApiToken.objects.filter(name="asked").exclude(last_used_at=None).exists()
    return [said, noted, noted_later, counters().total() - before]


def pages_while_locked() -> dict[str, int]:
    """Ask for pages, on a connection of their own, while another writer holds SQLite's lock; return the statuses.

    Whoever would have to wait for the lock fails at once, so that nothing is timed.
    """
    owner = User.objects.get(username="owner")
    client = Client(SERVER_NAME="localhost", raise_request_exception=False)
    client.force_login(owner)
    thread = Thread.objects.filter(workspace__slug="room").earliest("pk").pk
    writer = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    settings.DATABASES["default"]["OPTIONS"]["timeout"] = 0
    connection.close()
    said = {address: client.get(address).status_code for address in (*PAGES, f"/threads/{thread}/")}
    said["writing"] = client.post("/account/name/", {"name": "Olga"}).status_code
    writer.execute("ROLLBACK")
    return said


def _headers() -> dict[str, str]:
    owner = User.objects.get(username="owner")
    _, secret = make_token(actor=owner, name="asked", scopes=["read"], expires_at=None)
    return {"authorization": f"Bearer {secret}"}
