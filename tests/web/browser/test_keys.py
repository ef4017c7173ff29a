"""The map of keys: what it lists works on the page, and nothing else is listed."""

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Team
from tests.factories import make_work, passage_of
from tests.web.browser.conftest import Visit
from workbench.review.actions import open_thread

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
COMPARE = "/works/room/a-small-work/compare/"


def listed(page: Page) -> str:
    """Return the keys that the map names, in its order."""
    page.keyboard.press("?")
    keys = page.locator("dialog.keys kbd").all_inner_texts()
    page.keyboard.press("Escape")
    return " ".join(keys)


@pytest.mark.parametrize(
    ("person", "query", "keys"),
    [
        ("editor", "", "? e j k n p N P c m v w"),
        ("reviewer", "", "? j k n p N P c m v w"),
        ("reader", "", "? j k n p N P m w"),
        ("editor", "?marks=off", "? j k c m v w"),
    ],
)
def test_the_map_lists_what_the_page_and_the_person_allow(
    visit: Visit, team: Team, person: str, query: str, keys: str
) -> None:
    assert sorted(listed(visit(getattr(team, person), COMPARE + query)).split()) == sorted(keys.split())


@pytest.mark.parametrize(("person", "keys"), [("editor", "? j k Enter r a x c s g o"), ("reader", "? j k Enter o")])
def test_the_queue_lists_what_the_person_may_do(visit: Visit, team: Team, person: str, keys: str) -> None:
    open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Why?")
    page = visit(getattr(team, person), "/review/")
    expect(page.locator("[data-thread]")).to_be_visible()
    assert listed(page) == keys


def test_pages_without_keys_have_no_map(visit: Visit, team: Team) -> None:
    page = visit(team.editor, "/")
    assert page.get_by_role("button", name="Keys").count() == 0


def test_on_the_page_of_a_passage_the_keys_lead_to_its_neighbours(visit: Visit, team: Team) -> None:
    first, second = passage_of(team.work, "1"), passage_of(team.work, "2")
    root = "/works/room/a-small-work/passages/"
    page = visit(team.reader, f"{root}{first.pk}/")
    page.keyboard.press("j")
    page.wait_for_url(f"**{root}{second.pk}/")
    page.keyboard.press("k")
    page.wait_for_url(f"**{root}{first.pk}/")


def test_after_the_last_passage_comes_the_next_page(visit: Visit, team: Team) -> None:
    texts = [f"Line {number}." for number in range(26)]
    work = make_work(team.owner, team.workspace, {"A": texts, "B": texts}, "Long")
    page = visit(team.reader, f"/works/room/{work.slug}/compare/")
    for _ in range(25):
        page.keyboard.press("j")
    expect(page.locator(f"#p-{passage_of(work, '25').pk}")).to_be_focused()
    page.keyboard.press("j")
    expect(page.locator(f"#p-{passage_of(work, '26').pk}")).to_be_visible()


def kind_in_focus(page: Page) -> str:
    """Return the type of the difference that has the focus, as its class."""
    return str(page.evaluate("[...document.activeElement.classList].find((name) => name.startsWith('d-'))"))


def walk(page: Page, keys: str) -> list[str]:
    """Press keys one after the other; return the kind of difference that each leads to."""
    found = []
    for key in keys.split():
        page.keyboard.press(key)
        found.append(kind_in_focus(page))
    return found


def test_capital_keys_lead_along_the_differences_of_one_kind(visit: Visit, team: Team) -> None:
    texts = {"A": ("5 cats sat, Here.", "6 dogs lay."), "B": ("7 cats stood, here.", "8 dogs ran.")}
    work = make_work(team.owner, team.workspace, texts, title="Kinds")
    page = visit(team.reader, f"/works/room/{work.slug}/compare/")
    assert walk(page, "n n n p p") == ["d-number", "d-wording", "d-case", "d-wording", "d-number"]
    assert walk(page, "N P") == ["d-number", "d-number"]
    first = page.evaluate("document.activeElement.id")
    assert walk(page, "N N") == ["d-number", "d-number"]
    assert page.evaluate("document.activeElement.id") != first


def test_the_keys_pass_over_kinds_that_are_switched_off(visit: Visit, team: Team) -> None:
    texts = {"A": ("5 cats sat, Here.", "6 dogs lay."), "B": ("7 cats stood, here.", "8 dogs ran.")}
    work = make_work(team.owner, team.workspace, texts, title="Kinds")
    page = visit(team.reader, f"/works/room/{work.slug}/compare/?off=solid,dotted")
    assert walk(page, "n n p") == ["d-number"] * 3
