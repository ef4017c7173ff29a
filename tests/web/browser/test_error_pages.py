"""The pages for what went wrong, met as people meet them: readable, accessible, no wider than the window."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import RequestFactory
from playwright.sync_api import Page

from tests.conftest import Team
from tests.web.browser.conftest import Visit
from workbench.web.site.error_pages import show_server_error

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
COMPARE = "/works/room/a-small-work/compare/"
POST = """([address, fields]) => {
    const form = Object.assign(document.createElement("form"), { method: "post", action: address });
    for (const [name, length] of Object.entries(fields)) {
        form.append(Object.assign(document.createElement("textarea"), { name, value: "x".repeat(length) }));
    }
    document.body.append(form);
    form.submit();
}"""


def meet_bad_request(page: Page) -> None:
    page.goto(f"{COMPARE}?view=sideways")


def meet_forbidden(page: Page) -> None:
    page.goto("/works/room/a-small-work/delete/")


def meet_nothing(page: Page) -> None:
    page.goto("/works/room/no-such-work/")


def meet_post_only(page: Page) -> None:
    page.goto("/logout/")


def meet_old_form(page: Page) -> None:
    page.goto("/account/")
    page.evaluate(POST, ["/account/name/", {"name": 3}])
    page.wait_for_url("**/account/name/")


def meet_too_much(page: Page) -> None:
    page.goto("/account/")
    page.evaluate(POST, ["/account/name/", {"name": 3_000_000}])
    page.wait_for_url("**/account/name/")


def meet_failure(page: Page) -> None:
    html = show_server_error(RequestFactory().get("/")).content.decode()
    page.route("**/failing/", lambda route: route.fulfill(status=500, content_type="text/html", body=html))
    page.goto("/failing/")


MEETINGS = {
    "This address or form cannot be read": meet_bad_request,
    "You may not do this": meet_forbidden,
    "There is nothing here": meet_nothing,
    "This cannot be opened like that": meet_post_only,
    "Please try once more": meet_old_form,
    "That is too much at once": meet_too_much,
    "The workbench failed here": meet_failure,
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("title", MEETINGS)
def test_an_error_page_is_accessible_and_fits(visit: Visit, team: Team, title: str, scheme: str) -> None:
    page = visit(team.editor, "/", color_scheme=scheme, viewport={"width": 320, "height": 700})
    MEETINGS[title](page)
    assert page.locator("h1").inner_text() == title
    assert [fault["id"] for fault in Axe().run(page).response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.get_by_role("link", name="To the library").is_visible()
