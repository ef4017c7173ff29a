"""The search page in a browser."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.conftest import Team
from tests.web.browser.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_search_page(visit: Visit, team: Team, scheme: str) -> None:
    page = visit(team.reader, "/search/?q=cat", color_scheme=scheme)
    found = {}
    for query in ("", "?q=cat", f"?q={'a' * 201}"):
        page.goto(f"/search/{query}")
        found[query] = [violation["id"] for violation in Axe().run(page).response["violations"]]
    assert not any(found.values()), found


def test_the_search_page_is_not_wider_than_a_telephone(visit: Visit, team: Team) -> None:
    page = visit(team.reader, "/search/?q=cat", viewport={"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_words_typed_are_found(visit: Visit, team: Team) -> None:
    page = visit(team.reader, "/search/")
    page.get_by_label("Words in the texts").fill("rug")
    page.get_by_role("button", name="Search").click()
    page.wait_for_load_state("networkidle")
    assert page.locator("mark").all_inner_texts() == ["rug"]
