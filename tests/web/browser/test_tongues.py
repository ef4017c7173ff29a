"""Every page in a language that is 40 % longer, from the left and from the right: none is wider than a small screen."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from django.utils.translation import trans_real
from playwright.sync_api import Page
from pytest_django import Settings

from tests.access.world import build_world
from tests.conftest import Team
from tests.messages.pseudo import LEFT, OPEN, RIGHT, Pseudo
from tests.web.browser.conftest import Visit
from tests.web.browser.test_all_pages import FOREIGN, NARROW, pages, too_wide

ENGLISH = (FOREIGN, "/frozen/")
"""What speaks English always."""
pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def spoken(settings: Settings) -> Iterator[None]:
    """Let pages speak the language, in both directions."""
    settings.LANGUAGES = [*settings.LANGUAGES, (LEFT, "Pseudo"), (RIGHT, "Pseudo")]
    Pseudo.spoken_here()
    yield
    trans_real._translations.clear()  # type: ignore[attr-defined]


def wrong_in(page: Page, addresses: list[str], tongue: str, direction: str) -> Iterator[str]:
    """Say which pages are too wide in a language, or are not in it."""
    host = urlsplit(page.url).hostname
    page.context.add_cookies([{"name": "django_language", "value": tongue, "domain": host, "path": "/"}])
    for address in addresses:
        page.goto(address)
        yield from (f"{tongue} {address}: {one}" for one in too_wide(page, NARROW))
        if page.evaluate("document.documentElement.dir") != direction or OPEN not in page.inner_text("body"):
            yield f"{tongue} {address}: not in the language"


def test_no_page_is_too_wide_in_a_longer_language(visit: Visit, team: Team, spoken: None) -> None:
    addresses = [one for one in pages(build_world(team)) if not one.startswith(ENGLISH)]
    page = visit(team.owner, "/language/")
    wrong = [*wrong_in(page, addresses, LEFT, "ltr"), *wrong_in(page, addresses, RIGHT, "rtl")]
    assert wrong == []
