"""Two web processes on one database are one server: sessions, throttling, cursors, feeds and jobs hold across them."""

import json
import re
from http.cookiejar import CookieJar
from time import sleep, time
from typing import Any
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener

from tests.drills.serving import Site

__all__ = ["check_all"]

_WORK = "work=a-small-work&workspace=room"


def check_all(one: Site, two: Site, world: dict[str, Any]) -> None:
    """Try each, and say what was seen."""
    for check in (check_sessions, check_cursors, check_feeds, check_jobs, check_own_writes, check_throttling):
        print(check(one, two, world), flush=True)


def check_sessions(one: Site, two: Site, world: dict[str, Any]) -> str:
    """Sign in at the one, be known at the other, sign out there, be a stranger at both."""
    browser = build_opener(HTTPCookieProcessor(CookieJar()))

    def show(site: Site, path: str, fields: dict[str, str] | None = None) -> str:
        content = urlencode(fields).encode() if fields is not None else None
        request = Request(site.url + path, content, {"Origin": site.url})
        with browser.open(request, timeout=20) as response:
            return f"{response.url} {response.read().decode()}"

    page = show(one, "/login/")
    said = {"username": world["name"], "password": world["password"], "csrfmiddlewaretoken": _csrf(page)}
    show(one, "/login/", said)
    account = show(two, "/account/")
    assert account.startswith(f"{two.url}/account/ "), account[:80]
    show(two, "/logout/", {"csrfmiddlewaretoken": _csrf(account)})
    for site in (one, two):
        assert show(site, "/account/").startswith(f"{site.url}/login/"), "a session outlived its end"
    return "sessions: signed in at the first, known at the second, signed out at both"


def check_cursors(one: Site, two: Site, world: dict[str, Any]) -> str:
    """Walk through a list, each page from the other process."""
    seen: list[str] = []
    sites, path = [one, two], f"/api/v1/passages/?{_WORK}&page_size=2"
    while path:
        status, _, content = sites[len(seen) // 2 % 2].ask(path, world["owner"])
        assert status == 200, content
        page = json.loads(content)
        seen += [row["reference"] for row in page["results"]]
        path = re.sub(r"^https?://[^/]*", "", page["next"] or "")
    assert seen == [str(n) for n in range(1, 24)], seen
    return f"cursors: {len(seen)} passages on {len(seen) // 2 + 1} pages, each from the other process, none twice"


def check_feeds(one: Site, two: Site, world: dict[str, Any]) -> str:
    """Ask for a feed at the one, and at the other with the tag of the first: it has not changed."""
    path = f"/works/room/a-small-work/feed.atom?token={world['feed']}"
    status, headers, content = one.ask(path)
    assert (status, content.count(b"<entry>") > 0) == (200, True), (status, content[:200])
    assert two.ask(path, If_None_Match=headers["etag"])[0] == 304
    assert two.ask(path)[2] == content
    return "feeds: the same bytes and the same tag from both"


def check_jobs(one: Site, two: Site, world: dict[str, Any]) -> str:
    """Ask for an export at the one, and see at the other that it is done and what it holds."""
    asked = {"workspace": "room", "work": "a-small-work", "format": "bundle"}
    status, headers, content = one.ask("/api/v1/jobs/exports/", world["owner"], asked)
    assert status == 202, content
    for _ in range(300):
        job = json.loads(two.ask(headers["location"], world["owner"])[2])
        if job["state"] not in {"waiting", "running"}:
            break
        sleep(0.1)
    assert job["state"] == "done", job
    files = [site.ask(f"{headers['location']}file/", world["owner"]) for site in (one, two)]
    assert files[0][0] == 200, files[0]
    assert files[0][2] == files[1][2]
    return "jobs: asked of the first, done by a worker, followed and fetched at the second"


def check_own_writes(one: Site, two: Site, world: dict[str, Any], times: int = 50) -> str:
    """Write at the one and read it at once at the other."""
    for number in range(times):
        slug = f"own-{number:03}"
        status, _, content = one.ask("/api/v1/workspaces/", world["writers"][number % 6], {"name": "Own", "slug": slug})
        assert status == 201, content
        found = two.ask(f"/api/v1/workspaces/{slug}/", world["writers"][number % 6])[0]
        assert found == 200, f"{slug} was acknowledged, and the other process answers {found}"
    return f"own writes: {times} made at the first, each read at once at the second"


def check_throttling(one: Site, two: Site, world: dict[str, Any]) -> str:
    """Ask as a stranger, of the one and the other in turns: the rate is that of both together."""
    allowed, window = world["rate"]
    if (left := window - time() % window) < window / 3:
        sleep(left + 0.1)
    statuses = [(one, two)[number % 2].ask("/api/v1/me/")[0] for number in range(allowed + 2)]
    assert statuses == [401] * allowed + [429] * 2, statuses[-5:]
    return f"throttling: {allowed} requests in turns, the next is refused by either"


def _csrf(page: str) -> str:
    found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert found, page[:300]
    return found[1]
