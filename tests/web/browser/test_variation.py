"""The variation page in a real browser: numbers on focus, narrow windows, accessibility, no scripts needed."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.conftest import Team
from tests.factories import make_work
from tests.web.browser.conftest import Visit
from workbench.corpus.models import Translation, Work
from workbench.web.texts.views import works as work_views

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]


def make(team: Team, count: int, length: int = 3) -> Work:
    """Make a work in `count` translations, each changing every so many words."""
    texts = {
        f"T{number}": [
            " ".join(w.upper() if i % (number + 2) == 0 else w for i, w in enumerate(WORDS[row % 5 :]))
            for row in range(length)
        ]
        for number in range(count)
    }
    return make_work(team.owner, team.workspace, texts, title=f"In {count}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_variation_pages(visit: Visit, team: Team, scheme: str) -> None:
    work = make(team, 6)
    Translation.objects.filter(work=work, siglum__in=["T4", "T5"]).update(language="de")
    page = visit(team.reader, "/help/measures/", color_scheme=scheme)
    found = {}
    root = f"/works/room/{work.slug}/variation/"
    for path in (
        "/help/measures/",
        root,
        f"{root}?language=de",
        f"{root}?with=T1&with=T2&ignore=case",
        f"{root}?first=9",
    ):
        page.goto(path)
        for summary in page.locator("details > summary").all():
            summary.click()
        violations = Axe().run(page).response["violations"]
        found[path] = [f"{fault['id']}: {fault['nodes'][0]['html'][:200]}" for fault in violations]
    assert {path: faults for path, faults in found.items() if faults} == {}


def test_axe_finds_nothing_on_the_page_of_a_long_work(
    visit: Visit, team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work_views, "CONTENTS", 2)
    work = make(team, 3, 5)
    page = visit(team.reader, f"/works/room/{work.slug}/")
    assert page.locator(".strokes a").count() == 5
    assert Axe().run(page).response["violations"] == []


def test_the_numbers_of_a_stroke_show_when_it_is_focused(visit: Visit, team: Team) -> None:
    work = make(team, 3)
    page = visit(team.reader, f"/works/room/{work.slug}/variation/")
    page.locator(".skip-bar a").focus()
    page.keyboard.press("Tab")
    words = page.locator(".strokes .words").first
    assert words.evaluate("(one) => getComputedStyle(one).clipPath") == "none"
    assert words.inner_text().startswith("1: ")
    page.keyboard.press("Enter")
    page.wait_for_url("**/compare/?at=1#p-*")


def test_the_numbers_on_the_page_of_a_short_work_show_when_a_stroke_is_focused(visit: Visit, team: Team) -> None:
    work = make(team, 3)
    page = visit(team.reader, f"/works/room/{work.slug}/")
    words = page.locator(".overview .words").nth(1)
    assert words.evaluate("(one) => getComputedStyle(one).clipPath") != "none"
    page.locator(".overview a").first.focus()
    page.keyboard.press("Tab")
    assert words.evaluate("(one) => getComputedStyle(one).clipPath") == "none"
    assert words.inner_text().startswith("2: ")
    assert words.bounding_box()["width"] > 100  # type: ignore[index]


@pytest.mark.parametrize("count", [1, 2, 12])
@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_is_wider_than_its_window(visit: Visit, team: Team, count: int, width: int) -> None:
    work = make(team, count)
    page = visit(team.reader, f"/works/room/{work.slug}/variation/", viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto(f"/works/room/{work.slug}/")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_other_translations_are_chosen_without_scripts(visit: Visit, team: Team) -> None:
    work = make(team, 4)
    page = visit(team.reader, f"/works/room/{work.slug}/variation/", java_script_enabled=False)
    page.get_by_text("All 4 translations: choose others").click()
    page.get_by_role("checkbox", name="T3").uncheck()
    page.get_by_role("checkbox", name="capitals").check()
    page.get_by_role("button", name="Measure").click()
    expect(page.locator(".choose summary")).to_have_text("T0, T1, T2; some differences ignored: choose others")
    assert page.locator(".ranked .figure").nth(1).inner_text() == "0%"
