"""Words that answer each other across languages: lit where one points, walked through and put right by keyboard."""

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Team
from tests.web.browser.conftest import Visit, until
from workbench.corpus.actions import add_passage, add_translation, create_work, enter_variant
from workbench.corpus.models import ConfirmedLink

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TEXTS = {
    "L": ("la", "Caesar legiones in Galliam duxit."),
    "H": ("hu", "Caesar Galliam felé vezette seregét."),
    "D": ("da", "Caesar førte hæren til Galliam."),
}


@pytest.fixture
def address(team: Team) -> str:
    work = create_work(actor=team.owner, workspace=team.workspace, title="Three languages")
    passage = add_passage(actor=team.owner, work=work, reference="1")
    for siglum, (language, text) in TEXTS.items():
        translation = add_translation(actor=team.owner, work=work, siglum=siglum, language=language)
        enter_variant(actor=team.owner, passage=passage, translation=translation, text=text)
    return f"/works/room/{work.slug}/compare/"


def lit(page: Page, name: str = "counterpart") -> list[str]:
    words: list[str] = page.evaluate(f"[...(CSS.highlights.get('{name}') ?? [])].map(String)")
    return words


def test_a_word_lights_its_counterparts_in_every_column_and_back(visit: Visit, team: Team, address: str) -> None:
    page = visit(team.reader, address)
    for siglum in TEXTS:
        word = page.locator(f'[data-siglum="{siglum}"]').evaluate(
            """(cell) => {
              const range = document.createRange();
              range.setStart(cell.firstChild, 1);
              range.setEnd(cell.firstChild, 3);
              return range.getBoundingClientRect().toJSON();
            }"""
        )
        page.mouse.move(word["x"] + 2, word["y"] + word["height"] / 2)
        until(page, "CSS.highlights.get('counterpart')?.size === 3")
        assert lit(page) == ["Caesar"] * 3
        page.mouse.move(0, 0)


def test_the_keyboard_leads_from_word_to_word_and_links_them(visit: Visit, team: Team, address: str) -> None:
    page = visit(team.editor, address)
    page.keyboard.press("w")
    expect(page.locator("[aria-live=polite].hidden-words")).to_have_text("L “Caesar”: H “Caesar”, D “Caesar”")
    page.keyboard.press("ArrowRight")
    expect(page.locator("[aria-live=polite].hidden-words")).to_have_text("L “legiones”")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator("#notices")).to_contain_text("“legiones” and “seregét” answer each other.")
    assert lit(page) == ["legiones", "seregét"]
    assert ConfirmedLink.objects.get().reason == ""
    said = ConfirmedLink.objects.get()
    assert {said.left_quote, said.right_quote} == {"legiones", "seregét"}
    page.keyboard.press("Enter")
    expect(page.locator("#notices")).to_contain_text("“legiones” and “seregét” do not answer each other.")
    assert ConfirmedLink.objects.get().verdict == "parted"


def test_whoever_links_words_by_keyboard_can_say_why(visit: Visit, team: Team, address: str) -> None:
    page = visit(team.editor, address)
    page.keyboard.press("w")
    page.keyboard.press("r")  # nothing is held: there is nothing to say of it
    expect(page.get_by_label("Why (optional)")).to_be_hidden()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.keyboard.press("r")
    page.get_by_label("Why (optional)").fill("An army, not its parts.")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator("#notices")).to_contain_text("“legiones” and “seregét” answer each other.")
    said = ConfirmedLink.objects.get()
    assert ({said.left_quote, said.right_quote}, said.reason) == ({"legiones", "seregét"}, "An army, not its parts.")


def test_a_reader_walks_through_the_words_and_says_nothing_of_them(visit: Visit, team: Team, address: str) -> None:
    page = visit(team.reader, address)
    page.keyboard.press("w")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("[aria-live=polite].hidden-words")).to_have_text("H “Caesar”: L “Caesar”, D “Caesar”")
    assert not ConfirmedLink.objects.exists()
