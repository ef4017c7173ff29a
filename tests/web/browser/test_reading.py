"""The reading pages in a real browser: themes, counterparts, editing in place, narrow windows, accessibility."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import FloatRect, Page, expect

from tests.conftest import Team
from tests.factories import make_work, passage_of, variant_of
from tests.web.browser.conftest import Visit, until
from workbench.review.actions import revise_variant

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NOWHERE = FloatRect(x=0, y=0, width=0, height=0)
COMPARE = "/works/room/a-small-work/compare/"


def find_faults(page: Page) -> list[str]:
    """Name what axe-core finds wrong with a page, with the first place of each."""
    violations = Axe().run(page).response["violations"]
    return [f"{fault['id']}: {fault['nodes'][0]['html'][:200]}" for fault in violations]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_reading_pages(visit: Visit, team: Team, scheme: str) -> None:
    variant = variant_of(team.work, "1", "A")
    revise_variant(actor=team.editor, variant=variant, version=1, text="The old cat sat on the mat.", reason="Older")
    root = "/works/room/a-small-work/"
    passage = f"{root}passages/{variant.passage_id}/"
    page = visit(team.owner, "/", color_scheme=scheme)
    found = {}
    for path in (
        "/",
        "/works/new/",
        root,
        f"{root}compare/",
        f"{root}compare/?view=inline",
        f"{root}compare/?view=interleaved&marks=off",
        f"{root}delete/",
        f"{root}equivalences/",
        f"{root}translations/new/",
        f"{passage}rename/",
        passage,
        f"{passage}variants/{variant.pk}/edit/",
        f"{passage}variants/{variant.pk}/history/",
        f"{passage}variants/{variant.pk}/restore/1/",
    ):
        page.goto(path)
        found[path] = find_faults(page)
    assert {path: faults for path, faults in found.items() if faults} == {}


def test_a_difference_lights_up_its_place_in_the_base(visit: Visit, team: Team) -> None:
    page = visit(team.reader, COMPARE)
    box = page.locator("ins.d[id]").first.evaluate("(one) => one.getClientRects()[0].toJSON()")
    page.mouse.move(box["x"] + 3, box["y"] + box["height"] / 2)
    page.wait_for_selector("[data-base] .lit")
    lit = "".join(page.locator("[data-base] .lit").all_inner_texts())
    assert lit == "sat on the mat"


def test_an_agreeing_word_lights_up_in_every_column(visit: Visit, team: Team) -> None:
    texts = {
        "A": ("A word 😀 that agrees.",),
        "B": ("Longer: a word 😀 that agrees.",),
        "C": ("That word 😀 that agrees.",),
    }
    work = make_work(team.owner, team.workspace, texts, title="Agreement")
    page = visit(team.reader, f"/works/room/{work.slug}/compare/")
    place = page.locator('[data-siglum="B"]').evaluate(
        """(cell) => {
          const node = [...cell.childNodes].findLast((child) => child.data?.includes("agrees"));
          const range = document.createRange();
          range.setStart(node, node.data.indexOf("agrees") + 2);
          range.setEnd(node, node.data.indexOf("agrees") + 3);
          const box = range.getBoundingClientRect();
          return [box.x + 1, box.y + box.height / 2];
        }"""
    )
    page.mouse.move(*place)
    until(page, "CSS.highlights.has('counterpart')")
    words = page.evaluate("[...CSS.highlights.get('counterpart')].map(String)")
    assert words == ["agrees"] * 3


def test_the_theme_is_switched_and_remembered(visit: Visit, team: Team) -> None:
    page = visit(team.reader, "/", color_scheme="light")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.get_by_role("button", name="Theme: system").click()
    page.get_by_role("button", name="Theme: light").click()
    assert page.evaluate(paper) != light
    page.reload()
    assert page.evaluate(paper) != light
    assert page.get_by_role("button", name="Theme: dark").is_visible()


def test_a_text_is_edited_in_place(visit: Visit, team: Team) -> None:
    page = visit(team.editor, f"/works/room/a-small-work/passages/{passage_of(team.work).pk}/")
    page.get_by_role("link", name="Edit A").click()
    page.get_by_label("Text of A").fill("The cat slept on the mat.")
    page.get_by_label("Reason").fill("It did")
    with page.expect_navigation():
        page.get_by_role("button", name="Save").click()
    assert "slept" in page.locator('[data-siglum="A"]').inner_text()


@pytest.mark.parametrize("is_in_place", [True, False])
def test_a_text_is_written_beside_the_others_and_saved_by_ctrl_enter(
    visit: Visit, team: Team, is_in_place: bool
) -> None:
    variant = variant_of(team.work, "1", "A")
    address = f"/works/room/a-small-work/passages/{variant.passage_id}/"
    page = visit(team.editor, address if is_in_place else f"{address}variants/{variant.pk}/edit/")
    if is_in_place:
        page.get_by_role("link", name="Edit A").click()
    others = page.get_by_role("region", name="The other translations")
    expect(others.locator("[data-excerpt]")).to_have_count(1)
    expect(others).to_contain_text("The cat lay on the rug.")
    page.get_by_label("Text of A").fill("The cat slept on the mat.")
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    expect(page.locator('[data-siglum="A"]')).to_contain_text("slept")


def test_a_stale_edit_in_place_shows_both_texts(visit: Visit, team: Team) -> None:
    page = visit(team.editor, f"/works/room/a-small-work/passages/{passage_of(team.work).pk}/")
    page.get_by_role("link", name="Edit A").click()
    page.get_by_label("Text of A").fill("Mine is typed.")
    variant = variant_of(team.work, "1", "A")
    revise_variant(actor=team.owner, variant=variant, version=1, text="Theirs stands.")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("heading", name="Two people wrote here").wait_for()
    assert page.locator("[data-current]").inner_text() == "Theirs stands."
    struck = page.locator(".stale del.d").first
    assert struck.evaluate("(words) => getComputedStyle(words).textDecorationLine") == "line-through"
    assert page.get_by_label("Text of A").input_value() == "Mine is typed."


@pytest.mark.parametrize("columns", [1, 5, 12])
@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_is_wider_than_its_window_however_many_translations(
    visit: Visit, team: Team, columns: int, width: int
) -> None:
    texts = {f"T{number}": ("A few words, and more of them.",) * 3 for number in range(columns)}
    work = make_work(team.owner, team.workspace, texts, title="Wide")
    query = "&".join(f"with={siglum}" for siglum in texts)
    page = visit(team.reader, f"/works/room/{work.slug}/compare/?{query}", viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("[data-siglum]").count() == 3 * columns


def test_on_a_narrow_screen_twelve_translations_stand_one_under_the_other(visit: Visit, team: Team) -> None:
    sigla = ["Long-siglum-2001", *(f"T{number}" for number in range(11))]
    work = make_work(team.owner, team.workspace, dict.fromkeys(sigla, ("1,000 m of words.",)), title="Wide")
    query = "&".join(f"with={siglum}" for siglum in sigla)
    page = visit(team.reader, f"/works/room/{work.slug}/compare/?{query}", viewport={"width": 320, "height": 800})
    boxes = [text.bounding_box() or NOWHERE for text in page.locator("[data-siglum]").all()]
    assert [box for box in boxes if box["x"] < 0 or box["x"] + box["width"] > 320] == []
    assert [box["y"] for box in boxes] == sorted({box["y"] for box in boxes})
    voice = page.locator(".voice", has_text="Long-siglum-2001").bounding_box() or NOWHERE
    assert voice["y"] + voice["height"] <= boxes[0]["y"]


def test_the_pages_read_and_forms_post_without_scripts(visit: Visit, team: Team) -> None:
    page = visit(team.editor, COMPARE, java_script_enabled=False)
    page.get_by_role("link", name="Inline").click()
    assert page.locator("del.d").count() > 0
    page.goto(f"/works/room/a-small-work/passages/{passage_of(team.work).pk}/")
    page.get_by_role("link", name="Edit A").click()
    page.get_by_label("Text of A").fill("Without scripts.")
    page.get_by_role("button", name="Save").click()
    assert variant_of(team.work, "1", "A").text == "Without scripts."


@pytest.mark.parametrize("view", ["columns", "interleaved", "apparatus"])
def test_an_address_with_a_reference_opens_at_its_passage_and_leaves_the_focus(
    visit: Visit, team: Team, view: str
) -> None:
    texts = [f"Line {number} goes on. " * 30 for number in range(20)]
    work = make_work(team.owner, team.workspace, {"A": texts, "B": texts}, "Long")
    passage = passage_of(work, "15")
    page = visit(team.reader, f"/works/room/{work.slug}/compare/?view={view}&at=15")
    expect(page.locator(f"#p-{passage.pk}")).to_be_in_viewport()
    assert page.evaluate("document.activeElement === document.body")
    page.goto(f"/works/room/{work.slug}/compare/?view={view}&at=1")
    assert page.evaluate("scrollY") == 0


def test_an_entry_of_an_apparatus_is_a_line_of_words(visit: Visit, team: Team) -> None:
    work = make_work(team.owner, team.workspace, {"A": ["He sat. " * 30], "B": ["She lay. " * 30]}, "Long entries")
    page = visit(team.reader, f"/works/room/{work.slug}/compare/?view=apparatus")
    entry = page.locator("li.entry").first
    assert entry.evaluate("one => getComputedStyle(one).display") in ("block", "inline")


def test_long_sigla_stand_above_their_texts_on_the_page_of_a_passage(visit: Visit, team: Team) -> None:
    work = make_work(team.owner, team.workspace, {"Jowett": ["I went down."], "B": ["I walked down."]}, "Jowett")
    page = visit(team.reader, f"/works/room/{work.slug}/passages/{passage_of(work).pk}/")
    voice = page.locator(".voice", has_text="Jowett").bounding_box()
    text = page.locator("[data-siglum=Jowett]").bounding_box()
    assert voice
    assert text
    assert voice["y"] + voice["height"] <= text["y"]


def test_what_the_checks_find_shows_while_a_text_is_typed(visit: Visit, team: Team) -> None:
    texts = dict.fromkeys("ABC", ("He had 5 cats and went home.", "The cat sat."))
    work = make_work(team.owner, team.workspace, texts, title="Typed")
    variant = variant_of(work, "1", "C")
    page = visit(team.editor, f"/works/room/{work.slug}/passages/{variant.passage_id}/variants/{variant.pk}/edit/")
    page.get_by_label("Text of C").fill("He had 6 cats and went home.")
    expect(page.locator(".proof li")).to_have_count(1)
    expect(page.locator(".proof li")).to_contain_text("6")
    page.get_by_label("Text of C").fill("He had 5 cats and went home.")
    expect(page.locator(".proof li")).to_have_count(0)


def test_the_strip_leads_to_the_passages_of_the_page(visit: Visit, team: Team) -> None:
    page = visit(team.reader, COMPARE, viewport={"width": 1280, "height": 300})
    page.locator(".strip a").last.click()
    expect(page.locator(f"#p-{passage_of(team.work, '2').pk}")).to_be_in_viewport()
    assert find_faults(page) == []
