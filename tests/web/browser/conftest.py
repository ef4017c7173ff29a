"""A real browser on a real server: Chromium of the machine (`CHROMIUM`, or on the path), driven by Playwright."""

import os
import shutil
import time
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright
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
    """Return `visit(user, address, **context)`: a page at an address, signed in; errors on it fail the test.

    Pages ask by themselves what is new. What they asked last is answered before the test ends: the database is emptied
    then, which a thread of the server that still reads would hinder.
    """
    contexts: list[BrowserContext] = []
    errors: list[str] = []
    asked: set[Request] = set()

    def open_page(user: User, address: str, **options: object) -> Page:
        context = browser.new_context(base_url=live_server.url, **options)  # type: ignore[arg-type]
        contexts.append(context)
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": _session(user), "url": live_server.url}])
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        _keep_asked(page, asked)
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        _await_answers(context, asked)
        context.close()
    assert errors == []


def _keep_asked(page: Page, asked: set[Request]) -> None:
    """Keep the requests of a page that are not answered yet."""

    def note_answer(request: Request) -> None:
        asked.discard(request)

    def note_question(request: Request) -> None:
        asked.add(request)

    page.on("request", note_question)
    page.on("requestfinished", note_answer)
    page.on("requestfailed", note_answer)


def _await_answers(context: BrowserContext, asked: set[Request]) -> None:
    end = time.monotonic() + 10
    while asked and context.pages and time.monotonic() < end:
        context.pages[0].wait_for_timeout(20)


def _session(user: User) -> str:
    client = Client()
    client.force_login(user)
    return client.cookies[settings.SESSION_COOKIE_NAME].value
