"""A difference on the page becomes a rule: offered, counted, made, undone; by mouse, by keys, without scripts."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.conftest import Team
from tests.factories import make_work, passage_of
from tests.web.browser.conftest import Visit
from workbench.corpus.models import Equivalence, Work

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TEXTS = {
    "A": ("Then Ezhov came into the room.", "The letter was written by Ezhov.", "Nobody came."),
    "B": ("Then Yezhov came into the room.", "The letter was written by Yezhov.", "Nobody came."),
    "C": ("Then Ezhov came into the hall.", "The letter was written by Yezhov.", "Nobody came at all."),
}
VIEWS = ("columns", "interleaved", "inline")


@pytest.fixture
def letter(team: Team) -> Work:
    return make_work(team.owner, team.workspace, TEXTS, "Letter")


def spelling(page: Page, reference: str, work: Work) -> int:
    """Count the spellings that are marked in a passage."""
    return page.locator(f"#p-{passage_of(work, reference).pk} ins.d-spelling").count()


def click_difference(page: Page) -> None:
    """Click on the first spelling (its element also holds words that are not shown, elsewhere)."""
    first = page.locator("ins.d-spelling[data-d]").first
    box = first.evaluate("(one) => one.getClientRects()[0].toJSON()")
    page.mouse.click(box["x"] + 3, box["y"] + box["height"] / 2)


@pytest.mark.parametrize("view", VIEWS)
def test_a_click_on_a_difference_makes_a_rule_and_undo_takes_it_back(
    visit: Visit, team: Team, letter: Work, view: str
) -> None:
    page = visit(team.editor, f"/works/room/{letter.slug}/compare/?view={view}")
    click_difference(page)
    bar = page.get_by_role("toolbar", name="The difference")
    expect(bar).to_contain_text("Ezhov = Yezhov")
    bar.get_by_role("button", name="Treat as equal…").click()
    form = page.get_by_role("dialog", name="Treat as equal")
    expect(form.get_by_label("These words")).to_have_value("Ezhov")
    expect(form.get_by_label("are the same as")).to_have_value("Yezhov")
    expect(form.locator(".preview")).to_have_text(
        "This makes 4 differences equal, in 2 passages. Nothing is changed yet."
    )
    form.get_by_label("only in passage 1").check()
    expect(form.locator(".preview")).to_have_text(
        "This makes 2 differences equal, in 1 passage. Nothing is changed yet."
    )
    form.get_by_label("in this work").check()
    form.get_by_role("button", name="Treat as equal").click()
    expect(page.locator("#notices")).to_contain_text("“Ezhov” and “Yezhov” count as the same in this work.")
    assert (spelling(page, "1", letter), spelling(page, "2", letter)) == (0, 0)
    expect(form).to_be_hidden()
    page.locator("#notices").get_by_role("button", name="Undo").click()
    expect(page.locator("#notices")).to_contain_text("different words again")
    assert spelling(page, "1", letter) > 0
    assert not Equivalence.objects.filter(undone_at=None).exists()


def test_a_rule_for_one_passage_is_made_and_undone_by_keys_alone(visit: Visit, team: Team, letter: Work) -> None:
    page = visit(team.editor, f"/works/room/{letter.slug}/compare/")
    page.keyboard.press("n")
    page.keyboard.press("e")
    form = page.get_by_role("dialog", name="Treat as equal")
    expect(form.get_by_label("in this work")).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(form.locator(".preview")).to_contain_text("in 1 passage.")
    page.keyboard.press("Enter")
    expect(page.locator("#notices")).to_contain_text("in passage 1")
    assert (spelling(page, "1", letter), spelling(page, "2", letter)) == (0, 2)
    assert page.evaluate("document.activeElement.closest('[data-passage]').id") == f"p-{passage_of(letter).pk}"
    page.keyboard.press("u")
    expect(page.locator("#notices")).to_contain_text("different words again")
    assert spelling(page, "1", letter) == 1
    assert page.evaluate("document.activeElement.closest('[data-passage]').id") == f"p-{passage_of(letter).pk}"


@pytest.mark.parametrize("is_by_key", [True, False])
def test_a_reading_of_the_apparatus_is_treated_as_the_lemma(
    visit: Visit, team: Team, letter: Work, is_by_key: bool
) -> None:
    page = visit(team.editor, f"/works/room/{letter.slug}/compare/?view=apparatus")
    row = page.locator(f"#p-{passage_of(letter).pk}")
    expect(row.locator(".entry")).to_have_count(2)
    if is_by_key:
        page.keyboard.press("n")
        page.keyboard.press("e")
    else:
        row.locator(".reading > bdi").first.click()
        page.get_by_role("toolbar", name="The difference").get_by_role("button").click()
    form = page.get_by_role("dialog", name="Treat as equal")
    expect(form.get_by_label("These words")).to_have_value("Ezhov")
    expect(form.get_by_label("are the same as")).to_have_value("Yezhov")
    form.get_by_role("button", name="Treat as equal").click()
    expect(row.locator(".entry")).to_have_count(1)


def test_escape_closes_the_form_and_goes_back_to_the_difference(visit: Visit, team: Team, letter: Work) -> None:
    page = visit(team.editor, f"/works/room/{letter.slug}/compare/")
    page.keyboard.press("n")
    page.keyboard.press("e")
    form = page.get_by_role("dialog", name="Treat as equal")
    expect(form.get_by_label("in this work")).to_be_focused()
    page.keyboard.press("Escape")
    expect(form).to_be_hidden()
    assert page.evaluate("document.activeElement.matches('ins.d-spelling')")


def test_what_cannot_be_a_rule_is_said_beside_its_words(visit: Visit, team: Team, letter: Work) -> None:
    page = visit(team.editor, f"/works/room/{letter.slug}/compare/")
    page.keyboard.press("n")
    page.keyboard.press("e")
    form = page.get_by_role("dialog", name="Treat as equal")
    form.get_by_label("are the same as").fill("Ezhov")
    expect(form.locator(".preview")).to_contain_text("Other words than those on the left are expected.")
    form.get_by_role("button", name="Treat as equal").click()
    expect(form.locator(".errorlist")).to_contain_text("Other words than those on the left are expected.")
    assert not Equivalence.objects.exists()
    form.get_by_label("are the same as").fill("Yezhov")
    expect(form.locator(".preview")).to_contain_text("This makes 4 differences equal")


def test_words_are_treated_as_equal_without_scripts(visit: Visit, team: Team, letter: Work) -> None:
    page = visit(team.editor, f"/works/room/{letter.slug}/compare/", java_script_enabled=False)
    page.get_by_role("link", name="Treat words as equal in 1").click()
    page.get_by_text("Words that part, to treat as equal").click()
    page.get_by_role("link", name="Ezhov and Yezhov").click()
    assert page.get_by_label("are the same as").input_value() == "Yezhov"
    page.get_by_label("only in passage 1").check()
    page.get_by_role("button", name="Count first").click()
    expect(page.get_by_text("This makes 2 differences equal")).to_be_visible()
    page.get_by_role("button", name="They are the same").click()
    expect(page).to_have_url(
        f"{page.url.split('/works')[0]}/works/room/{letter.slug}/passages/{passage_of(letter).pk}/"
    )
    assert page.locator("ins.d-spelling[data-d]").count() == 0
    assert Equivalence.objects.get().passage == passage_of(letter)


def test_a_reviewer_is_offered_a_comment_on_both_sides_and_no_rule(visit: Visit, team: Team, letter: Work) -> None:
    page = visit(team.reviewer, f"/works/room/{letter.slug}/compare/")
    click_difference(page)
    bar = page.get_by_role("toolbar", name="The difference")
    assert bar.get_by_role("button").all_inner_texts() == ["Comment"]
    bar.get_by_role("button", name="Comment").click()
    page.locator(".composer [data-focus]").fill("Which?")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".margin-note .quote")).to_have_text(["Ezhov", "Yezhov"])
    page.keyboard.press("Escape")
    page.locator("main").focus()
    page.keyboard.press("?")
    assert "equal" not in page.locator("dialog.keys").inner_text()


def test_a_reader_is_offered_nothing(visit: Visit, team: Team, letter: Work) -> None:
    page = visit(team.reader, f"/works/room/{letter.slug}/compare/")
    click_difference(page)
    expect(page.get_by_role("toolbar", name="The difference")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_the_form_and_it_fits(
    visit: Visit, team: Team, letter: Work, scheme: str, width: int
) -> None:
    window = {"width": width, "height": 800}
    page = visit(team.editor, f"/works/room/{letter.slug}/compare/", color_scheme=scheme, viewport=window)
    page.keyboard.press("n")
    page.keyboard.press("e")
    form = page.get_by_role("dialog", name="Treat as equal")
    expect(form.locator(".preview")).to_contain_text("in 2 passages")
    box = form.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(page).response["violations"]
    assert [f"{fault['id']}: {fault['nodes'][0]['html'][:200]}" for fault in found] == []
