"""The pictures of the guides, drawn of the demo: `make pictures` writes them anew, the tests only draw them."""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.core.management import call_command
from playwright.sync_api import FilePayload, Page

from tests.web.browser.conftest import Visit
from workbench.accounts.models import User
from workbench.web.papers.reading import GUIDES, own_paper

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
SHIPPED = Path(__file__).parents[3] / "workbench/web/static/web/guide"
WORK = "/works/demo/yezhov/"
NEW_TEXT = (
    "reference,F [en]\n13,Fifth: I let Lyushkov flee and Uspensky vanish.\n14,All this makes further work impossible.\n"
)


def _as_it_opens(page: Page) -> None:
    """Draw the page as it opens."""


def _at_a_comment(page: Page) -> None:
    note = page.locator(".margin-note", has_text="Chairman is a misreading").first
    note.evaluate("(one) => { one.scrollIntoView(); scrollBy(0, -330); }")


def _at_the_strokes(page: Page) -> None:
    page.evaluate("scrollTo(0, 380)")


def _at_the_tokens(page: Page) -> None:
    page.get_by_role("heading", name="Tokens for scripts").evaluate("(one) => one.scrollIntoView()")


def _with_a_file(page: Page) -> None:
    page.set_input_files("[name=file]", FilePayload(name="letter.csv", mimeType="text/csv", buffer=NEW_TEXT.encode()))
    page.get_by_role("button", name="Look at it").click()
    page.wait_for_load_state()


@dataclass(frozen=True)
class Picture:
    """Who opens which page, what they do there, and how much of it is drawn (px)."""

    who: str
    address: str
    height: int = 640
    first: Callable[[Page], None] = _as_it_opens


PICTURES = {
    "work": Picture("mira", WORK, 640, _at_the_strokes),
    "compare": Picture("mira", f"{WORK}compare/?base=A&with=B&with=D", 700, _at_a_comment),
    "queue": Picture("anton", "/review/", 700),
    "checks": Picture("anton", f"{WORK}checks/", 560),
    "import": Picture("anton", "/workspaces/demo/import/?work=yezhov", 640, _with_a_file),
    "renderings": Picture("anton", f"{WORK}renderings/?word=traitor", 560),
    "account": Picture("mira", "/account/", 640, _at_the_tokens),
    "members": Picture("vera", "/workspaces/demo/members/", 560),
}


def test_the_guides_show_each_picture_and_no_other() -> None:
    named = {name for guide in GUIDES for name in re.findall(r"/guide/(\w+)[.\w]*\.png", own_paper(guide).html)}
    assert named == set(PICTURES) == {path.stem for path in SHIPPED.glob("*.png")}


def test_every_picture_can_be_drawn_of_the_demo(visit: Visit, tmp_path: Path) -> None:
    folder = SHIPPED if os.environ.get("PICTURES") == "write" else tmp_path
    call_command("load_demo", verbosity=0)
    for name, picture in PICTURES.items():
        size = {"width": 1000, "height": picture.height}
        page = visit(User.objects.get(username=picture.who), picture.address, viewport=size, color_scheme="light")
        picture.first(page)
        page.wait_for_timeout(300)
        page.screenshot(path=folder / f"{name}.png")
        assert (folder / f"{name}.png").stat().st_size > 10_000
