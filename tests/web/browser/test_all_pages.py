"""Every page there is, wide and narrow, light and dark, and on paper: nothing is said in the console, nothing is wider
than the screen, and axe finds nothing.
"""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import ConsoleMessage, Page

from tests.access.test_every_route import TABLE, path_of
from tests.access.world import World, build_world
from tests.conftest import Room
from tests.web.browser.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
NARROW, WIDE = 320, 1280
TOO_WIDE = """() => [...document.querySelectorAll("select")]
    .filter((one) => one.getClientRects().length && one.getBoundingClientRect().right > innerWidth)
    .map((one) => one.id || one.name)"""
FOREIGN = "/api/"
"""What is not written here: the page of the API's documentation is drawn by its own library."""


def pages(world: World) -> Iterator[str]:
    """Give the address of each whole page that the owner of the world is shown."""
    client = Client()
    client.force_login(world.room.owner)
    for name, (_, answers) in TABLE.items():
        if (name.startswith("web:") or name == "api:docs") and answers[-1] == 200:
            address = path_of(world, name)
            answer = client.get(address)
            if not answer.streaming and answer.content.lstrip()[:9].lower() == b"<!doctype":
                yield address


def wrong_on_paper(page: Page) -> Iterator[str]:
    """Say what axe finds on a printed page."""
    page.emulate_media(media="print", color_scheme="light")
    yield from (f"printed: {one}" for one in found_by_axe(page))
    page.emulate_media(media="screen")


def wrong_on_screen(page: Page, width: int, scheme: str) -> Iterator[str]:
    """Say what is too wide for the screen, and what axe finds on it."""
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    yield from (f"{width}: too wide: {one}" for one in page.evaluate(TOO_WIDE))
    if (seen := page.evaluate("document.documentElement.scrollWidth")) > width:
        yield f"{width}: the page is {seen} wide"
    yield from (f"{width} {scheme}: {one}" for one in found_by_axe(page))


def found_by_axe(page: Page) -> list[str]:
    """Return what axe finds: the rule, and the first of the elements that break it."""
    found = Axe().run(page).response["violations"]
    return [f"{one['id']} {one['nodes'][0]['html'][:160]}" for one in found]


def wrong_with(page: Page, address: str) -> Iterator[str]:
    """Say all that is wrong with a page."""
    page.goto(address)
    if address.startswith(FOREIGN):
        return
    yield from wrong_on_screen(page, WIDE, "light")
    yield from wrong_on_screen(page, NARROW, "dark")
    yield from wrong_on_paper(page)


def test_nothing_is_wrong_with_any_page(visit: Visit, room: Room) -> None:
    addresses = list(pages(build_world(room)))
    assert len(addresses) > 40
    page = visit(room.owner, "/measures/")
    wrong: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            wrong.append(f"{page.url}: {message.text}")

    page.on("console", heard)
    for address in addresses:
        wrong += [f"{address}: {one}" for one in wrong_with(page, address)]
    assert wrong == []
