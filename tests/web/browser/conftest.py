"""A real browser on a real server: Chromium of the machine (`CHROMIUM`, or on the path), driven by Playwright."""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from threading import Condition

import pytest
from django.conf import settings
from django.core.signals import request_finished, request_started
from django.db import OperationalError, connection
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from workbench.accounts.models import User

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
Visit = Callable[..., Page]


def until(page: Page, expression: str) -> None:
    """Wait until an expression is true on a page. Raises `AssertionError` after ten seconds.

    `Page.wait_for_function` asks again by `eval` inside the page, which the pages' own policy of contents forbids.
    """
    end = time.monotonic() + 10
    while not page.evaluate(expression):
        assert time.monotonic() < end, expression
        page.wait_for_timeout(50)


def _chromium() -> str:
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if found:
        return found
    message = "No Chromium on this machine: set CHROMIUM to its path."
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the browser once for all tests."""
    path = _chromium()
    # Playwright's loop runs in this thread, where the tests also use the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield started
        started.close()


@pytest.fixture
def visit(browser: Browser, live_server: LiveServer) -> Iterator[Visit]:
    """Return `visit(user, address, **context)`: a page at an address, signed in; errors on it fail the test."""
    contexts: list[BrowserContext] = []
    errors: list[str] = []
    answering = Answering()

    def open_page(user: User, address: str, **options: object) -> Page:
        context = browser.new_context(base_url=live_server.url, **options)  # type: ignore[arg-type]
        contexts.append(context)
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": _session(user), "url": live_server.url}])
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    answering.wait()
    assert errors == []


class Answering:
    """The requests that the server has begun to answer and not ended yet.

    Pages ask by themselves what is new, also when a test is over. The threads that answer share the connection of the
    test where its database lies in memory: they have to be done before it is emptied, and must not leave it half in a
    transaction.
    """

    def __init__(self) -> None:
        self._open = 0
        self._changed = Condition()
        request_started.connect(self._begin)
        request_finished.connect(self._end)

    def wait(self) -> None:
        """Wait for them, ten seconds at most, and leave the connection as it was."""
        with self._changed:
            self._changed.wait_for(lambda: self._open <= 0, timeout=10)
        request_started.disconnect(self._begin)
        request_finished.disconnect(self._end)
        if not (connection.in_atomic_block or connection.get_autocommit()):
            connection.set_autocommit(True)

    def _begin(self, **_: object) -> None:
        with self._changed:
            self._open += 1

    def _end(self, **_: object) -> None:
        with self._changed:
            self._open -= 1
            self._changed.notify_all()


def _session(user: User) -> str:
    """Sign in. A request that a page made meanwhile may have locked the table of sessions; for tables nobody waits."""
    client = Client()
    for wait in (0.1, 0.3, 1, 3, 10):
        try:
            client.force_login(user)
            break
        except OperationalError:
            time.sleep(wait)
    return client.cookies[settings.SESSION_COOKIE_NAME].value
