"""Every page there is, wide and narrow, light and dark, and on paper: nothing is said in the console, nothing is wider
than the screen, and axe finds nothing.
"""

from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from django.test import Client
from playwright.sync_api import ConsoleMessage, Page

from tests.access.test_every_route import TABLE, path_of
from tests.access.world import World, build_world
from tests.conftest import Team
from tests.web.browser.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
NARROW, WIDE = 320, 1280
TOO_WIDE = """() => [...document.querySelectorAll("select")]
    .filter((one) => one.getClientRects().length && one.getBoundingClientRect().right > innerWidth)
    .map((one) => one.id || one.name)"""
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
ASK_AXE = """async () => (await axe.run({ resultTypes: ["violations"] })).violations
    .map((one) => `${one.id} ${one.nodes[0].html.slice(0, 160)}`)"""
FOREIGN = "/api/"
"""What is not written here: the page of the API's documentation is drawn by its own library."""


def pages(world: World) -> Iterator[str]:
    """Give the address of each whole page that the owner of the world is shown."""
    client = Client()
    client.force_login(world.team.owner)
    for name, (_, answers) in TABLE.items():
        if (name.startswith("web:") or name == "api:docs") and answers[-1] == 200:
            address = path_of(world, name)
            answer = client.get(address)
            if not answer.streaming and answer.content.lstrip()[:9].lower() == b"<!doctype":
                yield address


def wrong_on_paper(page: Page) -> Iterator[str]:
    """Say what axe finds on a printed page, in black on white."""
    page.emulate_media(media="print", color_scheme="light")
    yield from (f"printed: {one}" for one in found_by_axe(page))
    page.emulate_media(media="screen", color_scheme="dark")


def too_wide(page: Page, width: int) -> Iterator[str]:
    """Say what is wider than a screen of this width."""
    page.set_viewport_size({"width": width, "height": 800})
    yield from (f"{width}: too wide: {one}" for one in page.evaluate(TOO_WIDE))
    if (seen := page.evaluate("document.documentElement.scrollWidth")) > width:
        yield f"{width}: the page is {seen} wide"


def found_by_axe(page: Page) -> list[str]:
    """Return what axe, which was put into the page, finds: the rule, and the first of the elements that break it."""
    found: list[str] = page.evaluate(ASK_AXE)
    return found


def wrong_with(page: Page, address: str) -> Iterator[str]:
    """Say all that is wrong with a page."""
    page.goto(address)
    if address.startswith(FOREIGN):
        return
    page.evaluate(AXE)
    yield from too_wide(page, NARROW)
    yield from (f"dark: {one}" for one in found_by_axe(page))
    yield from too_wide(page, WIDE)
    yield from wrong_on_paper(page)


def test_nothing_is_wrong_with_any_page(visit: Visit, team: Team) -> None:
    addresses = list(pages(build_world(team)))
    assert len(addresses) > 40
    page = visit(team.owner, "/measures/", color_scheme="dark")
    wrong: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            wrong.append(f"{page.url}: {message.text}")

    page.on("console", heard)
    for address in addresses:
        wrong += [f"{address}: {one}" for one in wrong_with(page, address)]
    assert wrong == []
