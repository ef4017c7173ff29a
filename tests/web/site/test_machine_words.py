"""What a browser reads of a page, and no person, is the same in every language: lengths, values, addresses."""

import re
from html.parser import HTMLParser

import pytest
from django.test import Client

from tests.access.world import take_world
from tests.web.browser.test_all_pages import pages

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
READ = re.compile(
    r"x[12]?|y[12]?|cx|cy|r|d|points|width|height|viewBox|style|value|min|max|step|href|action|datetime|name"
)
NOT_READ = {"csrfmiddlewaretoken"}


class Machine(HTMLParser):
    """Gathers what a browser reads."""

    def __init__(self) -> None:
        super().__init__()
        self.read: list[tuple[str, str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the attributes of an element."""
        if dict(attrs).get("name") not in NOT_READ:
            self.read += [(tag, name, value) for name, value in attrs if READ.fullmatch(name)]


def read_in(client: Client, address: str, tongue: str) -> list[tuple[str, str, str | None]]:
    """Return what a browser reads of a page in a language."""
    client.cookies["django_language"] = tongue
    reader = Machine()
    reader.feed(client.get(address).content.decode())
    return reader.read


def test_a_page_gives_a_browser_the_same_in_every_language() -> None:
    world, client = take_world(), Client()
    client.force_login(world.team.owner)
    for address in pages(world):
        english = read_in(client, address, "en-gb")
        assert {address: read_in(client, address, "de")} == {address: english}
        assert {address: read_in(client, address, "ru")} == {address: english}
