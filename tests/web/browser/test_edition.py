"""The standing edition in a browser, from a disk, without network."""

import re
from pathlib import Path

import pytest
from django.core.management import call_command
from playwright.sync_api import Browser

from tests.conftest import Team
from tests.factories import make_work
from workbench.publishing.layouts import LAYOUTS
from workbench.web.publishing.edition import write_print_page
from workbench.web.publishing.packing import EditionWishes, choose_edition, write_all

pytestmark = pytest.mark.browser


def publish(team: Team, texts: dict[str, tuple[str, ...]], folder: Path) -> Path:
    """Write an edition of a work, and return where it lies."""
    work = make_work(team.owner, team.workspace, texts, title="From a disk")
    arguments = [work.slug, f"--workspace={team.workspace.slug}", "--as=reader", f"--to={folder}"]
    call_command("publish", *arguments, verbosity=0)
    return folder


def test_an_edition_is_searched_and_set_from_a_disk(team: Team, tmp_path: Path, browser: Browser) -> None:
    texts: dict[str, tuple[str, ...]] = {"A": ("The cat sat.", "Éclair"), "B": ("The dog sat down.", "eclair")}
    work = make_work(team.owner, team.workspace, texts, title="From a disk")
    folder = tmp_path / "edition"
    call_command(
        "publish", work.slug, f"--workspace={team.workspace.slug}", "--as=reader", f"--to={folder}", verbosity=0
    )
    context = browser.new_context(offline=True)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((folder / "search.html").as_uri())
    page.fill("#q", "ÉCLAIR")
    page.click("text=Search >> nth=-1")
    page.wait_for_selector("[data-found] a")
    assert page.locator("[data-found] a").all_text_contents() == ["2"]
    page.click("[data-found] a")
    assert page.url.endswith("page-1.html#2")
    page.uncheck("text=B")
    assert page.locator('[data-siglum="B"]:visible').count() == 0
    page.reload()
    assert page.locator('[data-siglum="B"]:visible').count() == 0
    context.close()
    assert errors == []


def test_words_that_answer_are_lit(team: Team, tmp_path: Path, browser: Browser) -> None:
    texts: dict[str, tuple[str, ...]] = {"A": ("The cat sat.",), "B": ("The old cat sat down.",)}
    work = make_work(team.owner, team.workspace, texts, title="Lit")
    folder = tmp_path / "edition"
    call_command(
        "publish", work.slug, f"--workspace={team.workspace.slug}", "--as=reader", f"--to={folder}", verbosity=0
    )
    page = browser.new_page()
    page.goto((folder / "page-1.html").as_uri())
    page.hover('[data-siglum="A"] .text', position={"x": 40, "y": 10})
    lit = page.evaluate("[...(CSS.highlights.get('answering') ?? [])].map((range) => range.toString())")
    page.close()
    assert lit == ["cat", "cat"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_passage_stands_on_paper(team: Team, tmp_path: Path, browser: Browser, layout: str) -> None:
    texts: dict[str, tuple[str, ...]] = {"A": ("The cat sat.",) * 40, "B": ("The old cat sat down.",) * 40}
    work = make_work(team.owner, team.workspace, texts, title="Printed")
    wishes = EditionWishes(layout=layout)
    edition = choose_edition(team.reader, work, wishes)
    write_all(edition, tmp_path, wishes, lambda *_: None)
    page = browser.new_page()
    page.goto(write_print_page(edition, tmp_path).as_uri())
    page.emulate_media(media="print")
    assert page.locator(".frozen-passage:visible").count() == 40
    sheets = re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))
    page.close()
    assert 3 < len(sheets) < 30  # the title's, then several passages on each
