"""Collations and apparatus in a real browser: accessible, within the window, by keyboard, without scripts."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.conftest import Team
from tests.factories import make_work, passage_of
from tests.web.browser.conftest import Visit
from workbench.corpus.actions import add_translation, enter_variant
from workbench.corpus.models import Work

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TEXTS = {
    "A": ("The old cat sat on the mat, it is said, and purred.",) * 2,
    "B": ("The cat sat upon the mat, they say, and purred loudly.",) * 2,
    "C": ("The young cat sat upon the mat, it is said, and purred.",) * 2,
}
ARABIC = {"AR1": "تعبر المعدية النهر كل يوم", "AR2": "تعبر العبارة النهر"}


@pytest.fixture
def work(team: Team) -> Work:
    """A work of three English texts, and two Arabic ones of its first passage."""
    made = make_work(team.owner, team.workspace, TEXTS, title="Cats")
    for siglum, text in ARABIC.items():
        one = add_translation(actor=team.owner, work=made, siglum=siglum, language="ar", translator="Nadia Khalil")
        enter_variant(actor=team.owner, passage=passage_of(made), translation=one, text=text)
    return made


def addresses(work: Work) -> tuple[str, ...]:
    collation = f"/works/room/{work.slug}/passages/{passage_of(work).pk}/collation/"
    compare = f"/works/room/{work.slug}/compare/?view=apparatus"
    return (
        collation,
        f"{collation}?by=words&ignore=case",
        f"{collation}?base=AR1",
        f"{collation}?with=AR1&with=B",
        compare,
        f"{compare}&by=words&base=C",
        f"{compare}&base=AR1",
        f"{compare}&marks=off&with=B,AR1",
    )


def find_faults(page: Page) -> list[str]:
    violations = Axe().run(page).response["violations"]
    return [f"{fault['id']}: {fault['nodes'][0]['html'][:200]}" for fault in violations]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_collations_and_apparatus(visit: Visit, team: Team, work: Work, scheme: str) -> None:
    page = visit(team.editor, "/", color_scheme=scheme)
    found = {}
    for path in addresses(work):
        page.goto(path)
        found[path] = find_faults(page)
    assert {path: faults for path, faults in found.items() if faults} == {}


def test_the_pages_are_as_wide_as_a_narrow_window(visit: Visit, team: Team, work: Work) -> None:
    page = visit(team.reader, "/", viewport={"width": 320, "height": 800})
    widths = {}
    for path in addresses(work):
        page.goto(path)
        widths[path] = page.evaluate("document.documentElement.scrollWidth")
    assert {path: width for path, width in widths.items() if width > 320} == {}


def test_the_table_scrolls_by_keyboard_in_its_own_region(visit: Visit, team: Team, work: Work) -> None:
    page = visit(team.reader, addresses(work)[1], viewport={"width": 400, "height": 800})
    region = page.get_by_role("region", name="Collation of 1")
    region.focus()
    expect(page.locator("#place-14")).not_to_be_in_viewport()
    for _ in range(40):
        page.keyboard.press("ArrowRight")
    expect(page.locator("#place-14")).to_be_in_viewport()
    assert page.evaluate("scrollX") == 0


def test_a_table_from_right_to_left_begins_at_the_right(visit: Visit, team: Team, work: Work) -> None:
    page = visit(team.reader, f"{addresses(work)[0]}?base=AR1&by=words", viewport={"width": 320, "height": 800})
    region = page.locator(".alignment-region").bounding_box()
    first = page.locator("#place-1").bounding_box()
    last = page.locator("#place-5").bounding_box()
    assert region is not None
    assert first is not None
    assert last is not None
    assert last["x"] < first["x"]
    assert first["x"] + first["width"] <= region["x"] + region["width"]


def test_rows_and_columns_have_heads_for_those_who_hear_them(visit: Visit, team: Team, work: Work) -> None:
    page = visit(team.reader, addresses(work)[0])
    table = page.get_by_role("table")
    expect(table.get_by_role("rowheader")).to_have_text(["A base", "B", "C"])
    expect(table.get_by_role("columnheader", name="2 a–c 3 readings")).to_have_count(1)
    expect(table.get_by_role("row", name="B The c nothing")).to_have_count(1)


def test_n_and_p_go_over_the_places_where_texts_part(visit: Visit, team: Team, work: Work) -> None:
    page = visit(team.reader, addresses(work)[0])
    page.keyboard.press("n")
    expect(page.locator("#place-2")).to_be_focused()
    page.keyboard.press("n")
    expect(page.locator("#place-4")).to_be_focused()
    page.keyboard.press("p")
    expect(page.locator("#place-2")).to_be_focused()


def test_pointing_at_a_reading_lights_up_its_equals(visit: Visit, team: Team, work: Work) -> None:
    page = visit(team.reader, addresses(work)[0])
    page.locator("td", has_text="upon").first.hover()
    expect(page.locator("td.lit")).to_have_text(["b upon", "b upon"])


def test_the_number_in_the_text_and_its_entry_lead_to_each_other(visit: Visit, team: Team, work: Work) -> None:
    page = visit(team.reader, addresses(work)[4])
    page.keyboard.press("n")
    expect(page.locator(".superior").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".entry:target")).to_contain_text("old")
    page.locator(".entry:target .number").click()
    expect(page.locator(".superior:target")).to_have_count(1)


def test_the_text_of_the_base_can_be_selected_without_its_numbers(visit: Visit, team: Team, work: Work) -> None:
    page = visit(team.reviewer, addresses(work)[4])
    text = page.evaluate(
        """async () => {
            const { textOf } = await import("/static/web/js/offsets.js");
            return textOf(document.querySelector("[data-variant]"));
        }"""
    )
    assert text == TEXTS["A"][0]


def test_collations_and_apparatus_read_without_scripts(visit: Visit, team: Team, work: Work) -> None:
    page = visit(team.reader, addresses(work)[0], java_script_enabled=False)
    page.get_by_role("link", name="Word by word").click()
    expect(page.locator("#place-2")).to_contain_text("a–c")
    page.locator("summary").first.click()
    page.get_by_label("C", exact=True).check()
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("rowheader")).to_have_text(["A base", "C"])
    page.get_by_role("link", name="Apparatus").click()
    expect(page.locator(".entry").first).to_contain_text("old ]")


def test_print_leaves_the_apparatus_and_drops_the_controls(visit: Visit, team: Team, work: Work) -> None:
    page = visit(team.reader, addresses(work)[4])
    page.emulate_media(media="print")
    expect(page.locator(".apparatus").first).to_be_visible()
    expect(page.locator(".toolbar")).to_be_hidden()
    expect(page.locator(".stack .margin").first).to_be_hidden()


@pytest.mark.parametrize(("count", "printed"), [(2, "down"), (9, "running")])
def test_a_table_wider_than_a_sheet_is_printed_whole(visit: Visit, team: Team, count: int, printed: str) -> None:
    words = " ".join(f"word{number}" for number in range(60))
    wide = make_work(team.owner, team.workspace, {f"T{number}": (words,) for number in range(count)}, title="Wide")
    page = visit(team.reader, f"{addresses(wide)[0]}?by=words", viewport={"width": 900, "height": 600})
    expect(page.locator(f"table.prints-{printed}")).to_have_count(1)
    page.emulate_media(media="print")
    edges = page.locator(".alignment td").evaluate_all("cells => cells.map((one) => one.getBoundingClientRect().right)")
    assert len(edges) == 60 * count
    assert max(edges) <= 900
