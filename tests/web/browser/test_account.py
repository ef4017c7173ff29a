"""Account, members, import and errors in a real browser: the way through, and what axe-core finds."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from tests.conftest import Team
from tests.factories import PASSWORD, variant_of
from tests.web.browser.conftest import Visit
from workbench.accounts.actions import make_token
from workbench.accounts.models import Membership

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LETTER = Path(__file__).resolve().parents[3] / "fixtures" / "formats" / "letter-long.tsv"
IMPORT = "/workspaces/room/import/"


def find_faults(page: Page) -> list[str]:
    violations = Axe().run(page).response["violations"]
    return [f"{fault['id']}: {fault['nodes'][0]['html'][:200]}" for fault in violations]


def bring(page: Page, text: str, **choices: str) -> None:
    page.goto(f"{IMPORT}?work=a-small-work")
    page.fill("#id_text", text)
    for name, value in choices.items():
        page.fill(f"#choice_{name}", value)
    page.click("text=Look at it")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_these_pages(visit: Visit, team: Team, scheme: str) -> None:
    make_token(actor=team.owner, name="Nightly", scopes=["read"], expires_at=None)
    member = Membership.objects.get(workspace=team.workspace, user=team.reader)
    page = visit(team.owner, "/account/", color_scheme=scheme)
    found = {"/account/": find_faults(page)}
    for path in (
        "/account/password/",
        "/workspaces/new/",
        "/workspaces/room/members/",
        f"/workspaces/room/members/{member.pk}/remove/",
        IMPORT,
        "/works/room/a-small-work/export/",
        "/nothing/",
        "/logout/",
        "/help/",
        "/help/scripts/",
        "/privacy/",
        "/accessibility/",
    ):
        page.goto(path)
        found[path] = find_faults(page)
    bring(page, "Cat.\n\nRain.", siglum="C", language="en")
    found["preview"] = find_faults(page)
    page.goto(page.url.replace("siglum=C", "siglum=A"))
    found["conflict"] = find_faults(page)
    bring(page, "Cat.")
    found["refused"] = find_faults(page)
    page.goto("/account/")
    page.click("text=Make the token")
    found["form with faults"] = find_faults(page)
    page.fill("#token_name", "Second")
    page.click("text=Make the token")
    found["secret"] = find_faults(page)
    page.click("text=Sign out")
    found["sign in"] = find_faults(page)
    assert {path: faults for path, faults in found.items() if faults} == {}


def test_somebody_signs_in_and_lands_where_they_wanted_to_go(
    browser: Browser, live_server: LiveServer, team: Team
) -> None:
    page = browser.new_page(base_url=live_server.url)
    page.goto("/works/room/a-small-work/")
    page.fill("#id_username", "reader")
    page.fill("#id_password", "slip")
    page.click("button.primary")
    assert "do not belong together" in page.inner_text(".notice-error")
    page.fill("#id_password", PASSWORD)
    page.click("button.primary")
    assert page.inner_text("h1") == "A small work"
    page.close()


def test_a_table_in_many_scripts_is_looked_at_and_imported(visit: Visit, team: Team) -> None:
    page = visit(team.editor, IMPORT, viewport={"width": 320, "height": 640})
    page.set_input_files("#id_file", LETTER)
    page.fill("#choice_title", "Ferry")
    page.click("text=Look at it")
    assert page.locator('.facing [lang="ar"]').first.get_attribute("dir") == "rtl"
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.click("text=Import it")
    assert page.inner_text("h1") == "Ferry"


def test_a_differing_text_is_shown_with_what_changes_and_revised_on_demand(visit: Visit, team: Team) -> None:
    page = visit(team.editor, IMPORT)
    bring(page, "The cat sat on the rug.\n\nIt was raining outside.", siglum="A")
    assert "rug" in page.locator(".facing ins").inner_text()
    assert "mat" in page.locator(".facing del").inner_text()
    assert page.locator("text=Import it").count() == 0
    page.click("text=Take the file’s as a new revision")
    page.click("text=Import it")
    assert page.inner_text("h1") == "A small work"
    assert variant_of(team.work, "1", "A").version == 2


@pytest.mark.parametrize(
    "path",
    [
        *("/account/", "/workspaces/room/members/", IMPORT, "/works/room/a-small-work/export/", "/nothing/"),
        *("/help/scripts/", "/help/administrator/", "/privacy/", "/accessibility/"),
    ],
)
def test_no_page_is_wider_than_a_narrow_window(visit: Visit, team: Team, path: str) -> None:
    make_token(actor=team.owner, name="Nightly" * 10, scopes=["read", "comment", "write"], expires_at=None)
    page = visit(team.owner, path, viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_a_file_is_chosen_by_what_it_is_for_without_a_script_and_by_keys(visit: Visit, team: Team) -> None:
    page = visit(team.reader, "/works/room/a-small-work/export/", java_script_enabled=False)
    word = page.locator("a[href$='/export/docx/']")
    assert not word.is_visible()
    page.locator("summary", has_text="Edit and comment").press("Enter")
    word.wait_for()
    loss = page.locator("details[open] li li").first
    assert not loss.is_visible()
    page.locator("details[open] details > summary").first.press("Enter")
    loss.wait_for()
